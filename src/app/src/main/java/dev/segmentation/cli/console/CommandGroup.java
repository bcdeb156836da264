package dev.segmentation.cli.console;

/** A command that is nothing by itself: one of its subcommands has to be named. */
public class CommandGroup extends CliCommand {
    private final String missing;

    /** @param missing what people read who name no subcommand */
    public CommandGroup(String missing) {
        this.missing = missing;
    }

    @Override
    public final Integer call() {
        throw wrong(missing);
    }
}
