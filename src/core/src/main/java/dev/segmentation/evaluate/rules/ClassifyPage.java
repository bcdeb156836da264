package dev.segmentation.evaluate.rules;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.report.Html;
import dev.segmentation.report.PageStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An evaluation of the rules as one HTML page that needs nothing else. */
final class ClassifyPage {
    private static final int MOST_RULES = 40;
    private static final int MOST_ERRORS = 200;

    private final ClassifyReport report;

    private ClassifyPage(ClassifyReport report) {
        this.report = report;
    }

    static String of(ClassifyReport report) {
        String title = "Classification of " + Html.escape(report.truthFile());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title + "</title>\n"
                + PageStyle.HEAD + "</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n" + new ClassifyPage(report).body()
                + "</main>\n</body>\n</html>\n";
    }

    private String body() {
        ClassifyReport.Score all = report.overall();
        return "<p>" + Html.escape(report.rules()) + (report.entities() ? "." : ", known organisations not used.")
                + String.format(
                        Locale.ROOT,
                        " Of %,d labelled names %,d are placed (coverage %.3f), %,d of them right (precision %.3f).",
                        all.names(),
                        all.placed(),
                        all.coverage(),
                        all.right(),
                        all.precision())
                + "</p>\n"
                + scores("By method", report.byMethod())
                + scores("By the group that the rules give", report.byGroup())
                + scores("By the group of the label", report.byExpected())
                + confusion()
                + worst()
                + errors();
    }

    private static String scores(String caption, Map<?, ClassifyReport.Score> scores) {
        return Html.table(
                caption,
                List.of(
                        Html.Column.<Map.Entry<?, ClassifyReport.Score>>text(
                                "", e -> e.getKey().toString()),
                        Html.Column.number(
                                "Names", e -> Integer.toString(e.getValue().names())),
                        Html.Column.number(
                                "Placed", e -> Integer.toString(e.getValue().placed())),
                        Html.Column.number(
                                "Right", e -> Integer.toString(e.getValue().right())),
                        Html.Column.number("Coverage", e -> share(e.getValue().coverage())),
                        Html.Column.number("Precision", e -> share(e.getValue().precision()))),
                new ArrayList<Map.Entry<?, ClassifyReport.Score>>(scores.entrySet()),
                e -> "");
    }

    private String confusion() {
        List<IndustrialGroup> expected = List.copyOf(report.byExpected().keySet());
        List<Html.Column<IndustrialGroup>> columns = new ArrayList<>();
        columns.add(Html.Column.text("Label \\ rules", IndustrialGroup::label));
        for (IndustrialGroup group : report.byGroup().keySet()) {
            columns.add(Html.Column.html(group.label(), row -> {
                int count = report.confused(row, group);
                return count == 0 ? "" : row == group ? "<strong>" + count + "</strong>" : Integer.toString(count);
            }));
        }
        return Html.table("Which group the rules give names of which label", columns, expected, row -> "");
    }

    private String worst() {
        return Html.table(
                "Rules and terms that placed names wrongly, the worst first",
                List.of(
                        Html.Column.<ClassifyReport.RuleScore>text("Rule", ClassifyReport.RuleScore::ruleId),
                        Html.Column.number(
                                "Placed", r -> Integer.toString(r.score().placed())),
                        Html.Column.number(
                                "Wrong", r -> Integer.toString(r.score().wrong())),
                        Html.Column.number("Precision", r -> share(r.score().precision())),
                        Html.Column.html("Example", r -> Html.foreign(r.example()))),
                report.worstRules(MOST_RULES),
                row -> "");
    }

    private String errors() {
        return Html.table(
                "Names placed wrongly",
                List.of(
                        Html.Column.<ClassifyReport.Labelled>html("Name", n -> Html.foreign(n.name())),
                        Html.Column.text("Label", n -> n.expected().label()),
                        Html.Column.text("Rules", n -> n.group().label()),
                        Html.Column.html("Why", n -> Html.foreign(n.decision().rationale()))),
                report.names().stream()
                        .filter(name -> name.placed() && !name.right())
                        .limit(MOST_ERRORS)
                        .toList(),
                row -> "");
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
