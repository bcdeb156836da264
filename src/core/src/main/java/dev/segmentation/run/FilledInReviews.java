package dev.segmentation.run;

import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.output.OutputTables;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Guards judgements that people wrote into the review lists of the last run: the next run writes these lists anew, so it
 * does not start before the judgements stand in the input folder.
 */
final class FilledInReviews {
    private final Path output;
    private final Path input;

    FilledInReviews(Path output, Path input) {
        this.output = output;
        this.input = input;
    }

    /**
     * Makes sure that nothing is lost.
     *
     * @param known the judgements of the input folder
     * @throws TableException if a list holds a judgement that would be gone
     */
    void check(List<MergeJudgement> known) {
        check(OutputTables.POSSIBLE_MERGES, "Master B", known);
        check(OutputTables.POSSIBLE_SPLITS, "Member", known);
    }

    private void check(String name, String other, List<MergeJudgement> known) {
        Path list = output.resolve(name);
        if (!Files.exists(list)) {
            return;
        }
        Set<String> saved = known.stream()
                .filter(judgement -> !isList(list, judgement.file()))
                .map(judgement -> row(judgement.alias(), judgement.master(), judgement.merge() ? "merge" : "never"))
                .collect(Collectors.toSet());
        int unsaved = unsaved(list, other, saved);
        if (unsaved > 0) {
            throw new TableException(list + " holds " + unsaved + (unsaved == 1 ? " judgement" : " judgements")
                    + " that this run would overwrite. Move it to " + input + " under a name such as "
                    + name.replace(".csv", "-1.csv") + ", or empty the column Judgement, and run again.");
        }
    }

    /** Counts judgements, and rows that cannot be read and may hold one. A file without that column holds none. */
    private static int unsaved(Path list, String other, Set<String> saved) {
        int[] unsaved = {0};
        TableSpec spec = TableSpec.of("Master A", other).with("Judgement");
        try {
            TableReader.readOwn(
                    list,
                    spec,
                    row -> {
                        String verdict = row.get("Judgement");
                        boolean open = !verdict.isEmpty()
                                && !saved.contains(row(row.get(other), row.get("Master A"), verdict));
                        unsaved[0] += open ? 1 : 0;
                    },
                    error -> unsaved[0]++,
                    note -> {});
        } catch (TableException e) {
            return 0; // it is none of our lists, and what a run made can be made again
        }
        return unsaved[0];
    }

    private boolean isList(Path list, String file) {
        try {
            return Files.isSameFile(input.resolve(file), list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(String a, String b, String verdict) {
        String pair = a.compareTo(b) < 0 ? a + "\n" + b : b + "\n" + a;
        return pair + "\n" + verdict.toLowerCase(Locale.ROOT);
    }
}
