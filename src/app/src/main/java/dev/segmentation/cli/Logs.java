package dev.segmentation.cli;

import dev.segmentation.files.OutputException;
import java.io.IOException;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The log of a command: to a file for operators, else to standard error. */
final class Logs {
    static {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
    }

    /** Drools logs what it also returns as a message, which is reported with file and line. */
    private static final Logger DROOLS = Logger.getLogger("org.drools.compiler.kie.builder");
    /** It warns of defaults that are meant so. */
    private static final Logger TOKENIZERS = Logger.getLogger("ai.djl");

    private Logs() {}

    static void start(String file, Level level) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
            handler.close();
        }
        Handler handler = handler(file);
        handler.setFormatter(new SimpleFormatter());
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.WARNING);
        DROOLS.setLevel(Level.OFF);
        TOKENIZERS.setLevel(Level.SEVERE);
        Logger.getLogger("dev.segmentation").setLevel(level);
    }

    private static Handler handler(String file) {
        try {
            return file == null ? new ConsoleHandler() : new FileHandler(file, true);
        } catch (IOException e) {
            throw new OutputException(
                    "the log file " + file + " cannot be written (" + e.getMessage()
                            + "). Maybe its folder is missing.",
                    e);
        }
    }
}
