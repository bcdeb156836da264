package dev.segmentation.compare;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.report.Html;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A difference of two runs or of two sets of rules as one HTML page that needs nothing else; what its template asks besides
 * the report.
 *
 * @param legend what the two bars of a group mean
 * @param groups the groups and the lengths of their bars
 * @param moves how many masters went from one group to another
 */
public record ChangePage(String legend, List<DiffReport.GroupCount> groups, List<DiffReport.Move> moves) {
    /** A page with more rows in one table would be slow to open; the JSON holds them all. */
    private static final int MOST = 1000;

    private static final int EXAMPLES = 5;
    private static final int LEFT = 210;
    private static final int LONGEST = 440;
    private static final int ROW = 34;
    private static final int TOP = 28;

    /** The page of two runs. */
    public static String of(DiffReport report) {
        String heading = "What changed from " + report.before().runId() + " to "
                + report.after().runId();
        ChangePage page = new ChangePage("upper bar: before, lower bar: after", report.groups(), report.moves());
        return Html.page("diff.html", Map.of("heading", heading, "report", report, "page", page));
    }

    /** The page of two sets of rules. */
    public static String of(PreviewReport report) {
        Map<IndustrialGroup, Integer> before = report.before().groups();
        ChangePage page = new ChangePage(
                "upper bar: now, lower bar: by the other rules",
                report.after().groups().entrySet().stream()
                        .map(group -> new DiffReport.GroupCount(
                                group.getKey().label(), before.getOrDefault(group.getKey(), 0), group.getValue(), 0, 0))
                        .toList(),
                report.moves().stream()
                        .map(move -> new DiffReport.Move(
                                move.from().label(), move.to().label(), move.masters(), move.keys()))
                        .toList());
        return Html.page("preview.html", Map.of("report", report, "page", page));
    }

    /** A caption with the number of rows, of which only the first are shown. */
    public String caption(String caption, List<?> rows) {
        return rows.size() > MOST
                ? String.format(Locale.ROOT, "%s (the first %,d of %,d)", caption, MOST, rows.size())
                : String.format(Locale.ROOT, "%s (%,d)", caption, rows.size());
    }

    /** A caption with the number of rows, of which all are shown. */
    public String counted(String caption, List<?> rows) {
        return caption + " (" + rows.size() + ")";
    }

    public List<?> first(List<?> rows) {
        return rows.subList(0, Math.min(MOST, rows.size()));
    }

    public List<DiffReport.Key> examples(DiffReport.Rehomed rehomed) {
        return rehomed.keys().subList(0, Math.min(EXAMPLES, rehomed.keys().size()));
    }

    public List<PreviewReport.FlipSide> sides(PreviewReport.Flip flip) {
        return List.of(flip.before(), flip.after());
    }

    /** Groups that masters left. */
    public Set<String> from() {
        return inOrder(DiffReport.Move::from);
    }

    /** Groups that masters came to. */
    public Set<String> to() {
        return inOrder(DiffReport.Move::to);
    }

    /** In order of the locked list, and behind it what former lists called so. */
    private Set<String> inOrder(Function<DiffReport.Move, String> side) {
        Set<String> labels = new LinkedHashSet<>();
        for (IndustrialGroup group : IndustrialGroup.values()) {
            labels.add(group.label());
        }
        groups.forEach(group -> labels.add(group.group()));
        labels.retainAll(moves.stream().map(side).toList());
        return labels;
    }

    /** How many masters went from one group to another, blank if none. */
    public String moved(String from, String to) {
        return moves.stream()
                .filter(move -> move.from().equals(from) && move.to().equals(to))
                .map(move -> Integer.toString(move.masters()))
                .findFirst()
                .orElse("");
    }

    /** Where the bars of a group begin, or where the drawing ends behind the last one. */
    public int top(int group) {
        return TOP + group * ROW;
    }

    /** How long the bar of so many masters is. */
    public double length(int masters) {
        int most = groups.stream()
                .mapToInt(group -> Math.max(group.mastersBefore(), group.mastersAfter()))
                .max()
                .orElse(0);
        return masters * ((double) LONGEST / Math.max(1, most));
    }

    /** Where the number beside the bars of a group stands. */
    public double end(DiffReport.GroupCount group) {
        return LEFT + length(Math.max(group.mastersBefore(), group.mastersAfter())) + 8;
    }

    public String number(DiffReport.GroupCount group) {
        int change = group.mastersAfter() - group.mastersBefore();
        String format = change == 0 ? "%,d" : "%,d (%+,d)";
        return String.format(Locale.ROOT, format, group.mastersAfter(), change);
    }
}
