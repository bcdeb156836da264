package dev.segmentation.cli;

import dev.segmentation.cli.console.Console;
import dev.segmentation.decision.file.Change;
import dev.segmentation.explain.HistoryEntry;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints changes of decisions for people: {@code +} for a new row, {@code ~} for a changed, {@code -} for a deleted one. */
final class ChangeText {
    private final Console console;

    ChangeText(Console console) {
        this.console = console;
    }

    /** Prints an entry with its first rows. */
    void print(HistoryEntry entry, int most) {
        console.say(
                String.join("  ", entry.time().replaceFirst("\\.\\d+Z$", "Z"), entry.id(), who(entry), entry.command())
                        + (entry.source().isEmpty() ? "" : " (" + entry.source() + ")"));
        if (!entry.note().isEmpty()) {
            console.say("  " + entry.note());
        }
        String more = "  … and %d more; segmenter history " + entry.id().replace("%", "%%");
        console.some(
                entry.changes(),
                most,
                row -> print(
                        row.kind(),
                        row.id() + "  " + row.file() + "  " + Console.plain(row.about())
                                + (row.inPlace() ? "" : "  (not in place)")
                                + (row.undoes().isEmpty() ? "" : "  takes back " + String.join(", ", row.undoes())),
                        row.before(),
                        row.after()),
                more);
    }

    void print(Change change) {
        String what = change.file() + "  " + Console.plain(change.about());
        print(change.kind().name(), what, change.before(), change.after());
    }

    private static String who(HistoryEntry entry) {
        String name = entry.owner().isEmpty() ? "-" : Console.plain(entry.owner());
        return entry.from().isEmpty() ? name : name + " (" + Console.plain(entry.from()) + ")";
    }

    /** Below it the cells that differ, before → after; of a row that is new or gone, all of them in one line. */
    private void print(String kind, String what, Map<String, String> before, Map<String, String> after) {
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
