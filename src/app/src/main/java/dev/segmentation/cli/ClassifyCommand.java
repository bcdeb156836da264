package dev.segmentation.cli;

import dev.segmentation.workspace.RunScope;
import picocli.CommandLine.Command;

/** {@code segmenter classify}. */
@Command(
        name = "classify",
        description = "Classifies the masters of the last master map anew, after a rule or a decision changed.",
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class ClassifyCommand extends PipelineCommand {
    ClassifyCommand() {
        super(RunScope.CLASSIFY);
    }
}
