package dev.segmentation.cli;

import dev.segmentation.cli.console.CommandGroup;
import picocli.CommandLine.Command;

/** {@code segmenter evaluate}: how good the program is on a list of your own. */
@Command(
        name = "evaluate",
        description = "Measures how good the program is on a list of your own.",
        subcommands = {EvaluateDedupeCommand.class, EvaluateClassifyCommand.class, EvaluateSuggestCommand.class})
final class EvaluateCommand extends CommandGroup {
    EvaluateCommand() {
        super("Say what to evaluate: segmenter evaluate dedupe --truth FILE, or evaluate classify --truth FILE");
    }
}
