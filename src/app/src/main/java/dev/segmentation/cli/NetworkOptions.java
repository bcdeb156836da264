package dev.segmentation.cli;

import dev.segmentation.cli.console.CliCommand;
import dev.segmentation.suggest.workflow.RemoteAccess;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Whether and how the network is asked. Without {@code --online} nothing leaves the machine. */
final class NetworkOptions {
    private static final int LONGEST_SLEEP = 3600;

    @Option(
            names = "--online",
            description =
                    "Ask Wikidata and the search service of SEGMENTER_SEARCH_URL too, where this machine is not sure (default: --offline).")
    boolean online;

    @Option(names = "--offline", description = "Ask nothing of the network; this is the default.")
    private boolean offline;

    @Option(
            names = "--sleep-seconds",
            paramLabel = "S",
            defaultValue = "1",
            description = "The pause between two requests to a service (default: ${DEFAULT-VALUE}).")
    private double sleepSeconds;

    @Option(
            names = "--fresh",
            description = "Forget what the network, or the language model that is asked, said before.")
    private boolean fresh;

    /** What may be asked; refuses what makes no sense, before anything is read or asked. */
    RemoteAccess access(CliCommand command, boolean model) {
        command.checkRange("--sleep-seconds", sleepSeconds, 0, LONGEST_SLEEP);
        if (online && offline) {
            throw command.wrong("--online and --offline contradict each other. Leave one out.");
        }
        Duration pause = Duration.ofMillis(Math.round(sleepSeconds * 1000));
        try {
            return RemoteAccess.of(command.<Cli>root().outside, pause, online, model, fresh);
        } catch (IllegalArgumentException e) {
            throw command.wrong(e.getMessage());
        }
    }
}
