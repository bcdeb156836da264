package dev.segmentation.suggest.website;

import dev.segmentation.name.NameTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Splits names of a register into words, quickly: taking all of them apart as names costs more than everything else, and
 * most are never looked at. Each distinct word is folded once. Safe for use by many threads.
 */
final class RegisterWords {
    private final NameTables tables;
    private final Map<String, String> folded = new ConcurrentHashMap<>();

    RegisterWords(NameTables tables) {
        this.tables = tables;
    }

    List<String> of(String name) {
        List<String> words = new ArrayList<>();
        if (!plain(name)) {
            for (String word : tables.fold().phrase(name)) {
                add(words, word);
            }
            return words;
        }
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : ' ';
            if (letterOrDigit(c)) {
                word.append(c);
            } else if (c != '\'' && word.length() > 0) {
                add(words, folded.computeIfAbsent(word.toString(), this::fold));
                word.setLength(0);
            }
        }
        return words;
    }

    private void add(List<String> words, String word) {
        if (!tables.stopWord(word)) {
            words.add(word);
        }
    }

    private String fold(String word) {
        return tables.fold().fold(word.toUpperCase(Locale.ROOT));
    }

    private static boolean letterOrDigit(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean plain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
