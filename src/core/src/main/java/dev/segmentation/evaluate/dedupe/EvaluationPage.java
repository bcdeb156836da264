package dev.segmentation.evaluate.dedupe;

import dev.segmentation.report.Html;
import dev.segmentation.report.PageStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An evaluation as one HTML page that needs nothing else: no scripts, no other files, no network. */
final class EvaluationPage {
    static final String FILE = "DedupeEvaluation.html";

    private static final int SHOWN_REJECTS = 20;

    private final EvaluationReport report;
    private final EvaluationPlots plots;

    private EvaluationPage(EvaluationReport report) {
        this.report = report;
        this.plots = new EvaluationPlots(report);
    }

    static String of(EvaluationReport report) {
        EvaluationPage page = new EvaluationPage(report);
        String title = "Dedupe evaluation of " + Html.escape(report.customersFile());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title + "</title>\n"
                + PageStyle.HEAD + "</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n" + page.introduction()
                + (report.labelled() ? page.labelled() : page.unlabelled()) + page.remarks()
                + "</main>\n</body>\n</html>\n";
    }

    private String introduction() {
        ThresholdRow row = report.configured();
        return "<p>"
                + say(
                        "%,d customer keys, %,d masters at the threshold in use, %.2f; the largest holds %,d keys. ",
                        report.customers(), row.masters(), row.threshold(), row.largestMaster())
                + (report.labelled()
                        ? say("%,d keys are labelled by ", row.quality().keys()) + Html.escape(report.truthFile())
                                + "; only these are judged. "
                        : "No labels were given, so nothing here says what is right. ")
                + (report.decisions() ? "Decisions of people were applied." : "Decisions of people were not applied.")
                + "</p>\n";
    }

    private String labelled() {
        return section("At the threshold in use", inUse())
                + section(
                        "Other thresholds",
                        figure(plots.quality(), "Pairwise precision, recall and F1 by threshold.")
                                + figure(plots.tradeOff(), "The same values as precision against recall.")
                                + sweep())
                + section(
                        "Recall by how alike the true pairs look",
                        "<p>Similarity is Jaro-Winkler of the bare names, which the dedupe does not use. Of an entity with"
                                + say(" many keys %,d pairs are looked at.</p>\n", RecallBySimilarity.PAIRS_PER_ENTITY)
                                + bands())
                + section(
                        "Wrong merges", errors("Two entities in one master, the costliest first", report.falseMerges()))
                + section(
                        "Missing merges",
                        errors("One entity in two masters, the costliest first", report.missedMerges()));
    }

    private String unlabelled() {
        return section(
                        "Other thresholds",
                        figure(plots.masters(), "Masters, and keys that share theirs with another key, by threshold.")
                                + sweep())
                + section(
                        "What changes between neighbouring thresholds",
                        report.steps().stream()
                                .filter(step -> step.masters() > 0)
                                .map(EvaluationPage::step)
                                .collect(Collectors.joining()));
    }

    private static String section(String title, String content) {
        return "<section>\n<h2>" + Html.escape(title) + "</h2>\n" + content + "</section>\n";
    }

    private static String figure(String svg, String caption) {
        return "<figure>" + svg + "<figcaption>" + Html.escape(caption) + "</figcaption></figure>\n";
    }

    private String inUse() {
        ClusterQuality quality = report.configured().quality();
        record Line(String measure, double precision, double recall, double f1) {}
        List<Html.Column<Line>> columns = List.of(
                Html.Column.text("Counted by", Line::measure),
                Html.Column.number("Precision", line -> share(line.precision())),
                Html.Column.number("Recall", line -> share(line.recall())),
                Html.Column.number("F1", line -> share(line.f1())));
        List<Line> lines = List.of(
                new Line("pairs of keys", quality.precision(), quality.recall(), quality.f1()),
                new Line("keys (B-cubed)", quality.bCubedPrecision(), quality.bCubedRecall(), quality.bCubedF1()));
        return Html.table("Agreement with the labels", columns, lines, line -> "")
                + say(
                        "<p>%,d labelled keys in %,d entities and %,d masters. %,d pairs were joined, %,d are true, %,d are"
                                + " both. %,d masters join several entities, %,d entities are split.</p>\n",
                        quality.keys(),
                        quality.entities(),
                        quality.masters(),
                        quality.joinedPairs(),
                        quality.truePairs(),
                        quality.foundPairs(),
                        quality.overMerged(),
                        quality.splitEntities());
    }

