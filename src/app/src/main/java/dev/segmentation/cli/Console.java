package dev.segmentation.cli;

import dev.segmentation.customer.Progress;
import java.io.PrintWriter;
import java.util.logging.Level;
import picocli.CommandLine.Option;

/** How a command talks: results to standard output, everything for people to standard error. */
final class Console {
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

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    void startLog() {
        Logs.start(logFile, logLevel);
    }

    Progress progress() {
        boolean terminal = Boolean.getBoolean("console.terminal") || System.console() != null;
        return quiet || json || !terminal ? Progress.NONE : new BarProgress();
    }

    /** Without what would steer a terminal: names and cells come from files of others. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x80-\\x9F&&[^\\n\\r\\t]]", "\uFFFD");
    }

    void note(PrintWriter err, String text) {
        if (!quiet) {
            err.println(plain(text));
            err.flush();
        }
    }
}
