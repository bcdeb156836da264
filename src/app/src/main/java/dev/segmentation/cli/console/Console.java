package dev.segmentation.cli.console;

import dev.segmentation.customer.Progress;
import dev.segmentation.files.OutputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command talks: results to standard output as text or JSON, everything for people and the log to standard error. */
public final class Console {
    private static final int BAR = 90;
    /** Drools logs what it also returns as a message, which is reported with file and line. */
    private static final Logger DROOLS = Logger.getLogger("org.drools.compiler.kie.builder");
    /** This library warns of defaults that are meant so. */
    private static final Logger TOKENIZERS = Logger.getLogger("ai.djl");

    @Option(names = "--json", description = "Print the result as JSON on standard output.")
    private boolean json;

    @Option(names = "--quiet", description = "Print no progress, no notes and no table.")
    private boolean quiet;

    @Option(names = "--log-file", paramLabel = "FILE", description = "Append the log to this file.")
    private String logFile;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "${env:SEGMENTER_LOG_LEVEL:-WARNING}",
            description = "SEVERE, WARNING, INFO or FINE (default: ${DEFAULT-VALUE}).")
    private Level logLevel;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The text without what would steer a terminal: names and cells come from files of others. */
    public static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x80-\\x9F&&[^\\n\\r\\t]]", "\uFFFD");
    }

    /** Whether nothing but the result is wanted. */
    public boolean quiet() {
        return quiet;
    }

    /** Whether text is printed: neither JSON nor silence is asked for. */
    public boolean talks() {
        return !json && !quiet;
    }

    /** Prints the result as JSON if that is asked for, and says whether it was. */
    public boolean asJson(Object result) {
        if (json) {
            say(Json.of(result));
        }
        return json;
    }

    /** Prints a result: as JSON if that is asked for, else by the given steps, which {@code --quiet} leaves out. */
    public void print(Object result, Runnable text) {
        if (!asJson(result) && !quiet) {
            text.run();
        }
    }

    /** Where results go. */
    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Where everything for people goes. */
    public PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** Prints one line of a result. */
    public void say(String line) {
        out().println(line);
    }

    /** Prints one line of a result by a format, with a point in numbers whatever the machine's language. */
    public void line(String format, Object... args) {
        say(String.format(Locale.ROOT, format, args));
    }

    /** Begins a table, see {@link TextTable}. */
    public TextTable table(String format, Object... titles) {
        return new TextTable(out(), format, titles);
    }

    /** Prints the first rows, and by a format with one number how many more there are. */
    public <T> void some(List<T> rows, int most, Consumer<T> print, String more) {
        rows.stream().limit(most).forEach(print);
        if (rows.size() > most) {
            line(more, rows.size() - most);
        }
    }

    /** Prints the names of files that were written. */
    public void files(Path folder, List<Path> files) {
        String names = files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
        line("%nFiles in %s: %s", folder, names);
    }

    /** Tells people something beside the result. */
    public void tell(String text) {
        if (!quiet) {
            err().println(plain(text));
            err().flush();
        }
    }

    /** Tells people what else they should know. */
    public void note(String text) {
        tell("Note: " + text);
    }

    /** Shows how far the work is, if somebody sits in front of it. */
    public Progress progress() {
        boolean terminal = Boolean.getBoolean("console.terminal") || System.console() != null;
        return talks() && terminal ? Console::bar : Progress.NONE;
    }

    private static Progress.Step bar(String name, long total) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, BAR))
                .clearDisplayOnFinish()
                .build();
        return new Progress.Step() {
            @Override
            public void advance(long done) {
                bar.stepBy(done);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    /** Begins the log: in a file for operators, else on standard error. */
    public void startLog() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
            handler.close();
        }
        Handler handler = handler();
        handler.setFormatter(new SimpleFormatter());
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.WARNING);
        DROOLS.setLevel(Level.OFF);
        TOKENIZERS.setLevel(Level.SEVERE);
        Logger.getLogger("dev.segmentation").setLevel(logLevel);
    }

    private Handler handler() {
        try {
            return logFile == null ? new ConsoleHandler() : new FileHandler(logFile, true);
        } catch (IOException e) {
            throw new OutputException(
                    "the log file " + logFile + " cannot be written (" + e.getMessage()
                            + "). Maybe its folder is missing.",
                    e);
        }
    }
}
