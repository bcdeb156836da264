package dev.segmentation.cli;

import dev.segmentation.cli.console.Console;
import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.decision.journal.DecisionJournal;
import dev.segmentation.decision.journal.Verification;
import dev.segmentation.explain.History;
import dev.segmentation.explain.HistoryEntry;
import dev.segmentation.explain.MasterStory;
import dev.segmentation.table.TableException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
        entries.forEach(entry -> entry(entry, entries.size() == 1 ? Integer.MAX_VALUE : ROWS));
    }

    private void entry(HistoryEntry entry, int most) {
        console.say(
                String.join("  ", entry.time().replaceFirst("\\.\\d+Z$", "Z"), entry.id(), who(entry), entry.command())
                        + (entry.source().isEmpty() ? "" : " (" + entry.source() + ")"));
        if (!entry.note().isEmpty()) {
            console.say("  " + entry.note());
        }
        console.some(
                entry.changes(),
                most,
                row -> change(
                        console,
                        row.kind(),
                        row.id() + "  " + row.file() + "  " + Console.plain(row.about())
                                + (row.inPlace() ? "" : "  (not in place)")
                                + (row.undoes().isEmpty() ? "" : "  takes back " + String.join(", ", row.undoes())),
                        row.before(),
                        row.after()),
                "  … and %d more; segmenter history " + entry.id().replace("%", "%%"));
    }

    private static String who(HistoryEntry entry) {
        String name = entry.owner().isEmpty() ? "-" : Console.plain(entry.owner());
        return entry.from().isEmpty() ? name : name + " (" + Console.plain(entry.from()) + ")";
    }

    /**
     * Prints a change of a decision: {@code +} for a new row, {@code ~} for a changed, {@code -} for a deleted one. Below it
     * the cells that differ, before → after; of a row that is new or gone, all of them in one line.
     */
    static void change(
            Console console, String kind, String what, Map<String, String> before, Map<String, String> after) {
        console.say("  " + (kind.equals("ADDED") ? "+" : kind.equals("DELETED") ? "-" : "~") + " " + what);
        if (before.isEmpty() || after.isEmpty()) {
            console.say((before.isEmpty() ? after : before)
                    .entrySet().stream()
                            .map(cell -> cell.getKey() + ": " + plain(cell.getValue()))
                            .collect(Collectors.joining("; ", "      ", "")));
            return;
        }
        Set<String> columns = new LinkedHashSet<>(before.keySet());
        columns.addAll(after.keySet());
        for (String column : columns) {
            String from = before.getOrDefault(column, "");
            String to = after.getOrDefault(column, "");
            if (!from.equals(to)) {
                console.say("      " + column + ": " + plain(from) + " → " + plain(to));
            }
        }
    }

    private static String plain(String cell) {
        return cell.isEmpty() ? "(blank)" : Console.plain(cell.replaceAll("\\s*\n\\s*", " / "));
    }
}
