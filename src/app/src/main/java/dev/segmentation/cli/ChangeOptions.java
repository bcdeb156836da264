package dev.segmentation.cli;

import dev.segmentation.decision.journal.Author;
import picocli.CommandLine.Option;

/** What all commands that change decisions of people have in common. */
final class ChangeOptions {
    @Option(
            names = "--owner",
            paramLabel = "NAME",
            defaultValue = "${env:SEGMENTER_OWNER:-${sys:user.name}}",
            description = "Who decides, for the journal (default: SEGMENTER_OWNER, else the user of the system).")
    private String owner;

    @Option(names = "--dry-run", description = "Show exactly what would change and change nothing.")
    private boolean dryRun;

    Author author() {
        return Author.here(owner.strip());
    }

    boolean dryRun() {
        return dryRun;
    }

    /** What stands behind a report: that nothing was written, or how to take the change back. */
    String behind(String transaction) {
        if (dryRun) {
            return "; nothing was written (--dry-run)";
        }
        return transaction.isEmpty() ? "" : "; take it back with: segmenter undo " + transaction;
    }
}
