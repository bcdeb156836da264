package dev.segmentation.compare;

import dev.segmentation.report.GroupBars;
import dev.segmentation.report.Html;
import dev.segmentation.report.PageStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The difference of two runs as one HTML page that needs nothing else. */
public final class DiffPage {
    /** A page with more rows in one table would be slow to open; the JSON holds them all. */
    private static final int MOST = 1000;

    private static final int EXAMPLES = 5;

    private final DiffReport report;

    private DiffPage(DiffReport report) {
        this.report = report;
    }

    /** The page. */
    public static String of(DiffReport report) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Two runs compared</title>\n"
                + PageStyle.HEAD + "</head>\n<body>\n<main>\n<h1>What changed from "
                + Html.escape(report.before().runId()) + " to "
                + Html.escape(report.after().runId()) + "</h1>\n"
                + new DiffPage(report).body() + "</main>\n</body>\n</html>\n";
    }

    private String body() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<p>%,d masters before, %,d after. %,d in another group, %,d merged into others, %,d split off, %,d"
                        + " renamed, %,d new, %,d gone. Customer keys: %,d before, %,d after; %,d new, %,d gone, %,d with"
                        + " another master.</p>\n",
                report.before().masters(),
                report.after().masters(),
                report.regrouped().size(),
                report.merged().size(),
                report.split().size(),
                report.renamed().size(),
                report.fresh().size(),
                report.gone().size(),
                report.keys().before(),
                report.keys().after(),
                report.keys().added(),
                report.keys().removed(),
                report.keys().rehomed()));
        out.append("<p>Before: ").append(Html.foreign(report.before().folder()));
        out.append("<br>After: ").append(Html.foreign(report.after().folder())).append("</p>\n");
        report.notes()
                .forEach(note -> out.append("<p>").append(Html.foreign(note)).append("</p>\n"));
        if (!report.groups().isEmpty()) {
            List<GroupBars.Bar> bars = report.groups().stream()
                    .map(g -> new GroupBars.Bar(g.group(), g.mastersBefore(), g.mastersAfter()))
                    .toList();
            out.append("<figure style=\"width:100%\">")
                    .append(GroupBars.svg("Masters by group", "upper bar: before, lower bar: after", bars))
                    .append("<figcaption>Masters by group</figcaption></figure>\n");
        }
        out.append(matrix());
        out.append(regrouped());
        out.append(successors("Masters merged into others", "Now belongs to", report.merged()));
        out.append(successors("Masters split off", "Split from", report.split()));
        out.append(renamed());
        out.append(rehomed());
        out.append(singles("New masters", report.fresh()));
        out.append(singles("Masters that are gone", report.gone()));
        return out.toString();
    }

    private String matrix() {
        if (report.moves().isEmpty()) {
            return "";
        }
        Set<String> from = new LinkedHashSet<>();
        Set<String> to = new LinkedHashSet<>();
        report.groups().forEach(group -> {
            report.moves().stream().filter(m -> m.from().equals(group.group())).forEach(m -> from.add(m.from()));
            report.moves().stream().filter(m -> m.to().equals(group.group())).forEach(m -> to.add(m.to()));
        });
        List<Html.Column<String>> columns = new ArrayList<>();
        columns.add(Html.Column.text("From \\ to", group -> group));
        for (String target : to) {
            columns.add(Html.Column.number(target, source -> report.moves().stream()
                    .filter(m -> m.from().equals(source) && m.to().equals(target))
                    .map(m -> Integer.toString(m.masters()))
                    .findFirst()
                    .orElse("")));
        }
        return Html.table("How many masters moved from which group to which", columns, List.copyOf(from), g -> "");
    }

    private String regrouped() {
        return table(
                "Masters in another group",
                List.of(
                        Html.Column.<DiffReport.Regrouped>html("Master", r -> master(r.master(), r.masterId())),
                        Html.Column.number("Keys", r -> Integer.toString(r.keys())),
                        Html.Column.html("Before", r -> side(r.before())),
                        Html.Column.html("After", r -> side(r.after()))),
                report.regrouped());
    }

    private static String side(DiffReport.Side side) {
        return "<strong>" + Html.escape(side.group()) + "</strong> "
                + Html.escape(side.ruleId() + " (" + side.method() + ")") + "<br>" + Html.foreign(side.rationale());
    }

    private static String successors(String caption, String other, List<DiffReport.Successor> rows) {
        return table(
                caption,
                List.of(
                        Html.Column.<DiffReport.Successor>html("Master", s -> master(s.master(), s.masterId())),
                        Html.Column.number("Keys", s -> Integer.toString(s.keys())),
                        Html.Column.html(other, s -> master(s.other(), s.otherId()))),
                rows);
    }

    private String renamed() {
        return table(
                "Masters with another name or id",
                List.of(
                        Html.Column.<DiffReport.Renamed>html("Before", r -> master(r.from(), r.formerId())),
                        Html.Column.html("After", r -> master(r.to(), r.masterId())),
                        Html.Column.number("Keys", r -> Integer.toString(r.keys()))),
                report.renamed());
    }

    private String rehomed() {
        return table(
                "Customer keys with another master",
                List.of(
                        Html.Column.<DiffReport.Rehomed>html("Before", r -> master(r.from(), r.fromId())),
                        Html.Column.html("After", r -> master(r.to(), r.toId())),
                        Html.Column.number(
                                "Keys", r -> Integer.toString(r.keys().size())),
                        Html.Column.html("Such as", r -> r.keys().stream()
                                .limit(EXAMPLES)
                                .map(k -> Html.escape(k.key()) + " " + Html.foreign(k.name()))
                                .collect(Collectors.joining("<br>")))),
                report.rehomed());
    }

    private static String singles(String caption, List<DiffReport.Single> rows) {
        return table(
                caption,
                List.of(
                        Html.Column.<DiffReport.Single>html("Master", s -> master(s.master(), s.masterId())),
                        Html.Column.number("Keys", s -> Integer.toString(s.keys())),
                        Html.Column.text("Group", DiffReport.Single::group)),
                rows);
    }

    private static String master(String name, String id) {
        return Html.foreign(name) + " <small>" + Html.escape(id) + "</small>";
    }

    private static <T> String table(String caption, List<Html.Column<T>> columns, List<T> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        String shown = rows.size() > MOST
                ? String.format(Locale.ROOT, "%s (the first %,d of %,d)", caption, MOST, rows.size())
                : String.format(Locale.ROOT, "%s (%,d)", caption, rows.size());
        return Html.table(shown, columns, rows.subList(0, Math.min(MOST, rows.size())), row -> "");
    }
}
