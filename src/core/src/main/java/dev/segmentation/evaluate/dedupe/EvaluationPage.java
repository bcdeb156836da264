package dev.segmentation.evaluate.dedupe;

import dev.segmentation.report.Html;
import dev.segmentation.report.SvgPlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** An evaluation as one HTML page that needs nothing else: the drawings and what else the template asks besides the report. */
record EvaluationPage(EvaluationReport report, ThresholdRow inUse) {
    private static final int SHOWN_REJECTS = 20;

    static String of(EvaluationReport report) {
        return Html.page(
                "dedupe-evaluation.html",
                Map.of(
                        "heading",
                        "Dedupe evaluation of " + report.customersFile(),
                        "report",
                        report,
                        "page",
                        new EvaluationPage(report, report.configured())));
    }

    public int pairsPerEntity() {
        return RecallBySimilarity.PAIRS_PER_ENTITY;
    }

    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(report.notes());
        report.rejected().stream().limit(SHOWN_REJECTS).forEach(error -> remarks.add(error.toString()));
        if (report.rejected().size() > SHOWN_REJECTS) {
            remarks.add(
                    say("%,d more rows could not be used.", report.rejected().size() - SHOWN_REJECTS));
        }
        return remarks;
    }

    /** Precision, recall and F1 by threshold. */
    public SvgPlot quality() {
        ThresholdRow best = report.best();
        String description = say(
                "At the threshold in use, %.2f, precision is %.3f, recall %.3f and F1 %.3f. F1 is best at %.2f with %.3f."
                        + " The table has all values.",
                inUse.threshold(),
                inUse.quality().precision(),
                inUse.quality().recall(),
                inUse.quality().f1(),
                best.threshold(),
                best.quality().f1());
        return new SvgPlot(
                        "quality",
                        "Precision, recall and F1 by merge threshold",
                        description,
                        SvgPlot.Axis.share("Merge threshold"),
                        SvgPlot.Axis.share("Share of pairs"))
                .line("Precision", points("precision", row -> row.quality().precision()))
                .line("Recall", points("recall", row -> row.quality().recall()))
                .line("F1", points("F1", row -> row.quality().f1()))
                .mark(inUse.threshold(), say("in use %.2f", inUse.threshold()));
    }

    /** Precision against recall. */
    public SvgPlot tradeOff() {
        List<ThresholdRow> rows = report.thresholds();
        List<SvgPlot.Point> points = rows.stream()
                .map(row -> new SvgPlot.Point(
                        row.quality().recall(),
                        row.quality().precision(),
                        say(
                                "threshold %.2f: precision %.3f, recall %.3f",
                                row.threshold(),
                                row.quality().precision(),
                                row.quality().recall())))
                .toList();
        return new SvgPlot(
                        "trade-off",
                        "Precision against recall",
                        say(
                                "One point for each threshold from %.2f to %.2f. The ring is the threshold in use, %.2f.",
                                rows.get(0).threshold(),
                                rows.get(rows.size() - 1).threshold(),
                                inUse.threshold()),
                        SvgPlot.Axis.share("Recall"),
                        SvgPlot.Axis.share("Precision"))
                .line("One point for each threshold", points)
                .ring(inUse.quality().recall(), inUse.quality().precision(), say("in use %.2f", inUse.threshold()));
    }

    /** Masters and merged keys by threshold. */
    public SvgPlot masters() {
        return new SvgPlot(
                        "masters",
                        "Masters and merged keys by merge threshold",
                        say(
                                "At the threshold in use, %.2f, there are %,d masters, and %,d keys share theirs with another"
                                        + " key. The table has all values.",
                                inUse.threshold(), inUse.masters(), inUse.mergedKeys()),
                        SvgPlot.Axis.share("Merge threshold"),
                        SvgPlot.Axis.count("Count", report.customers()))
                .line("Masters", points("masters", ThresholdRow::masters))
                .line("Merged keys", points("merged keys", ThresholdRow::mergedKeys))
                .mark(inUse.threshold(), say("in use %.2f", inUse.threshold()));
    }

    private List<SvgPlot.Point> points(String what, ToDoubleFunction<ThresholdRow> of) {
        return report.thresholds().stream()
                .map(row -> {
                    double value = of.applyAsDouble(row);
                    String says = value > 1 ? "threshold %.2f: %s %,.0f" : "threshold %.2f: %s %.3f";
                    return new SvgPlot.Point(row.threshold(), value, say(says, row.threshold(), what, value));
                })
                .toList();
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
