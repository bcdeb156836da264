package dev.segmentation.cli;

import dev.segmentation.evaluate.dedupe.ClusterQuality;
import dev.segmentation.evaluate.dedupe.EvaluationReport;
import dev.segmentation.evaluate.dedupe.PairError;
import dev.segmentation.evaluate.dedupe.RecallBySimilarity;
import dev.segmentation.evaluate.dedupe.ThresholdRow;
import dev.segmentation.evaluate.dedupe.ThresholdStep;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints an evaluation for people. */
final class EvaluationPrinter {
    private static final int SHOWN_REJECTS = 5;
    private static final int SHOWN_NAME = 60;

    private final PrintWriter out;

    EvaluationPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(EvaluationReport report, Path output) {
        ThresholdRow inUse = report.configured();
        line(
                "%n%,d customer keys, %,d masters at the threshold in use, %.2f. Decisions of people were %sapplied.",
                report.customers(), inUse.masters(), inUse.threshold(), report.decisions() ? "" : "not ");
        if (report.labelled()) {
            quality(inUse.quality());
            bands(report.similarity());
            sweep(report);
            line(
                    "F1 is best at %.2f: %.3f",
                    report.best().threshold(), report.best().quality().f1());
            errors("Wrong merges: two entities in one master, the costliest first", report.falseMerges());
            errors("Missing merges: one entity in two masters, the costliest first", report.missedMerges());
        } else {
            line("No labels were given (--truth FILE), so nothing here says what is right.");
            sweep(report);
            steps(report.steps(), inUse.threshold());
        }
        rejected(report);
        line(
                "%nFiles in %s: %s",
                output,
                report.files().stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(", ")));
        line("%nDone in %.1f s.", report.seconds());
    }

    private void quality(ClusterQuality quality) {
        line("%,d keys are labelled: %,d entities, %,d masters", quality.keys(), quality.entities(), quality.masters());
        line("%n%-24s %9s %9s %9s", "Counted by", "Precision", "Recall", "F1");
        line("%-24s %9.3f %9.3f %9.3f", "pairs of keys", quality.precision(), quality.recall(), quality.f1());
        line(
                "%-24s %9.3f %9.3f %9.3f",
                "keys (B-cubed)", quality.bCubedPrecision(), quality.bCubedRecall(), quality.bCubedF1());
        line(
                "%,d pairs joined, %,d true, %,d both; %,d masters join several entities, %,d entities are split",
                quality.joinedPairs(),
                quality.truePairs(),
                quality.foundPairs(),
                quality.overMerged(),
                quality.splitEntities());
    }

    private void bands(List<RecallBySimilarity.Band> bands) {
        line("%n%-24s %9s %9s %9s", "True pairs that look", "Pairs", "Found", "Recall");
        for (RecallBySimilarity.Band band : bands) {
            String recall = band.pairs() == 0 ? "–" : String.format(Locale.ROOT, "%.3f", band.recall());
            line("%-24s %,9d %,9d %9s", band.similarity(), band.pairs(), band.found(), recall);
        }
    }

    private void sweep(EvaluationReport report) {
        boolean labelled = report.labelled();
        String quality = String.format("%9s %9s %9s %10s", "Precision", "Recall", "F1", "B-cubed F1");
        line(
                "%n  %-9s %s %9s %11s %8s %8s %8s",
                "Threshold", labelled ? quality : "", "Masters", "Merged keys", "Largest", "Joining", "Leaving");
        for (ThresholdRow row : report.thresholds()) {
            line(
                    "%s %-9.2f %s %,9d %,11d %,8d %,8d %,8d",
                    row.configured() ? "*" : " ",
                    row.threshold(),
                    labelled ? quality(row) : "",
                    row.masters(),
                    row.mergedKeys(),
                    row.largestMaster(),
                    row.joining(),
                    row.leaving());
        }
        line("* in use; keys join and leave against it");
    }

    private static String quality(ThresholdRow row) {
        ClusterQuality quality = row.quality();
        return String.format(
                Locale.ROOT,
                "%9.3f %9.3f %9.3f %10.3f",
                quality.precision(),
                quality.recall(),
                quality.f1(),
                quality.bCubedF1());
    }

    private void errors(String title, List<PairError> errors) {
        line("%n%s", title);
        if (errors.isEmpty()) {
            line("  none to show");
        }
        for (PairError error : errors) {
            line("%,9d pairs, score %.3f", error.pairs(), error.score());
            side(error.first());
            side(error.second());
            line("            %s", clean(error.why(), 4 * SHOWN_NAME));
        }
    }

    private void side(PairError.Side side) {
        line(
                "          %s  %s  [%s, %s]  entity %s",
                clean(side.key(), SHOWN_NAME),
                clean(side.name(), SHOWN_NAME),
                clean(side.master(), SHOWN_NAME),
                side.masterId(),
                clean(side.entity(), SHOWN_NAME));
    }

    private void steps(List<ThresholdStep> steps, double inUse) {
        steps.stream()
                .filter(step -> step.lower() == inUse || step.higher() == inUse)
                .forEach(step -> {
                    line("%nFrom %.2f to %.2f: %,d masters come apart", step.lower(), step.higher(), step.masters());
                    step.examples().forEach(example -> line("  %,d keys: %s", example.keys(), parts(example)));
                });
    }

    private static String parts(ThresholdStep.Example example) {
        return example.parts().stream()
                        .map(part -> clean(part.name(), SHOWN_NAME) + " (" + part.keys() + ")")
                        .collect(Collectors.joining(" | "))
                + (example.masters() > example.parts().size() ? " | …" : "");
    }

    private void rejected(EvaluationReport report) {
        if (!report.rejected().isEmpty()) {
            line("%nRows that could not be used: %,d", report.rejected().size());
            report.rejected().stream()
                    .limit(SHOWN_REJECTS)
                    .forEach(error -> line("  %s", clean(error.toString(), 8 * SHOWN_NAME)));
        }
    }

    /** Names come from strangers: no control characters on the terminal, and no name of a thousand characters. */
    private static String clean(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest) + "…" : text;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    }

    private void line(String format, Object... args) {
        out.println(String.format(Locale.ROOT, format, args));
    }
}
