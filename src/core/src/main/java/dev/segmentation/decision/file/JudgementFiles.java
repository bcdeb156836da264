package dev.segmentation.decision.file;

import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads human verdicts on pairs of names: the override file, and the review lists of a run that people filled in and put
 * into the input folder, under any name that begins as the list's own.
 */
final class JudgementFiles {
    private static final String MERGES = "possiblemerges";
    private static final String SPLITS = "possiblesplits";
    private static final String JUDGEMENT = "Judgement";
    private static final String MERGE = "merge";
    private static final TableSpec OVERRIDES =
            TableSpec.of("Alias Canonical", "Master Canonical").with(JUDGEMENT, "Owner", "Date", "Reason");

    private final Path folder;
    private final Charset charset;
    private final Consumer<RowError> errors;
    private final Consumer<String> notes;
    private final List<MergeJudgement> judgements = new ArrayList<>();

    JudgementFiles(Path folder, Charset charset, Consumer<RowError> errors, Consumer<String> notes) {
        this.folder = folder;
        this.charset = charset;
        this.errors = errors;
        this.notes = notes;
    }

    /** The review lists in a folder, in order of their names. */
    static List<Path> reviews(Path folder) {
        return like(folder, ".csv");
    }

    private static List<Path> like(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            plain(file).startsWith(MERGES) || plain(file).startsWith(SPLITS))
                    .filter(file -> plain(file).endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[ _]", "");
    }

    List<MergeJudgement> read() {
        Path overrides = folder.resolve(GovernanceFiles.MERGES);
        if (Files.exists(overrides)) {
            TableReader.read(overrides, charset, OVERRIDES, this::override, errors, notes);
        }
        for (Path workbook : like(folder, ".xlsx")) {
            notes.accept(workbook.getFileName() + " is not read. Save it as CSV beside it, and its judgements count.");
        }
        for (Path review : reviews(folder)) {
            String other = plain(review).startsWith(MERGES) ? "Master B" : "Member";
            TableSpec spec = TableSpec.of("Master A", other, JUDGEMENT)
                    .with("Owner", "Reason", "Rank", "Score", "Why", "Keys A", "Keys B");
            TableReader.read(review, charset, spec, row -> review(row, other), errors, notes);
        }
        return judgements;
    }

    private void override(Row row) {
        add(row, "Alias Canonical", "Master Canonical", MERGE);
    }

    /** What nobody has judged yet says nothing. */
    private void review(Row row, String other) {
        if (!row.get(JUDGEMENT).isEmpty()) {
            add(row, other, "Master A", "");
        }
    }

    private void add(Row row, String alias, String master, String ifBlank) {
        String word = row.get(JUDGEMENT).toLowerCase(Locale.ROOT);
        String verdict = word.isEmpty() ? ifBlank : word;
        if (row.get(alias).isEmpty() || row.get(master).isEmpty()) {
            errors.accept(row.error("", "two names are needed", "Fill in " + alias + " and " + master + "."));
        } else if (!verdict.equals(MERGE) && !verdict.equals("never")) {
            errors.accept(row.error(
                    JUDGEMENT,
                    "unknown judgement",
                    "Write `merge` or `never`" + (ifBlank.isEmpty() ? "." : "; blank means merge.")));
        } else {
            judgements.add(new MergeJudgement(
                    row.get(alias),
                    row.get(master),
                    verdict.equals(MERGE),
                    row.get("Owner"),
                    row.get("Reason"),
                    row.file(),
                    row.line()));
        }
    }
}
