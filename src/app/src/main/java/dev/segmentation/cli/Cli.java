package dev.segmentation.cli;

import dev.segmentation.files.OutputException;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.suggest.desk.Outside;
import dev.segmentation.table.TableException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** Runs a command in this process; tests call it as the launcher does. */
public final class Cli {
    private static final Logger LOG = Logger.getLogger(Cli.class.getName());

    private Cli() {}

    /**
     * Runs one command.
     *
     * @param out receives results
     * @param err receives everything for people
     * @param args command and options
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(out, err, Outside.real(), args);
    }

    /** The same with another network. */
    static int run(PrintWriter out, PrintWriter err, Outside outside, String... args) {
        CommandLine line = new CommandLine(new SegmenterCommand(), new Factory(outside))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Charset.class, Cli::charset)
                .registerConverter(Level.class, Cli::level)
                .setParameterExceptionHandler(UsageFault::tell)
                .setExecutionExceptionHandler(Cli::failed);
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** Makes the parts of commands; those that ask the network are told which. */
    private record Factory(Outside outside) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == NetworkOptions.class
                    ? type.cast(new NetworkOptions(outside))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new CommandLine.TypeConversionException(
                    "no encoding is called (" + name + "). Maybe UTF-8, windows-1252 or ISO-8859-1 is meant.");
        }
    }

    private static Level level(String name) {
        try {
            return Level.parse(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(
                    "(" + name + ") is no log level. Write SEVERE, WARNING, INFO or FINE");
        }
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult result) {
        PrintWriter err = line.getErr();
        if (e instanceof CommandLine.ParameterException usage) {
            err.println(usage.getMessage());
            return ExitCode.USAGE;
        }
        if (e instanceof TableException || e instanceof RulesException) {
            err.println(e.getMessage());
            LOG.info(e.getMessage());
            return ExitCode.INPUT;
        }
        if (e instanceof OutputException) {
            err.println(e.getMessage());
            LOG.info(e.getMessage());
            return ExitCode.OUTPUT;
        }
        err.println("Something went wrong that should not: " + e);
        err.println("Please report it with the log: run the same command with --log-file segmenter.log.");
        LOG.log(Level.SEVERE, "unexpected fault", e);
        return ExitCode.FAULT;
    }
}
