package dev.segmentation.bench;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** The abbreviations of {@code rules/names}, read both ways. */
final class Abbreviations {
    private static final Set<String> SMALL = Set.of("THE", "AND", "OF", "GROUP", "HOLDING", "HOLDINGS");

    private final Map<String, String> full = new HashMap<>();
    private final Map<String, List<String>> shorter = new HashMap<>();

    Abbreviations(Path rules) {
        for (CSVRecord row : Tables.rows(rules.resolve("names/abbreviations.csv"))) {
            full.put(row.get("Abbreviation"), row.get("Full"));
            shorter.computeIfAbsent(row.get("Full"), k -> new ArrayList<>()).add(row.get("Abbreviation"));
        }
    }

    /** The ways to shorten a word, none if the table has none. */
    List<String> shorter(String word) {
        return shorter.getOrDefault(word.toUpperCase(Locale.ROOT), List.of());
    }

    /** The word that an abbreviation stands for, {@code null} if it is none. */
    String full(String word) {
        return full.get(word.toUpperCase(Locale.ROOT).replace(".", ""));
    }

    /** What tells an entity from others: its words in full, in any order, without those that carry nothing. */
    String identity(String core) {
        String plain = plain(core);
        String[] words = Arrays.stream(plain.split("[^A-Z0-9]+"))
                .filter(word -> !SMALL.contains(word))
                .map(word -> full.getOrDefault(word, word))
                .sorted()
                .toArray(String[]::new);
        String identity = String.join(" ", words).strip();
        return identity.isEmpty() ? plain : identity;
    }

    /** Upper case without accents. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT);
    }
}
