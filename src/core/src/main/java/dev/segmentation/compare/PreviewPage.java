package dev.segmentation.compare;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.report.GroupBars;
import dev.segmentation.report.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A preview as one HTML page that needs nothing else; what the template asks besides the report. */
public record PreviewPage(PreviewReport report) {
    /** The page. */
    public static String of(PreviewReport report) {
        return Html.page("preview.html", Map.of("report", report, "page", new PreviewPage(report)));
    }

    public String caption(String caption, List<?> rows) {
        return caption + " (" + rows.size() + ")";
    }

    public List<PreviewReport.FlipSide> sides(PreviewReport.Flip flip) {
        return List.of(flip.before(), flip.after());
    }

    public GroupBars bars() {
        List<GroupBars.Bar> bars = new ArrayList<>();
        report.after()
                .groups()
                .forEach((group, masters) -> bars.add(new GroupBars.Bar(
                        group.label(), report.before().groups().getOrDefault(group, 0), masters)));
        return new GroupBars("Masters by group", "upper bar: now, lower bar: by the other rules", bars);
    }

    /** Groups that masters would leave. */
    public List<String> from() {
        return groups(PreviewReport.Move::from);
    }

    /** Groups that masters would come to. */
    public List<String> to() {
        return groups(PreviewReport.Move::to);
    }

    private List<String> groups(Function<PreviewReport.Move, IndustrialGroup> side) {
        return report.moves().stream()
                .map(side)
                .distinct()
                .sorted()
                .map(IndustrialGroup::label)
                .toList();
    }

    /** How many masters would go from one group to another, blank if none. */
    public String moved(String from, String to) {
        return report.moves().stream()
                .filter(move ->
                        move.from().label().equals(from) && move.to().label().equals(to))
                .map(move -> Integer.toString(move.masters()))
                .findFirst()
                .orElse("");
    }
}
