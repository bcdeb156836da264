package dev.segmentation.cli;

import dev.segmentation.cli.console.CliCommand;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.suggest.group.EmbeddingGroupModel;
import dev.segmentation.suggest.group.GroupModel;
import java.util.List;
import picocli.CommandLine.Option;

/** How groups are suggested. */
final class SuggesterOptions {
    @Option(
            names = "--abstain-below",
            paramLabel = "P",
            defaultValue = "0.35",
            description = "Suggest nothing where the likeliest group is less likely (default: ${DEFAULT-VALUE}).")
    private double abstainBelow;

    @Option(
            names = "--embeddings",
            description =
                    "Ask a second voice that knows what words mean; it runs on this machine and takes some seconds more.")
    private boolean embeddings;

    double abstainBelow(CliCommand command) {
        command.checkRange("--abstain-below", abstainBelow, 0, 1);
        return abstainBelow;
    }

    /** The models beside that of the words. */
    List<GroupModel.Trainer> more() {
        return embeddings ? List.of(EmbeddingGroupModel.trainer(RulesCache.folderOfUser())) : List.of();
    }
}
