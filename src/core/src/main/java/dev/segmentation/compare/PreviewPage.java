package dev.segmentation.compare;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.report.GroupBars;
import dev.segmentation.report.Html;
import dev.segmentation.report.PageStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** A preview as one HTML page that needs nothing else. */
public final class PreviewPage {
    private final PreviewReport report;

    private PreviewPage(PreviewReport report) {
        this.report = report;
    }

    /** The page. */
    public static String of(PreviewReport report) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Rule preview</title>\n"
                + PageStyle.HEAD + "</head>\n<body>\n<main>\n<h1>What the other rules would change</h1>\n"
                + new PreviewPage(report).body() + "</main>\n</body>\n</html>\n";
    }

    private String body() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<p>Of %,d masters %,d would get another group, %,d another detail, NAICS, support category or method."
                        + " Unknown: %,d now, %,d then. Conflicts: %,d now, %,d then.</p>\n",
                report.masters(),
                report.flips().size(),
                report.refined().size(),
                report.before().unknown(),
                report.after().unknown(),
                report.before().conflicts(),
                report.after().conflicts()));
        out.append("<p>Now: ").append(Html.escape(report.current())).append(".<br>Then: ");
        out.append(Html.escape(report.changed())).append(".</p>\n");
        report.notes()
                .forEach(note -> out.append("<p>").append(Html.foreign(note)).append("</p>\n"));
        out.append("<figure style=\"width:100%\">")
                .append(GroupBars.svg("Masters by group", "upper bar: now, lower bar: by the other rules", bars()));
        out.append("<figcaption>Masters by group</figcaption></figure>\n");
        out.append(matrix());
        out.append(flips("Masters that would get another group", report.flips()));
        out.append(flips("Conflicts that would be new", report.conflicts()));
        out.append(silent());
        out.append(flips("Masters that would keep their group and change otherwise", report.refined()));
        return out.toString();
    }

    private List<GroupBars.Bar> bars() {
        List<GroupBars.Bar> bars = new ArrayList<>();
        report.after()
                .groups()
                .forEach((group, masters) -> bars.add(new GroupBars.Bar(
                        group.label(), report.before().groups().getOrDefault(group, 0), masters)));
        return bars;
    }

    private String matrix() {
        if (report.moves().isEmpty()) {
            return "";
        }
        TreeSet<IndustrialGroup> from = new TreeSet<>();
        TreeSet<IndustrialGroup> to = new TreeSet<>();
        report.moves().forEach(move -> {
            from.add(move.from());
            to.add(move.to());
        });
        List<Html.Column<IndustrialGroup>> columns = new ArrayList<>();
        columns.add(Html.Column.text("From \\ to", IndustrialGroup::label));
        for (IndustrialGroup target : to) {
            columns.add(Html.Column.number(target.label(), source -> moved(source, target)));
        }
        return Html.table("How many masters would move from which group to which", columns, List.copyOf(from), g -> "");
    }

    private String moved(IndustrialGroup from, IndustrialGroup to) {
        return report.moves().stream()
                .filter(move -> move.from() == from && move.to() == to)
                .map(move -> Integer.toString(move.masters()))
                .findFirst()
                .orElse("");
    }

    private static String flips(String caption, List<PreviewReport.Flip> flips) {
        return flips.isEmpty()
                ? ""
                : Html.table(
                        caption + " (" + flips.size() + ")",
                        List.of(
                                Html.Column.<PreviewReport.Flip>html("Master", flip -> Html.foreign(flip.master())),
                                Html.Column.number("Keys", flip -> Integer.toString(flip.keys())),
                                Html.Column.html("Now", flip -> side(flip.before())),
                                Html.Column.html("Then", flip -> side(flip.after()))),
                        flips,
                        flip -> "");
    }

    private static String side(PreviewReport.FlipSide side) {
        return "<strong>" + Html.escape(side.group()) + "</strong> "
                + Html.escape(
                        side.detail() + (side.naics().isEmpty() ? "" : " " + side.naics()) + " (" + side.method() + ")")
                + "<br>" + Html.foreign(side.rationale());
    }

    private String silent() {
        return report.silent().isEmpty()
                ? ""
                : Html.table(
                        "Rules and terms that would speak for no master ("
                                + report.silent().size() + ")",
                        List.of(
                                Html.Column.<PreviewReport.Silent>text(
                                        "Id", s -> s.rule().id()),
                                Html.Column.html(
                                        "Says", s -> Html.foreign(s.rule().text())),
                                Html.Column.text("Stands at", s -> s.rule().place()),
                                Html.Column.number("Masters now", s -> Integer.toString(s.spokeFor())),
                                Html.Column.text("New", s -> s.fresh() ? "new" : "")),
                        report.silent(),
                        s -> s.spokeFor() > 0 ? "use" : "");
    }
}
