package dev.segmentation.cli;

import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.suggest.group.EmbeddingGroupModel;
import dev.segmentation.suggest.group.GroupModel;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee;

    double abstainBelow() {
        if (!(abstainBelow >= 0 && abstainBelow <= 1)) {
            throw new CommandLine.ParameterException(
                    mixee.commandLine(), "--abstain-below must be 0 to 1, not " + abstainBelow);
        }
        return abstainBelow;
    }

    /** The models beside that of the words. */
    List<GroupModel.Trainer> more() {
        return embeddings ? List.of(EmbeddingGroupModel.trainer(RulesCache.folderOfUser())) : List.of();
    }
}
