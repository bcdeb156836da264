package dev.segmentation.cli.console;

import dev.segmentation.table.RowError;
import dev.segmentation.workspace.Version;
import java.util.Collection;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command: looks at what it is asked, begins the log, does its work, and says by the exit code how that went. */
@Command(mixinStandardHelpOptions = true, versionProvider = Task.Versions.class)
public abstract class Task implements Callable<Integer> {
    /** Exit code: all is done. */
    public static final int DONE = 0;
    /** Exit code: done, but rows were rejected or a check failed. */
    public static final int REJECTED = 1;
    /** Exit code: the command line is wrong. */
    public static final int USAGE = 2;
    /** Exit code: an input is missing or unreadable. */
    public static final int INPUT = 3;
    /** Exit code: an output could not be written where it belongs. */
    public static final int OUTPUT = 4;
    /** Exit code: a fault of this program. */
    public static final int FAULT = 70;

    @Mixin
    protected Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() throws Exception {
        check();
        console.startLog();
        return work();
    }

    /** Refuses options that make no sense, before anything is written, be it a log. */
    protected void check() {}

    /** Does the work of the command and returns its exit code. */
    protected abstract int work() throws Exception;

    /** What is thrown if the command line is wrong. */
    protected final ParameterException wrong(String message) {
        return new ParameterException(line(), message);
    }

    /** The command line that this command was called by. */
    protected final CommandLine line() {
        return spec.commandLine();
    }

    /** Tells which rows could not be used; the exit code depends on that. */
    protected final int ended(Collection<RowError> rejected) {
        rejected.forEach(error -> console.tell("Not used: " + error));
        return rejected.isEmpty() ? DONE : REJECTED;
    }

    /** What {@code --version} prints. */
    public static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "segmenter " + Version.product() + " (Drools " + Version.drools() + ", Java "
                        + System.getProperty("java.version") + ")"
            };
        }
    }
}
