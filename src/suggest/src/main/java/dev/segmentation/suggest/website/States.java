package dev.segmentation.suggest.website;

import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The states and provinces by code and by name. */
final class States {
    private static final int MOST_WORDS = 4;

    private final Map<String, String> codes = new HashMap<>();

    States(Path folder, Consumer<RowError> errors) {
        Path file = folder.resolve("state-codes.csv");
        TableReader.readIfPresent(
                file,
                TableSpec.of("Code", "State"),
                row -> {
                    String code = row.get("Code").toUpperCase(Locale.ROOT);
                    codes.put(code, code);
                    codes.put(row.get("State").toUpperCase(Locale.ROOT).replace(".", ""), code);
                },
                errors);
    }

    /** How many of the last words name a state; 0 if none do, or if nothing else is there. */
    int wordsAtEnd(List<String> words) {
        for (int n = Math.min(MOST_WORDS, words.size() - 1); n > 0; n--) {
            if (codes.containsKey(join(words, words.size() - n))) {
                return n;
            }
        }
        return 0;
    }

    String atEnd(List<String> words, int count) {
        return codes.getOrDefault(join(words, words.size() - count), "");
    }

    /** Whether the name of the state stands among the words. */
    boolean named(String code, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            for (int n = 1; n <= MOST_WORDS && i + n <= words.size(); n++) {
                String text = String.join(" ", words.subList(i, i + n));
                if (text.length() > 2 && code.equals(codes.get(text))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String join(List<String> words, int from) {
        return String.join(" ", words.subList(from, words.size()));
    }
}
