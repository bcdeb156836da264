package dev.segmentation.cli;

import dev.segmentation.workspace.RunScope;
import picocli.CommandLine.Command;

/** {@code segmenter run}. */
@Command(
        name = "run",
        description = "Dedupes the customer list and classifies every master: the main job.",
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class RunCommand extends PipelineCommand {
    RunCommand() {
        super(RunScope.ALL);
    }
}
