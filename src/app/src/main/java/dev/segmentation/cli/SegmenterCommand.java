package dev.segmentation.cli;

import dev.segmentation.workspace.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a command: says what there is. */
@Command(
        name = "segmenter",
        description = {
            "Gives every customer key one master customer and every master one industrial group, with the reason.",
            ""
        },
        subcommands = {
            RunCommand.class,
            DedupeCommand.class,
            ClassifyCommand.class,
            StatusCommand.class,
            DiffCommand.class,
            ExplainCommand.class,
            HistoryCommand.class,
            UndoCommand.class,
            NextBatchCommand.class,
            ImportBatchCommand.class,
            ReconcileCommand.class,
            PromoteWebsitesCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            SuggestCommand.class,
            SuggestWebsitesCommand.class,
            EvaluateCommand.class,
            TrainCommand.class,
            RulesCommand.class,
            ServeCommand.class,
            UsersCommand.class,
            TokensCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done; 1 done, but rows were rejected or a check failed; 2 wrong usage;",
            "3 input missing or unreadable; 4 an output could not be written; 70 a fault of ours; 130 interrupted.",
            "",
            "First steps: segmenter run; then open output/CustomerSegmentation.csv."
        })
final class SegmenterCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Say which command to run, for example: segmenter run. All commands: segmenter --help");
    }

    /** What {@code --version} prints. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "segmenter " + Version.product() + " (Drools " + Version.drools() + ", Java "
                        + System.getProperty("java.version") + ")"
            };
        }
    }
}
