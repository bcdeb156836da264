package dev.segmentation.cli;

import dev.segmentation.workspace.RunScope;
import picocli.CommandLine.Command;

/** {@code segmenter dedupe}. */
@Command(
        name = "dedupe",
        description = "Maps every customer key to a master; writes the master map and the deduplication log.",
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class DedupeCommand extends PipelineCommand {
    DedupeCommand() {
        super(RunScope.DEDUPE);
    }
}
