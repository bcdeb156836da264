package dev.segmentation.cli;

import dev.segmentation.cli.console.CliCommand;
import dev.segmentation.history.Restore;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Unpacks a backup into a new folder and checks every file of it.")
final class RestoreCommand extends CliCommand {
    @Parameters(paramLabel = "FILE", description = "An archive that backup wrote.")
    private Path file;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            required = true,
            description =
                    "A folder that does not exist yet, or is empty; input, output, rules and state will be in it.")
    private Path into;

    @Override
    public Integer call() {
        int files = new Restore(file).into(into);
        line().getOut()
                .println(files + " files restored. Use them with --input " + into.resolve("input") + " --output "
                        + into.resolve("output") + " --rules " + into.resolve("rules")
                        + "; the state of a service is in " + into.resolve("state"));
        return DONE;
    }
}
