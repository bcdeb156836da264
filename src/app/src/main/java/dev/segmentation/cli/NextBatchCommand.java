package dev.segmentation.cli;

import dev.segmentation.decision.exchange.NextBatch;
import dev.segmentation.decision.exchange.NextBatchFile;
import dev.segmentation.files.OutputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segmenter next-batch N}. */
@Command(
        name = "next-batch",
        description = {
            "Writes the N masters of the worklist that are worth deciding next as a batch to fill in: markdown, and a workbook",
            "with drop-downs. import-batch reads either. Many customer keys, recent billing and conflicts come first."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class NextBatchCommand implements Callable<Integer> {
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

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        if (count < 1 || count > MOST) {
            throw new CommandLine.ParameterException(spec.commandLine(), "N must be 1 to " + MOST + ", not " + count);
        }
        if (name != null && (name.isBlank() || name.startsWith(".") || name.matches(".*[\\\\/:*?\"<>|\\p{Cntrl}].*"))) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--name must be fit for a file name, and (" + name + ") is not");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        LocalDate today = LocalDate.now();
        List<NextBatch.Candidate> picked =
                new NextBatch(options.settings(), today).pick(count, note -> console.note(err, "Note: " + note));
        if (picked.isEmpty()) {
            console.note(err, "Nothing is left to decide.");
            return ExitCode.DONE;
        }
        List<Path> files = write(name == null ? "Batch-" + today : name, picked);
        if (console.json()) {
            out.println(Json.of(picked));
        } else if (!console.quiet()) {
            print(out, picked, files);
        }
        return ExitCode.DONE;
    }

    /** Never over a file that is there: somebody may have filled it in. */
    private List<Path> write(String wanted, List<NextBatch.Candidate> picked) {
        try {
            String free = wanted;
            for (int i = 2; taken(free); i++) {
                free = wanted + "-" + i;
            }
            List<Path> files = new ArrayList<>();
            if (format != Format.XLSX) {
                Path file = options.output().resolve(free + ".md");
                Path fresh = file.resolveSibling("." + free + ".md.new");
                Files.writeString(fresh, NextBatchFile.markdown(free, picked));
                files.add(Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE));
            }
            if (format != Format.MD) {
                Path file = options.output().resolve(free + ".xlsx");
                Path fresh = file.resolveSibling("." + free + ".xlsx.new");
                NextBatchFile.workbook(fresh, picked);
                files.add(Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE));
            }
            return files;
        } catch (IOException e) {
            throw new OutputException(
                    options.output() + " cannot be written (" + e + "). Maybe it is read-only, or the disk is full.",
                    e);
        }
    }

    private boolean taken(String free) {
        return Files.exists(options.output().resolve(free + ".md"))
                || Files.exists(options.output().resolve(free + ".xlsx"));
    }

    private void print(PrintWriter out, List<NextBatch.Candidate> picked, List<Path> files) {
        out.println(String.format(
                Locale.ROOT, "%5s  %-44s %-10s %-12s %s", "Keys", "Master", "Billed", "Why", "Suggestion"));
        for (NextBatch.Candidate one : picked.subList(0, Math.min(SHOWN, picked.size()))) {
            out.println(String.format(
                    Locale.ROOT,
                    "%,5d  %-44.44s %-10.10s %-12s %s",
                    one.keys(),
                    Console.plain(one.name()),
                    one.lastBilling(),
                    one.why(),
                    one.suggestion().isEmpty() ? one.runnerUp() : one.suggestion()));
        }
        if (picked.size() > SHOWN) {
            out.println("  … and " + (picked.size() - SHOWN) + " more");
        }
        files.forEach(file -> out.println("Written: " + file));
        out.println("Fill in the column Industrial Group, then: segmenter import-batch --input-md " + files.get(0));
    }
}
