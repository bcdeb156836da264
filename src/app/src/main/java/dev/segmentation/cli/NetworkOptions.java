package dev.segmentation.cli;

import dev.segmentation.suggest.workflow.Outside;
import dev.segmentation.suggest.workflow.RemoteAccess;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether and how the network is asked. Without {@code --online} nothing leaves the machine. */
final class NetworkOptions {
    private static final int LONGEST_SLEEP = 3600;

    @Option(
            names = "--online",
            description =
                    "Ask Wikidata and the search service of SEGMENTER_SEARCH_URL too, where this machine is not sure (default: --offline).")
    private boolean online;

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee;

    private final Outside outside;

    NetworkOptions(Outside outside) {
        this.outside = outside;
    }

    /** Refuses what makes no sense, before anything is read or asked. */
    void check(boolean model) {
        if (!(sleepSeconds >= 0 && sleepSeconds <= LONGEST_SLEEP)) {
            throw wrong("--sleep-seconds must be 0 to " + LONGEST_SLEEP + ", not " + sleepSeconds);
        }
        if (online && offline) {
            throw wrong("--online and --offline contradict each other. Leave one out.");
        }
        try {
            access(model);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(mixee.commandLine(), message);
    }

    boolean online() {
        return online;
    }

    /** What may be asked. */
    RemoteAccess access(boolean model) {
        return RemoteAccess.of(outside, Duration.ofMillis(Math.round(sleepSeconds * 1000)), online, model, fresh);
    }

    Outside outside() {
        return outside;
    }
}
