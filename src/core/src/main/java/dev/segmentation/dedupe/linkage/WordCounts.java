package dev.segmentation.dedupe.linkage;

import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How common words are in organisation names at large, from {@code rules/dedupe/word-counts.csv}: counts per
 * {@value #NAMES} names. They weigh as much as so many names of the list itself.
 */
public final class WordCounts {
    private static final int NAMES = 3000;

    private final Map<String, Double> perName = new HashMap<>();

    /** Reads the table; an absent one is empty. */
    static WordCounts read(Path file, Consumer<RowError> errors) {
        WordCounts counts = new WordCounts();
        if (Files.exists(file)) {
            TableReader.read(
                    file,
                    StandardCharsets.UTF_8,
                    TableSpec.of("Word", "Per Million"),
                    row -> {
                        try {
                            counts.perName.put(row.get("Word"), Double.parseDouble(row.get("Per Million")) / 1e6);
                        } catch (NumberFormatException e) {
                            errors.accept(row.error("Per Million", "not a number", "Write names per million."));
                        }
                    },
                    errors,
                    note -> {});
        }
        return counts;
    }

    double names() {
        return perName.isEmpty() ? 0 : NAMES;
    }

    double count(String word) {
        return perName.getOrDefault(word, 0.0) * NAMES;
    }
}
