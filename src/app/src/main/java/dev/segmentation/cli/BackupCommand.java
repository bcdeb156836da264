package dev.segmentation.cli;

import dev.segmentation.history.Backup;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segmenter backup}. */
@Command(
        name = "backup",
        description = {
            "Writes decisions, registry, rules and the last run into one archive, while nothing else writes.",
            "Files of users and tokens are not in it. restore puts it back."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The archive to write, such as segmenter-2026-10.zip.")
    private Path file;

    @Option(names = "--with-runs", description = "Keep the former runs of output/runs as well.")
    private boolean runs;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = "${env:SEGMENTER_STATE:-state}",
            description = "Folder in which the service keeps change sets and former rules (default: ${DEFAULT-VALUE}).")
    private Path state;

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        Backup.Result result = new Backup(options.settings(), state, Clock.systemUTC()).write(file, runs);
        if (console.json()) {
            spec.commandLine().getOut().println(Json.of(result));
        } else if (!console.quiet()) {
            spec.commandLine()
                    .getOut()
                    .println(result.files() + " files, " + result.bytes() / 1024 + " KB, in " + result.file());
        }
        return ExitCode.DONE;
    }
}
