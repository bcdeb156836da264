package dev.segmentation.cli;

import dev.segmentation.cli.console.ChangeTask;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.exchange.BatchImport;
import dev.segmentation.decision.exchange.ImportedBatch;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segmenter import-batch --input-md FILE…}. */
@Command(
        name = "import-batch",
        description = {
            "Takes batches of decisions, markdown or filled-in worklists, into MasterSegmentationOverrides.csv.",
            "A batch that is imported again changes only what was edited in it."
        })
final class ImportBatchCommand extends ChangeTask {
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
        BatchImport batches = new BatchImport(options.settings(), Clock.systemDefaultZone(), console::note);
        List<ImportedBatch> imported = batches.run(List.copyOf(files), author(), dryRun);
        console.print(
                imported,
                () -> imported.forEach(
                        batch -> new ImportText(console, batch, verbose || dryRun).print(behind(batch.transaction()))));
        boolean all = imported.stream().allMatch(batch -> batch.outcomes().get(BatchEntry.Outcome.NOT_UNDERSTOOD) == 0);
        int code = ended(batches.rejected());
        return all ? code : REJECTED;
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
}
