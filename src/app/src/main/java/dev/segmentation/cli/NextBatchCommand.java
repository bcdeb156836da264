package dev.segmentation.cli;

import dev.segmentation.cli.console.Console;
import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.decision.exchange.NextBatch;
import dev.segmentation.decision.exchange.NextBatchFile;
import dev.segmentation.files.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "next-batch",
        description = {
            "Writes the N masters of the worklist that are worth deciding next as a batch to fill in: markdown, and a workbook",
            "with drop-downs. import-batch reads either. Many customer keys, recent billing and conflicts come first."
        })
final class NextBatchCommand extends FolderTask {
    private static final int MOST = 10_000;
    private static final int SHOWN = 10;

    private enum Format {
        MD,
        XLSX,
        BOTH
    }

    @Parameters(paramLabel = "N", defaultValue = "25", description = "How many masters (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--format", paramLabel = "FORMAT", description = "md, xlsx or both (default: both).")
    private Format format = Format.BOTH;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the batch, which becomes the Source of its decisions (default: Batch- and the day).")
    private String name;

    @Override
    protected int work() {
        checkRange("N", count, 1, MOST);
        if (name != null && (name.isBlank() || name.startsWith(".") || name.matches(".*[\\\\/:*?\"<>|\\p{Cntrl}].*"))) {
            throw wrong("--name must be fit for a file name, and (" + name + ") is not");
        }
        LocalDate today = LocalDate.now();
        List<NextBatch.Candidate> picked = new NextBatch(options.settings(), today).pick(count, console::note);
        if (picked.isEmpty()) {
            console.tell("Nothing is left to decide.");
            return DONE;
        }
        List<Path> files = write(name == null ? "Batch-" + today : name, picked);
        console.print(picked, () -> text(picked, files));
        return DONE;
    }

    /** Writes the files, never over one that is there: somebody may have filled it in. */
    private List<Path> write(String wanted, List<NextBatch.Candidate> picked) {
        try {
            String free = wanted;
            for (int i = 2; Files.exists(file(free, ".md")) || Files.exists(file(free, ".xlsx")); i++) {
                free = wanted + "-" + i;
            }
            List<Path> files = new ArrayList<>();
            if (format != Format.XLSX) {
                Path fresh = file("." + free, ".md.new");
                Files.writeString(fresh, NextBatchFile.markdown(free, picked));
                files.add(Files.move(fresh, file(free, ".md"), StandardCopyOption.ATOMIC_MOVE));
            }
            if (format != Format.MD) {
                Path fresh = file("." + free, ".xlsx.new");
                NextBatchFile.workbook(fresh, picked);
                files.add(Files.move(fresh, file(free, ".xlsx"), StandardCopyOption.ATOMIC_MOVE));
            }
            return files;
        } catch (IOException e) {
            throw new OutputException(
                    options.output() + " cannot be written (" + e + "). Maybe it is read-only, or the disk is full.",
                    e);
        }
    }

    private Path file(String base, String ending) {
        return options.output().resolve(base + ending);
    }

    private void text(List<NextBatch.Candidate> picked, List<Path> files) {
        TextTable table =
                console.table("%,5d  %-44.44s %-10.10s %-12s %s", "Keys", "Master", "Billed", "Why", "Suggestion");
        console.some(
                picked,
                SHOWN,
                one -> table.row(
                        one.keys(),
                        Console.plain(one.name()),
                        one.lastBilling(),
                        one.why(),
                        one.suggestion().isEmpty() ? one.runnerUp() : one.suggestion()),
                "  … and %d more");
        files.forEach(file -> console.say("Written: " + file));
        console.say("Fill in the column Industrial Group, then: segmenter import-batch --input-md " + files.get(0));
    }
}
