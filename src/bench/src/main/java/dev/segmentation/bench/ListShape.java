package dev.segmentation.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;

/** Describes a customer list in shares, so that a generated list can be held against a real one. */
public final class ListShape {
    private static final int[] RANKS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    private static final int WIDTH = 30;

    private final List<String> names;
    private final Map<String, Integer> words = new HashMap<>();
    private final PrintStream out;
    private long wordCount;

    private ListShape(List<String> names, PrintStream out) {
        this.names = names;
        this.out = out;
        for (String name : names) {
            List<String> found = Arrays.asList(name.toUpperCase(Locale.ROOT)
                    .strip()
                    .replaceAll("^[^\\p{L}\\p{N}]+", "")
                    .split("[^\\p{L}\\p{N}]+"));
            wordCount += found.size();
            new HashSet<>(found).forEach(word -> words.merge(word, 1, Integer::sum));
        }
    }

    /** Arguments: CUSTOMERS [TRUTH]. */
    public static void main(String[] args) {
        List<String> names = column(Path.of(args[0]), "Customer Name");
        new ListShape(names, System.out).print();
        if (args.length > 1) {
            System.out.println("entities");
            printSizes(column(Path.of(args[1]), "EntityId"), System.out);
        }
    }

    private static List<String> column(Path file, String column) {
        List<String> cells = new ArrayList<>();
        for (CSVRecord row : Tables.rows(file)) {
            cells.add(row.get(column));
        }
        return cells;
    }

    private void print() {
        Set<String> distinct = new HashSet<>(names);
        List<String> keys = names.stream()
                .map(name -> name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""))
                .toList();
        out.printf(Locale.ROOT, "rows %d%n", names.size());
        share("names that stand before", names.size() - distinct.size(), names.size());
        share("same letters stand before", names.size() - new HashSet<>(keys).size(), names.size());
        share("words in a name", wordCount, names.size());
        share("letters in a name", names.stream().mapToLong(String::length).sum(), names.size());
        share("longer than " + WIDTH, count(name -> name.length() > WIDTH), names.size());
        share("in capitals", count(name -> name.equals(name.toUpperCase(Locale.ROOT))), names.size());
        share("with a digit", count(name -> name.matches(".*\\d.*")), names.size());
        share("with a comma", count(name -> name.contains(",")), names.size());
        share("different words to names", words.size(), names.size());
        share(
                "of these, words in one name only",
                words.values().stream().filter(count -> count == 1).count(),
                words.size());
        printRanks();
    }

    private void printRanks() {
        List<Map.Entry<String, Integer>> ranked = new ArrayList<>(words.entrySet());
        ranked.sort(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        for (int rank : RANKS) {
            if (rank <= ranked.size()) {
                Map.Entry<String, Integer> word = ranked.get(rank - 1);
                out.printf(
                        Locale.ROOT,
                        "  word %-5d %-16s in %.4f of the names%n",
                        rank,
                        word.getKey(),
                        word.getValue() / (double) names.size());
            }
        }
    }

    private long count(Predicate<String> test) {
        return names.stream().filter(test).count();
    }

    private void share(String what, long part, long whole) {
        out.printf(Locale.ROOT, "%-34s %.3f%n", what, part / (double) whole);
    }

    private static void printSizes(Collection<String> ids, PrintStream out) {
        Map<String, Integer> sizes = new HashMap<>();
        ids.forEach(id -> sizes.merge(id, 1, Integer::sum));
        int from = 1;
        for (int to : new int[] {1, 2, 5, 20, 100, Integer.MAX_VALUE}) {
            int least = from;
            double share =
                    sizes.values().stream().filter(s -> s >= least && s <= to).count() / (double) sizes.size();
            String upTo = to == Integer.MAX_VALUE ? "or more" : "to " + to;
            out.printf(Locale.ROOT, "  %.4f stand %d %s times%n", share, least, upTo);
            from = to + 1;
        }
        out.printf(Locale.ROOT, "  the largest %d times%n", Collections.max(sizes.values()));
    }
}
