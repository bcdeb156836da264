package dev.segmentation.cli;

import dev.segmentation.decision.file.Change;
import dev.segmentation.explain.HistoryEntry;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints changes of decisions for people: {@code +} for a new row, {@code ~} for a changed, {@code -} for a deleted one. */
final class ChangePrinter {
    private final PrintWriter out;

    ChangePrinter(PrintWriter out) {
        this.out = out;
    }

    /** An entry with its first rows. */
    void print(HistoryEntry entry, int most) {
        out.println(
                String.join("  ", entry.time().replaceFirst("\\.\\d+Z$", "Z"), entry.id(), who(entry), entry.command())
                        + (entry.source().isEmpty() ? "" : " (" + entry.source() + ")"));
        if (!entry.note().isEmpty()) {
            out.println("  " + entry.note());
        }
        entry.changes().stream().limit(most).forEach(row -> {
            out.println("  " + sign(row.kind()) + " " + row.id() + "  " + row.file() + "  " + Console.plain(row.about())
                    + (row.inPlace() ? "" : "  (not in place)")
                    + (row.undoes().isEmpty() ? "" : "  takes back " + String.join(", ", row.undoes())));
            difference(row.before(), row.after()).forEach(line -> out.println("      " + line));
        });
        if (entry.changes().size() > most) {
            out.println("  … and " + (entry.changes().size() - most) + " more; segmenter history " + entry.id());
        }
    }

    private static String who(HistoryEntry entry) {
        String name = entry.owner().isEmpty() ? "-" : Console.plain(entry.owner());
        return entry.from().isEmpty() ? name : name + " (" + Console.plain(entry.from()) + ")";
    }

    void print(Change change) {
        out.println("  " + sign(change.kind().name()) + " " + change.file() + "  " + Console.plain(change.about()));
        difference(change.before(), change.after()).forEach(line -> out.println("      " + line));
    }

    private static String sign(String kind) {
        return kind.equals("ADDED") ? "+" : kind.equals("DELETED") ? "-" : "~";
    }

    /** The cells that differ, before → after; of a row that is new or gone, all of them in one line. */
    private static List<String> difference(Map<String, String> before, Map<String, String> after) {
        List<String> lines = new ArrayList<>();
        if (before.isEmpty() || after.isEmpty()) {
            List<String> cells = new ArrayList<>();
            (before.isEmpty() ? after : before).forEach((column, cell) -> cells.add(column + ": " + plain(cell)));
            lines.add(String.join("; ", cells));
            return lines;
        }
        Set<String> columns = new LinkedHashSet<>(before.keySet());
        columns.addAll(after.keySet());
        for (String column : columns) {
            String from = before.getOrDefault(column, "");
            String to = after.getOrDefault(column, "");
            if (!from.equals(to)) {
                lines.add(column + ": " + plain(from) + " → " + plain(to));
            }
        }
        return lines;
    }

    private static String plain(String cell) {
        return cell.isEmpty() ? "(blank)" : Console.plain(cell.replaceAll("\\s*\n\\s*", " / "));
    }
}
