package dev.segmentation.name;

import dev.segmentation.table.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes a canonical name as a person would: title case, but acronyms, state codes and roman numerals in capitals. */
public final class DisplayName {
    private static final Set<String> ROMAN =
            Set.of("II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XX");

    private final Set<String> stateCodes;
    private final Set<String> smallWords = new HashSet<>();
    private final Map<String, String> words = new HashMap<>();

    DisplayName(Set<String> stateCodes) {
        this.stateCodes = stateCodes;
    }

    void add(Row row) {
        String word = NameTables.upper(row, "Word");
        if (row.get("Kind").equalsIgnoreCase("small")) {
            smallWords.add(word);
        }
        words.put(word, row.get("Display"));
    }

    /** The name to show for a canonical name. */
    public String of(String canonical) {
        StringBuilder shown = new StringBuilder(canonical.length());
        int i = 0;
        boolean first = true;
        while (i < canonical.length()) {
            char c = canonical.charAt(i);
            if (c == ' ' || c == '-') {
                shown.append(c);
                i++;
                continue;
            }
            int end = i;
            while (end < canonical.length() && canonical.charAt(end) != ' ' && canonical.charAt(end) != '-') {
                end++;
            }
            shown.append(word(canonical.substring(i, end), first, end == canonical.length()));
            first = false;
            i = end;
        }
        return shown.toString();
    }

    private String word(String word, boolean first, boolean last) {
        String plain = word.replace("'", "");
        if (last && !first && plain.length() == 2 && stateCodes.contains(plain)) {
            return word;
        }
        String known = words.get(plain);
        if (known != null && !(first && smallWords.contains(plain))) {
            return known;
        }
        boolean keep = ROMAN.contains(plain) || !hasVowel(plain) || Character.isDigit(word.charAt(0));
        return keep ? word : title(word);
    }

    /** Letters without a vowel are initials: CBS, JP is not told from a word, so short ones are looked up. */
    private static boolean hasVowel(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ("AEIOUY".indexOf(c) >= 0 || c > 127) {
                return true;
            }
        }
        return word.length() > 5;
    }

    private static String title(String word) {
        StringBuilder title = new StringBuilder(word.length());
        boolean capital = true;
        for (int i = 0; i < word.length(); ) {
            int c = word.codePointAt(i);
            title.appendCodePoint(capital ? c : Character.toLowerCase(c));
            boolean prefix = c == '\'' && word.length() - i > 2;
            capital = prefix || i == 1 && word.startsWith("MC") && word.length() > 4;
            i += Character.charCount(c);
        }
        return title.toString();
    }
}
