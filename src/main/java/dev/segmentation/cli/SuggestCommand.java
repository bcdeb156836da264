package dev.segmentation.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code segmenter suggest}. */
@Command(
        name = "suggest",
        description = "Suggestions for masters that no rule places, and what people say to them.",
        subcommands = {SuggestAcceptCommand.class, SuggestRejectCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class SuggestCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
