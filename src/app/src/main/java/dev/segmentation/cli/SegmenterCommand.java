package dev.segmentation.cli;

import dev.segmentation.cli.console.CommandGroup;
import dev.segmentation.cli.rules.RulesCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command without a command: says what there is. */
@Command(
        name = "segmenter",
        description = {
            "Gives every customer key one master customer and every master one industrial group, with the reason.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done; 1 done, but rows were rejected or a check failed; 2 wrong usage;",
            "3 input missing or unreadable; 4 an output could not be written; 70 a fault of ours; 130 interrupted.",
            "",
            "First steps: segmenter run; then open output/CustomerSegmentation.csv."
        })
final class SegmenterCommand extends CommandGroup {
    /** The commands behind those of {@link RunCommand}, in the order of the help. */
    static final List<Class<?>> OTHERS = List.of(
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
            CommandLine.HelpCommand.class);

    SegmenterCommand() {
        super("Say which command to run, for example: segmenter run. All commands: segmenter --help");
    }
}