    private String sweep() {
        List<Html.Column<ThresholdRow>> columns = new ArrayList<>();
        columns.add(Html.Column.text(
                "Threshold", row -> say("%.2f", row.threshold()) + (row.configured() ? " (in use)" : "")));
        if (report.labelled()) {
            columns.add(
                    Html.Column.number("Precision", row -> share(row.quality().precision())));
            columns.add(Html.Column.number("Recall", row -> share(row.quality().recall())));
            columns.add(Html.Column.number("F1", row -> share(row.quality().f1())));
            columns.add(
                    Html.Column.number("B-cubed F1", row -> share(row.quality().bCubedF1())));
        }
        columns.add(Html.Column.number("Masters", row -> say("%,d", row.masters())));
        columns.add(Html.Column.number("Merged keys", row -> say("%,d", row.mergedKeys())));
        columns.add(Html.Column.number("Largest master", row -> say("%,d", row.largestMaster())));
        columns.add(Html.Column.number("Keys joining", row -> say("%,d", row.joining())));
        columns.add(Html.Column.number("Keys leaving", row -> say("%,d", row.leaving())));
        return Html.table(
                "All thresholds; keys join and leave against the one in use",
                columns,
                report.thresholds(),
                row -> row.configured() ? "use" : "");
    }

    private String bands() {
        List<Html.Column<RecallBySimilarity.Band>> columns = List.of(
                Html.Column.text("Similarity", RecallBySimilarity.Band::similarity),
                Html.Column.number("True pairs", band -> say("%,d", band.pairs())),
                Html.Column.number("Found", band -> say("%,d", band.found())),
                Html.Column.number("Recall", band -> band.pairs() == 0 ? "–" : share(band.recall())));
        return Html.table("Recall by similarity", columns, report.similarity(), band -> "");
    }

    private static String errors(String caption, List<PairError> errors) {
        if (errors.isEmpty()) {
            return "<p>None to show.</p>\n";
        }
        List<Html.Column<PairError>> columns = List.of(
                Html.Column.number("Pairs", error -> say("%,d", error.pairs())),
                Html.Column.number("Score", error -> share(error.score())),
                Html.Column.html("One", error -> side(error.first())),
                Html.Column.html("Other", error -> side(error.second())),
                Html.Column.html("Why", error -> Html.foreign(error.why())));
        return Html.table(caption, columns, errors, error -> "");
    }

    private static String side(PairError.Side side) {
        return "<strong>" + Html.foreign(side.name()) + "</strong><br>key " + Html.foreign(side.key()) + "<br>master "
                + Html.foreign(side.master()) + " " + Html.foreign(side.masterId()) + "<br>entity "
                + Html.foreign(side.entity());
    }

    private static String step(ThresholdStep step) {
        String examples = step.examples().stream()
                .map(example -> say("<li>%,d keys, %,d masters: ", example.keys(), example.masters())
                        + example.parts().stream()
                                .map(part -> Html.foreign(part.name()) + say(" (%,d)", part.keys()))
                                .collect(Collectors.joining(" | "))
                        + (example.masters() > example.parts().size() ? " | …" : "") + "</li>\n")
                .collect(Collectors.joining());
        return say(
                        "<h3>From %.2f to %.2f</h3>\n<p>%,d masters of %.2f are several masters at %.2f. Those that differ most:</p>\n",
                        step.lower(), step.higher(), step.masters(), step.lower(), step.higher())
                + "<ul>\n" + examples + "</ul>\n";
    }

    private String remarks() {
        List<String> remarks = new ArrayList<>(report.notes());
        report.rejected().stream().limit(SHOWN_REJECTS).forEach(error -> remarks.add(error.toString()));
        if (report.rejected().size() > SHOWN_REJECTS) {
            remarks.add(
                    say("%,d more rows could not be used.", report.rejected().size() - SHOWN_REJECTS));
        }
        return remarks.isEmpty()
                ? ""
                : section(
                        "Remarks",
                        remarks.stream()
                                .map(remark -> "<li>" + Html.foreign(remark) + "</li>\n")
                                .collect(Collectors.joining("", "<ul>\n", "</ul>\n")));
    }

    private static String share(double value) {
        return say("%.3f", value);
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
