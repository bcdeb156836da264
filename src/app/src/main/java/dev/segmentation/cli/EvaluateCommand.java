package dev.segmentation.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code segmenter evaluate}: how good the program is on a list of your own. */
@Command(
        name = "evaluate",
        description = "Measures how good the program is on a list of your own.",
        subcommands = {EvaluateDedupeCommand.class, EvaluateClassifyCommand.class, EvaluateSuggestCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class EvaluateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Say what to evaluate: segmenter evaluate dedupe --truth FILE, or evaluate classify --truth" + " FILE");
    }
}
