package dev.segmentation.cli.console;

import dev.segmentation.table.RowError;
import java.util.Collection;
import picocli.CommandLine.Mixin;

/** A command that looks at what it is asked, begins the log, does its work, and says by the exit code how that went. */
public abstract class Task extends CliCommand {
    @Mixin
    protected Console console;

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

    /** Tells which rows could not be used; the exit code depends on that. */
    protected final int ended(Collection<RowError> rejected) {
        rejected.forEach(error -> console.tell("Not used: " + error));
        return rejected.isEmpty() ? DONE : REJECTED;
    }
}
