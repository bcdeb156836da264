package dev.segmentation.cli.console;

import dev.segmentation.decision.journal.Author;
import picocli.CommandLine.Option;

/** A command that changes decisions of people: it knows who decides, and can show what would change. */
public abstract class ChangeTask extends FolderTask {
    @Option(
            names = "--owner",
            paramLabel = "NAME",
            defaultValue = "${env:SEGMENTER_OWNER:-${sys:user.name}}",
            description = "Who decides, for the journal (default: SEGMENTER_OWNER, else the user of the system).")
    private String owner;

    @Option(names = "--dry-run", description = "Show exactly what would change and change nothing.")
    protected boolean dryRun;

    /** Who decides. */
    protected final Author author() {
        return Author.here(owner.strip());
    }

    /** The end of a report: that nothing was written, or how to take the change back. */
    protected final String behind(String transaction) {
        if (dryRun) {
            return "; nothing was written (--dry-run)";
        }
        return transaction.isEmpty() ? "" : "; take it back with: segmenter undo " + transaction;
    }
}
