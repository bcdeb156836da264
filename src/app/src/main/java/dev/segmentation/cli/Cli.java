package dev.segmentation.cli;

import dev.segmentation.cli.console.CommandGroup;
import dev.segmentation.cli.console.Console;
import dev.segmentation.cli.rules.RulesCommand;
import dev.segmentation.files.OutputException;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.suggest.workflow.Outside;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.RunScope;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The command line: runs a command in this process; tests call it as the launcher does. */
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
final class Cli extends CommandGroup {
    private static final Logger LOG = Logger.getLogger(Cli.class.getName());
    private static final Set<Class<?>> DECIMALS = Set.of(double.class, Double.class);
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    /** What commands reach the network and the environment through. */
    final Outside outside;

    private Cli(Outside outside) {
        super("Say which command to run, for example: segmenter run. All commands: segmenter --help");
        this.outside = outside;
    }

    /**
     * Runs one command.
     *
     * @param out receives results
     * @param err receives everything for people
     * @param outside what it reaches the network through
     * @param args command and options
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, Outside outside, String... args) {
        CommandLine line = new CommandLine(new Cli(outside));
        for (RunScope scope : RunScope.values()) {
            line.addSubcommand(scope.command(), RunCommand.of(scope));
        }
        others().forEach(line::addSubcommand);
        line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Charset.class, Cli::charset)
                .registerConverter(Level.class, Cli::level)
                .setParameterExceptionHandler(Cli::refused)
                .setExecutionExceptionHandler(Cli::failed);
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** The commands behind those of {@link RunCommand}, in the order of the help. */
    private static List<Object> others() {
        return List.of(
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
                group(
                        "evaluate",
                        "Measures how good the program is on a list of your own.",
                        "Say what to evaluate: segmenter evaluate dedupe --truth FILE, or evaluate classify --truth FILE",
                        EvaluateDedupeCommand.class,
                        EvaluateClassifyCommand.class,
                        EvaluateSuggestCommand.class),
                group(
                        "train",
                        "Fits what is learnt from examples.",
                        "Name what to train: dedupe.",
                        TrainDedupeCommand.class),
                RulesCommand.class,
                ServeCommand.class,
                UsersCommand.class,
                TokensCommand.class,
                CommandLine.HelpCommand.class);
    }

    private static CommandLine group(String name, String description, String missing, Class<?>... commands) {
        CommandLine group = new CommandLine(new CommandGroup(missing));
        group.getCommandSpec().name(name).usageMessage().description(description);
        List.of(commands).forEach(group::addSubcommand);
        return group;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new TypeConversionException(
                    "no encoding is called (" + name + "). Maybe UTF-8, windows-1252 or ISO-8859-1 is meant.");
        }
    }

    private static Level level(String name) {
        try {
            return Level.parse(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("(" + name + ") is no log level. Write SEVERE, WARNING, INFO or FINE");
        }
    }

    /** Tells what is wrong with a command line: in a sentence, and where the help is. */
    private static int refused(ParameterException fault, String[] args) {
        CommandLine line = fault.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(Console.plain(message(fault)));
        CommandLine.UnmatchedArgumentException.printSuggestions(fault, err);
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }

    private static String message(ParameterException fault) {
        ArgSpec option = fault.getArgSpec();
        String value = fault.getValue();
        if (option == null || value == null) {
            return fault.getMessage();
        }
        Class<?> type = option.type();
        String name = option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
        String what = name + " (" + value + ")";
        if (DECIMALS.contains(type)) {
            return what + " is not a number. Write it with a point, such as 0.9.";
        }
        if (WHOLE.contains(type)) {
            return what + " is not a whole number. Write digits only, such as "
                    + (option.defaultValue() == null ? "10" : option.defaultValue()) + ".";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(one -> one.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", what + " is none of these: ", "."));
        }
        return fault.getMessage();
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult result) {
        PrintWriter err = line.getErr();
        if (e instanceof ParameterException) {
            err.println(e.getMessage());
            return USAGE;
        }
        boolean input = e instanceof TableException || e instanceof RulesException;
        if (input || e instanceof OutputException) {
            err.println(e.getMessage());
            LOG.info(e.getMessage());
            return input ? INPUT : OUTPUT;
        }
        err.println("Something went wrong that should not: " + e);
        err.println("Please report it with the log: run the same command with --log-file segmenter.log.");
        LOG.log(Level.SEVERE, "unexpected fault", e);
        return FAULT;
    }
}
