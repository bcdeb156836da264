package dev.segmentation.cli;

import dev.segmentation.cli.console.Task;
import dev.segmentation.history.Restore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segmenter restore}. */
@Command(
        name = "restore",
        description = "Unpacks a backup into a new folder and checks every file of it.",
        mixinStandardHelpOptions = true,
        versionProvider = Task.Versions.class)
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "An archive that backup wrote.")
    private Path file;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            required = true,
            description =
                    "A folder that does not exist yet, or is empty; input, output, rules and state will be in it.")
    private Path into;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        int files = new Restore(file).into(into);
        spec.commandLine()
                .getOut()
                .println(files + " files restored. Use them with --input " + into.resolve("input") + " --output "
                        + into.resolve("output") + " --rules " + into.resolve("rules")
                        + "; the state of a service is in " + into.resolve("state"));
        return Task.DONE;
    }
}
