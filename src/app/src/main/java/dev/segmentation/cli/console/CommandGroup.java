package dev.segmentation.cli.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that is nothing by itself: one of its subcommands has to be named. */
@Command(mixinStandardHelpOptions = true, versionProvider = Task.Versions.class)
public abstract class CommandGroup implements Runnable {
    @Spec
    protected CommandSpec spec;

    private final String missing;

    /** @param missing what people read who name no subcommand */
    protected CommandGroup(String missing) {
        this.missing = missing;
    }

    @Override
    public final void run() {
        throw wrong(missing);
    }

    /** What is thrown if the command line is wrong. */
    protected final ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
