package dev.segmentation.cli;

import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.decision.journal.DecisionJournal;
import dev.segmentation.decision.journal.Verification;
import dev.segmentation.explain.History;
import dev.segmentation.explain.HistoryEntry;
import dev.segmentation.explain.MasterStory;
import dev.segmentation.table.TableException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segmenter history [NAME]}. */
@Command(
        name = "history",
        description = "Shows who decided what and when, the newest last: the last 20 changes, or all about one master.")
final class HistoryCommand extends FolderTask {
    private static final int SHOWN = 20;
    private static final int ROWS = 10;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description =
                    "A master's name, any spelling of it, a customer key, a master id, or the id of a change (D000012).")
    private List<String> words = List.of();

    @Option(names = "--verify", description = "Look whether the journal is whole; exit code 1 if it is not.")
    private boolean verify;

    @Override
    protected int work() {
        History history = new History(options.settings(), console::note);
        if (verify) {
            return verify();
        }
        String name = String.join(" ", words).strip();
        if (name.isEmpty()) {
            entries(history.last(SHOWN), "No decision was changed by this program yet.");
        } else if (name.matches("(?i)D\\d{6,9}(-\\d+)?")) {
            HistoryEntry entry = history.transaction(name)
                    .orElseThrow(() -> new TableException("The journal knows no change called (" + name
                            + "). `segmenter history` lists the last ones."));
            entries(List.of(entry), "");
        } else {
            story(history.about(name));
        }
        return DONE;
    }

    private int verify() {
        Verification found = new DecisionJournal(options.settings().input()).verify();
        if (!console.asJson(found)) {
            console.say(
                    found.ok()
                            ? DecisionJournal.FILE + " is whole: " + found.transactions() + " transactions in "
                                    + found.lines() + " lines. Its last checksum is " + found.sum() + "."
                            : DecisionJournal.FILE + ":" + found.brokenLine() + ": " + found.problem() + ".");
        }
        return found.ok() ? DONE : REJECTED;
    }

    private void story(MasterStory story) {
        if (console.asJson(story)) {
            return;
        }
        if (story.masterId().isEmpty()) {
            console.say(story.master());
            console.say("  in no run of this output folder; found by its name");
        } else {
            console.say(story.master() + "  [" + story.masterId() + "]");
        }
        entries(story.entries(), "Nothing is written down about it.");
    }

    private void entries(List<HistoryEntry> entries, String ifEmpty) {
        if (console.asJson(entries)) {
            return;
        }
        if (entries.isEmpty()) {
            console.say(ifEmpty);
        }
        int most = entries.size() == 1 ? Integer.MAX_VALUE : ROWS;
        entries.forEach(entry -> new ChangeText(console).print(entry, most));
    }
}
