package dev.segmentation.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;

/** The legal forms of {@code forms.csv}: how often, and how each is spelled. */
final class LegalForms {
    private static final int LONGEST = 4;

    private final Map<String, List<String>> spellings = new HashMap<>();
    private final Map<String, String> formOf = new HashMap<>();
    private final Weighted<String> common = new Weighted<>();

    /** A name and its legal form, empty if it has none. */
    record Name(String core, String form) {}

    LegalForms(List<CSVRecord> rows) {
        for (CSVRecord row : rows) {
            String form = row.get("Form");
            List<String> ways = Arrays.asList(row.get("Spellings").split("\\|"));
            spellings.put(form, ways);
            ways.forEach(way -> formOf.put(letters(way), form));
            common.add(Double.parseDouble(row.get("Weight")), form);
        }
    }

    /** Takes the legal form off the end of a real name. */
    Name split(String name) {
        String[] words = name.strip().split("\\s+");
        for (int count = Math.min(LONGEST, words.length - 1); count > 0; count--) {
            String[] end = Arrays.copyOfRange(words, words.length - count, words.length);
            String form = formOf.get(letters(String.join("", end)));
            if (form != null) {
                String core = String.join(" ", Arrays.copyOf(words, words.length - count));
                return new Name(core.replaceAll("[\\s,.&-]+$", ""), form);
            }
        }
        return new Name(name.strip(), "");
    }

    String any(Random random) {
        return common.draw(random);
    }

    /** How the form is usually written. */
    String usual(String form) {
        return spellings.get(form).get(0);
    }

    /** Some way to write it. */
    String spelling(String form, Random random) {
        return Weighted.any(spellings.get(form), random);
    }

    private static String letters(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }
}
