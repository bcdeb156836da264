package dev.segmentation.cli;

import dev.segmentation.evaluate.mining.TermSuggestion;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints suggested rows for people: the numbers, the masters concerned, and at the end the rows to paste. */
final class TermSuggestionPrinter {
    private static final int NAMED = 5;
    private static final int WIDE = 40;

    private TermSuggestionPrinter() {}

    static void print(PrintWriter out, List<TermSuggestion> rows) {
        if (rows.isEmpty()) {
            out.println("No words tell more than the rules know. More decisions help; so may --min-support 1.");
            return;
        }
        rows.forEach(row -> print(out, row));
        Map<String, List<String>> byTable = rows.stream()
                .collect(Collectors.groupingBy(
                        TermSuggestion::table,
                        LinkedHashMap::new,
                        Collectors.mapping(TermSuggestion::row, Collectors.toList())));
        byTable.forEach((table, lines) -> {
            out.println("For " + table + ":");
            lines.forEach(line -> out.println(Console.plain(line)));
            out.println();
        });
        out.println(rows.size() + (rows.size() == 1 ? " row" : " rows")
                + ". Paste what you like into the tables, then: segmenter rules check; segmenter run");
    }

    private static void print(PrintWriter out, TermSuggestion row) {
        out.println(Console.plain(row.term()) + "  (" + row.match() + ", " + row.method() + ")  ->  " + row.group()
                + (row.detail().isEmpty() ? "" : ", " + Console.plain(row.detail()))
                + (row.naics().isEmpty() ? "" : " " + row.naics()));
        out.println(String.format(
                Locale.ROOT,
                "  decided so %d, right %d of %d known (%.0f %%, surely %.0f %%); now: %s",
                row.support(),
                row.right(),
                row.known(),
                100 * row.precision(),
                100 * row.lowerBound(),
                row.presentRules()));
        masters(out, "places", row.places());
        masters(out, "learns", row.learns());
        masters(out, "moves", row.moves());
        masters(out, "GETS WRONG", row.mistakes());
        masters(out, "CONFLICTS", row.conflicts());
        out.println();
    }

    private static void masters(PrintWriter out, String what, TermSuggestion.Some some) {
        if (some.count() > 0) {
            List<String> names = some.names().stream()
                    .limit(NAMED)
                    .map(name -> name.length() > WIDE ? name.substring(0, WIDE) + "…" : name)
                    .toList();
            out.println("  " + what + " " + some.count() + ": " + Console.plain(String.join(", ", names))
                    + (some.count() > names.size() ? ", …" : ""));
        }
    }
}
