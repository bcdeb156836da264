package dev.segmentation.cli;

import dev.segmentation.cli.console.ChangeTask;
import dev.segmentation.cli.console.Console;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Status;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.batch.BatchEntry.Outcome;
import dev.segmentation.decision.exchange.BatchImport;
import dev.segmentation.decision.exchange.ImportedBatch;
import dev.segmentation.decision.exchange.ImportedEntry;
import dev.segmentation.decision.exchange.ImportedEntry.Change;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import-batch",
        description = {
            "Takes batches of decisions, markdown or filled-in worklists, into MasterSegmentationOverrides.csv.",
            "A batch that is imported again changes only what was edited in it."
        })
final class ImportBatchCommand extends ChangeTask {
    private static final int SHOWN = 15;
    private static final int LONGEST = 60;

    @Option(
            names = {"--input-md", "--input-xlsx"},
            arity = "1..*",
            paramLabel = "FILE",
            description = "Batches as .md or .xlsx; * and ? stand for several.")
    private List<String> named = new ArrayList<>();

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "The same, without the option.")
    private List<String> others = new ArrayList<>();

    @Option(names = "--verbose", description = "List every name, not only what deserves a look.")
    private boolean verbose;

    @Override
    protected int work() {
        Set<Path> files = new LinkedHashSet<>();
        named.forEach(pattern -> files.addAll(files(pattern)));
        others.forEach(pattern -> files.addAll(files(pattern)));
        if (files.isEmpty()) {
            throw wrong("Say which files: segmenter import-batch --input-md FILE…");
        }
        BatchImport batches = new BatchImport(options.settings(), store(), console::note);
        List<ImportedBatch> imported = batches.run(List.copyOf(files), author(), dryRun);
        console.print(imported, () -> imported.forEach(this::text));
        int code = ended(batches.rejected());
        return imported.stream().allMatch(batch -> batch.outcomes().get(Outcome.NOT_UNDERSTOOD) == 0) ? code : REJECTED;
    }

    /** The files of a name; Windows hands patterns over as they are. */
    private static List<Path> files(String name) {
        if (!name.matches(".*[*?].*")
                || Files.exists(Path.of(name.replaceAll("[*?]", "_")).resolveSibling(name))) {
            return List.of(Path.of(name));
        }
        int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        Path folder = Path.of(cut < 0 ? "." : name.substring(0, cut + 1));
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name.substring(cut + 1))) {
            found.forEach(file -> files.add(cut < 0 ? file.getFileName() : file));
        } catch (IOException e) {
            throw new TableException(folder + " cannot be read (" + e + ").", e);
        }
        if (files.isEmpty()) {
            throw new TableException("No file matches " + name + ".");
        }
        return files.stream().sorted().toList();
    }

    /** Every name is counted, and what deserves a look is listed by its line. */
    private void text(ImportedBatch imported) {
        counts(imported);
        if (verbose || dryRun) {
            list(
                    imported,
                    "Changes",
                    one -> one.change() == Change.ADDED || one.change() == Change.CHANGED,
                    one -> (one.change() == Change.ADDED ? "+ " : "~ ") + one.master() + ": " + decision(one.entry()));
        }
        list(
                imported,
                "Replaced decisions",
                one -> !one.replaces().isEmpty(),
                one -> one.master() + ": " + decision(one.entry()) + " instead of " + one.replaces());
        list(
                imported,
                "Outranked by decisions made by hand",
                one -> !one.outranked().isEmpty(),
                one -> one.master() + ": " + one.outranked() + " counts");
        list(
                imported,
                "No present master",
                one -> one.change() != Change.NONE && one.masterId().isEmpty(),
                one -> one.entry().name()
                        + (one.nearest().isEmpty() ? "" : "; nearest: " + String.join(", ", one.nearest())));
        list(
                imported,
                "Taken for a master of another spelling",
                ImportedEntry::guessed,
                one -> String.format(
                        Locale.ROOT,
                        "%s is %s (%.2f), found %s",
                        one.entry().name(),
                        one.master(),
                        one.score(),
                        one.how()));
        list(imported, "Duplicates", one -> one.outcome() == Outcome.DUPLICATE, ImportBatchCommand::remarked);
        list(imported, "Not understood", one -> one.outcome() == Outcome.NOT_UNDERSTOOD, ImportBatchCommand::remarked);
        list(
                imported,
                "Odd",
                one -> one.change() != Change.NONE && !one.remarks().isEmpty(),
                ImportBatchCommand::remarked);
        if (!imported.gone().isEmpty()) {
            line("  No longer in the file, and kept: %s", shortened(imported.gone()));
        }
        imported.batch()
                .notes()
                .forEach(note -> line("  %s: %s", imported.batch().file(), note));
    }

    private void counts(ImportedBatch imported) {
        Map<Outcome, Integer> counts = imported.outcomes();
        int names = imported.entries().size();
        line("%n%s: %,d %s", imported.batch().file(), names, names == 1 ? "name" : "names");
        int open = counts.get(Outcome.OPEN);
        line(
                "  %,d decided, %,d queued, %,d duplicate, %,d not understood%s",
                counts.get(Outcome.DECIDED),
                counts.get(Outcome.QUEUED),
                counts.get(Outcome.DUPLICATE),
                counts.get(Outcome.NOT_UNDERSTOOD),
                open == 0 ? "" : String.format(Locale.ROOT, ", %,d left open", open));
        line(
                "  %,d new, %,d changed, %,d unchanged%s",
                imported.changes(Change.ADDED),
                imported.changes(Change.CHANGED),
                imported.changes(Change.SAME),
                behind(imported.transaction()));
    }

    private static String decision(BatchEntry entry) {
        Classification is = entry.classification();
        return is.group().label()
                + (is.detail().isEmpty() ? "" : ", " + is.detail())
                + (is.naics().isEmpty() ? "" : ", NAICS " + is.naics())
                + (entry.status() == Status.FINAL ? "" : " (" + entry.status().label() + ")");
    }

    private static String remarked(ImportedEntry one) {
        String name = one.entry().name();
        return (name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name) + ": "
                + String.join("; ", one.remarks());
    }

    private void list(
            ImportedBatch imported,
            String title,
            Predicate<ImportedEntry> wanted,
            Function<ImportedEntry, String> text) {
        List<ImportedEntry> found = imported.entries().stream().filter(wanted).toList();
        if (!found.isEmpty()) {
            line("  %s: %,d", title, found.size());
            console.some(
                    found,
                    verbose || dryRun ? Integer.MAX_VALUE : SHOWN,
                    one -> line(
                            "    %s:%d: %s",
                            imported.batch().file(), one.entry().line(), text.apply(one)),
                    "    … and %,d more (--verbose lists them)");
        }
    }

    private static String shortened(List<String> names) {
        String text = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() > SHOWN ? text + " … and " + (names.size() - SHOWN) + " more" : text;
    }

    private void line(String format, Object... args) {
        console.say(Console.plain(String.format(Locale.ROOT, format, args)));
    }
}
