package dev.segmentation.evaluate.dedupe;

import dev.segmentation.report.SvgPlot;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The drawings of an evaluation. */
final class EvaluationPlots {
    private final EvaluationReport report;
    private final ThresholdRow inUse;

    EvaluationPlots(EvaluationReport report) {
        this.report = report;
        this.inUse = report.configured();
    }

    /** Precision, recall and F1 by threshold. */
    String quality() {
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
                .mark(inUse.threshold(), say("in use %.2f", inUse.threshold()))
                .svg();
    }

    /** Precision against recall. */
    String tradeOff() {
        List<SvgPlot.Point> points = report.thresholds().stream()
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
                                report.thresholds().get(0).threshold(),
                                report.thresholds()
                                        .get(report.thresholds().size() - 1)
                                        .threshold(),
                                inUse.threshold()),
                        SvgPlot.Axis.share("Recall"),
                        SvgPlot.Axis.share("Precision"))
                .line("One point for each threshold", points)
                .ring(inUse.quality().recall(), inUse.quality().precision(), say("in use %.2f", inUse.threshold()))
                .svg();
    }

    /** Masters and merged keys by threshold. */
    String masters() {
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
                .mark(inUse.threshold(), say("in use %.2f", inUse.threshold()))
                .svg();
    }

    private List<SvgPlot.Point> points(String what, ToDoubleFunction<ThresholdRow> value) {
        return report.thresholds().stream()
                .map(row -> new SvgPlot.Point(
                        row.threshold(),
                        value.applyAsDouble(row),
                        say(
                                value.applyAsDouble(row) > 1 ? "threshold %.2f: %s %,.0f" : "threshold %.2f: %s %.3f",
                                row.threshold(),
                                what,
                                value.applyAsDouble(row))))
                .toList();
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
