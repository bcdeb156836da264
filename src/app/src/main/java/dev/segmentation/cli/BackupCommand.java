package dev.segmentation.cli;

import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.history.Backup;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = {
            "Writes decisions, registry, rules and the last run into one archive, while nothing else writes.",
            "Files of users and tokens are not in it. restore puts it back."
        })
final class BackupCommand extends FolderTask {
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

    @Override
    protected int work() {
        Backup.Result result = new Backup(options.settings(), state, Clock.systemUTC()).write(file, runs);
        console.print(
                result,
                () -> console.say(result.files() + " files, " + result.bytes() / 1024 + " KB, in " + result.file()));
        return DONE;
    }
}
