package dev.segmentation.cli;

import dev.segmentation.cli.console.Console;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.evaluate.dedupe.ClusterQuality;
import dev.segmentation.evaluate.dedupe.EvaluationReport;
import dev.segmentation.evaluate.dedupe.PairError;
import dev.segmentation.evaluate.dedupe.RecallBySimilarity;
import dev.segmentation.evaluate.dedupe.ThresholdRow;
import dev.segmentation.evaluate.dedupe.ThresholdStep;
import dev.segmentation.table.RowError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints an evaluation of the dedupe for people. */
final class EvaluateDedupeText {
    private static final int SHOWN_REJECTS = 5;
    private static final int SHOWN_NAME = 60;
    private final Console console;

    EvaluateDedupeText(Console console) {
        this.console = console;
    }

    void print(EvaluationReport report, Path output) {
        ThresholdRow inUse = report.configured();
        console.line(
                "%n%,d customer keys, %,d masters at the threshold in use, %.2f. Decisions of people were %sapplied.",
                report.customers(), inUse.masters(), inUse.threshold(), report.decisions() ? "" : "not ");
        if (report.labelled()) {
            quality(inUse.quality());
            bands(report.similarity());
            sweep(report);
            console.line(
                    "F1 is best at %.2f: %.3f",
                    report.best().threshold(), report.best().quality().f1());
            errors("Wrong merges: two entities in one master, the costliest first", report.falseMerges());
            errors("Missing merges: one entity in two masters, the costliest first", report.missedMerges());
        } else {
            console.say("No labels were given (--truth FILE), so nothing here says what is right.");
            sweep(report);
            report.steps().stream()
                    .filter(step -> step.lower() == inUse.threshold() || step.higher() == inUse.threshold())
                    .forEach(this::step);
        }
        rejected(report.rejected());
        console.files(output, report.files());
        console.line("%nDone in %.1f s.", report.seconds());
    }

    private void quality(ClusterQuality quality) {
        console.line(
                "%,d keys are labelled: %,d entities, %,d masters%n",
                quality.keys(), quality.entities(), quality.masters());
        TextTable table = console.table("%-24s %9.3f %9.3f %9.3f", "Counted by", "Precision", "Recall", "F1");
        table.row("pairs of keys", quality.precision(), quality.recall(), quality.f1());
        table.row("keys (B-cubed)", quality.bCubedPrecision(), quality.bCubedRecall(), quality.bCubedF1());
        console.line(
                "%,d pairs joined, %,d true, %,d both; %,d masters join several entities, %,d entities are split%n",
                quality.joinedPairs(),
                quality.truePairs(),
                quality.foundPairs(),
                quality.overMerged(),
                quality.splitEntities());
    }

    private void bands(List<RecallBySimilarity.Band> bands) {
        TextTable table = console.table("%-24s %,9d %,9d %9s", "True pairs that look", "Pairs", "Found", "Recall");
        for (RecallBySimilarity.Band band : bands) {
            String recall = band.pairs() == 0 ? "–" : String.format(Locale.ROOT, "%.3f", band.recall());
            table.row(band.similarity(), band.pairs(), band.found(), recall);
        }
    }

    private void sweep(EvaluationReport report) {
        boolean labelled = report.labelled();
        List<Object> titles = new ArrayList<>(List.of(" ", "Threshold"));
        if (labelled) {
            titles.addAll(List.of("Precision", "Recall", "F1", "B-cubed F1"));
        }
        titles.addAll(List.of("Masters", "Merged keys", "Largest", "Joining", "Leaving"));
        console.say("");
        TextTable table = console.table(
                "%s %-9.2f " + (labelled ? "%9.3f %9.3f %9.3f %10.3f" : "") + " %,9d %,11d %,8d %,8d %,8d",
                titles.toArray());
        for (ThresholdRow row : report.thresholds()) {
            List<Object> cells = new ArrayList<>(List.of(row.configured() ? "*" : " ", row.threshold()));
            if (labelled) {
                ClusterQuality quality = row.quality();
                cells.addAll(List.of(quality.precision(), quality.recall(), quality.f1(), quality.bCubedF1()));
            }
            cells.addAll(List.of(row.masters(), row.mergedKeys(), row.largestMaster(), row.joining(), row.leaving()));
            table.row(cells.toArray());
        }
        console.say("* in use; keys join and leave against it");
    }

    private void errors(String title, List<PairError> errors) {
        console.line("%n%s", title);
        if (errors.isEmpty()) {
            console.say("  none to show");
        }
        for (PairError error : errors) {
            console.line("%,9d pairs, score %.3f", error.pairs(), error.score());
            side(error.first());
            side(error.second());
            console.say("            " + clean(error.why(), 4 * SHOWN_NAME));
        }
    }

    private void side(PairError.Side side) {
        console.line(
                "          %s  %s  [%s, %s]  entity %s",
                clean(side.key(), SHOWN_NAME),
                clean(side.name(), SHOWN_NAME),
                clean(side.master(), SHOWN_NAME),
                side.masterId(),
                clean(side.entity(), SHOWN_NAME));
    }

    private void step(ThresholdStep step) {
        console.line("%nFrom %.2f to %.2f: %,d masters come apart", step.lower(), step.higher(), step.masters());
        step.examples().forEach(example -> {
            String parts = example.parts().stream()
                    .map(part -> clean(part.name(), SHOWN_NAME) + " (" + part.keys() + ")")
                    .collect(Collectors.joining(" | "));
            String more = example.masters() > example.parts().size() ? " | …" : "";
            console.line("  %,d keys: %s%s", example.keys(), parts, more);
        });
    }

    private void rejected(List<RowError> rejected) {
        if (!rejected.isEmpty()) {
            console.line("%nRows that could not be used: %,d", rejected.size());
            rejected.stream()
                    .limit(SHOWN_REJECTS)
                    .forEach(error -> console.say("  " + clean(error.toString(), 8 * SHOWN_NAME)));
        }
    }

    /** Names come from strangers: no control characters on the terminal, and no name of a thousand characters. */
    private static String clean(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest) + "…" : text;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    }
}
