package dev.segmentation.cli.console;

import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.workspace.RunSettings;
import java.time.Clock;
import picocli.CommandLine.Option;

/** A command that changes decisions of people: it knows who decides, and can show what would change. */
public abstract class ChangeTask extends FolderTask {
    /** The time of this system. */
    protected static final Clock CLOCK = Clock.systemDefaultZone();

    @Option(
            names = "--owner",
            paramLabel = "NAME",
            defaultValue = "${env:SEGMENTER_OWNER:-${sys:user.name}}",
            description = "Who decides, for the journal (default: SEGMENTER_OWNER, else the user of the system).")
    private String owner;

    @Option(names = "--dry-run", description = "Show exactly what would change and change nothing.")
    protected boolean dryRun;

    /** The decisions of people. */
    protected final GovernanceStore store() {
        RunSettings settings = options.settings();
        return new GovernanceStore(settings.input(), settings.charset(), CLOCK);
    }

    /** Who decides. */
    protected final Origin author() {
        return Origin.of(owner.strip(), "");
    }

    /** The end of a report: that nothing was written, or how to take the change back. */
    protected final String behind(String transaction) {
        if (dryRun) {
            return "; nothing was written (--dry-run)";
        }
        return transaction.isEmpty() ? "" : "; take it back with: segmenter undo " + transaction;
    }
}
