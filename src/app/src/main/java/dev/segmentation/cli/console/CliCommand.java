package dev.segmentation.cli.console;

import dev.segmentation.workspace.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command has: its help and version, the exit codes, and how it refuses a wrong command line. */
@Command(mixinStandardHelpOptions = true, versionProvider = CliCommand.Versions.class)
public abstract class CliCommand implements Callable<Integer> {
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

    @Spec
    protected CommandSpec spec;

    /** What is thrown if the command line is wrong. */
    public final ParameterException wrong(String message) {
        return new ParameterException(line(), message);
    }

    /** Refuses the value of an option that is not from {@code least} to {@code most}. */
    public final void checkRange(String option, Number value, int least, int most) {
        if (!(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw wrong(option + " must be " + least + " to " + most + ", not " + value);
        }
    }

    /** The command that the command line begins with. */
    @SuppressWarnings("unchecked")
    public final <T extends CliCommand> T root() {
        return (T) spec.root().userObject();
    }

    /** The command line that this command was called by. */
    protected final CommandLine line() {
        return spec.commandLine();
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
