package dev.segmentation.cli;

import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.exchange.BatchImport;
import dev.segmentation.decision.exchange.ImportedBatch;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segmenter import-batch --input-md FILE…}. */
@Command(
        name = "import-batch",
        description = {
            "Takes batches of decisions, markdown or filled-in worklists, into MasterSegmentationOverrides.csv.",
            "A batch that is imported again changes only what was edited in it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class ImportBatchCommand implements Callable<Integer> {
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

    @Mixin
    private ChangeOptions change;

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        Set<Path> files = new LinkedHashSet<>();
        named.forEach(pattern -> files.addAll(files(pattern)));
        others.forEach(pattern -> files.addAll(files(pattern)));
        if (files.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Say which files: segmenter import-batch --input-md FILE…");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        BatchImport batches = new BatchImport(
                options.settings(), Clock.systemDefaultZone(), note -> console.note(err, "Note: " + note));
        List<ImportedBatch> imported = batches.run(List.copyOf(files), change.author(), change.dryRun());
        if (console.json()) {
            out.println(Json.of(imported));
        } else if (!console.quiet()) {
            ImportPrinter printer = new ImportPrinter(out, change, verbose || change.dryRun());
            imported.forEach(batch -> printer.print(batch));
        }
        batches.rejected().forEach(error -> console.note(err, "Not used: " + error));
        boolean all = imported.stream().allMatch(batch -> batch.outcomes().get(BatchEntry.Outcome.NOT_UNDERSTOOD) == 0);
        return all && batches.rejected().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
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
            found.forEach(files::add);
        } catch (IOException e) {
            throw new TableException(folder + " cannot be read (" + e + ").", e);
        }
        if (files.isEmpty()) {
            throw new TableException("No file matches " + name + ".");
        }
        return files.stream()
                .map(file -> cut < 0 ? file.getFileName() : file)
                .sorted()
                .toList();
    }
}
