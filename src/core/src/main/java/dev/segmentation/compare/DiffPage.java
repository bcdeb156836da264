package dev.segmentation.compare;

import dev.segmentation.report.GroupBars;
import dev.segmentation.report.Html;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The difference of two runs as one HTML page that needs nothing else; what the template asks besides the report. */
public record DiffPage(DiffReport report) {
    /** A page with more rows in one table would be slow to open; the JSON holds them all. */
    private static final int MOST = 1000;

    private static final int EXAMPLES = 5;

    /** The page. */
    public static String of(DiffReport report) {
        return Html.page("diff.html", Map.of("report", report, "page", new DiffPage(report)));
    }

    public String heading() {
        return "What changed from " + report.before().runId() + " to "
                + report.after().runId();
    }

    public String caption(String caption, List<?> rows) {
        return rows.size() > MOST
                ? String.format(Locale.ROOT, "%s (the first %,d of %,d)", caption, MOST, rows.size())
                : String.format(Locale.ROOT, "%s (%,d)", caption, rows.size());
    }

    public List<?> first(List<?> rows) {
        return rows.subList(0, Math.min(MOST, rows.size()));
    }

    public List<DiffReport.Key> examples(DiffReport.Rehomed rehomed) {
        return rehomed.keys().subList(0, Math.min(EXAMPLES, rehomed.keys().size()));
    }

    public GroupBars bars() {
        return new GroupBars(
                "Masters by group",
                "upper bar: before, lower bar: after",
                report.groups().stream()
                        .map(g -> new GroupBars.Bar(g.group(), g.mastersBefore(), g.mastersAfter()))
                        .toList());
    }

    /** Groups that masters left, in order of the locked list. */
    public Set<String> from() {
        return groups(DiffReport.Move::from);
    }

    /** Groups that masters came to. */
    public Set<String> to() {
        return groups(DiffReport.Move::to);
    }

    private Set<String> groups(Function<DiffReport.Move, String> side) {
        Set<String> groups = new LinkedHashSet<>();
        report.groups().forEach(group -> groups.add(group.group()));
        groups.retainAll(report.moves().stream().map(side).toList());
        return groups;
    }

    /** How many masters went from one group to another, blank if none. */
    public String moved(String from, String to) {
        return report.moves().stream()
                .filter(move -> move.from().equals(from) && move.to().equals(to))
                .map(move -> Integer.toString(move.masters()))
                .findFirst()
                .orElse("");
    }
}
