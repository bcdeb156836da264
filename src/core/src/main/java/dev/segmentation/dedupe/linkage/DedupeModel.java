package dev.segmentation.dedupe.linkage;

import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.TableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the dedupe knows besides the list itself: the folder {@code rules/dedupe} with the weights of the model, the
 * settings, and how common words are in organisation names at large. Where a file or a row is absent, the shipped value or the
 * hand-made weight counts.
 */
public final class DedupeModel {
    /** The word counts weigh as much as so many names of the list itself. */
    private static final int NAMES = 3000;

    private final double[] strict = Feature.handMadeWeights();
    private final double[] family = Feature.handMadeWeights();
    private final Map<String, Double> wordCounts = new HashMap<>();
    private final List<RowError> errors = new ArrayList<>();
    private final DedupeSettings settings;

    private DedupeModel(Path folder) {
        read(folder.resolve("model.csv"), this::addWeight, "Feature", "Strict", "Family");
        settings = settings(folder.resolve("settings.csv"));
        read(folder.resolve("word-counts.csv"), this::addWord, "Word", "Per Million");
        if (!errors.isEmpty()) {
            throw new TableException(errors.get(0).toString());
        }
    }

    /**
     * Reads the folder.
     *
     * @throws TableException if a file holds something that cannot be used; it names the file and the row
     */
    public static DedupeModel read(Path folder) {
        return new DedupeModel(folder);
    }

    private void read(Path file, Consumer<Row> rows, String... columns) {
        TableSpec spec = TableSpec.of(columns).with("Meaning");
        TableReader.readIfPresent(file, spec, rows, errors::add);
    }

    private void addWeight(Row row) {
        for (Feature feature : Feature.values()) {
            if (feature.label().equals(row.get("Feature"))) {
                strict[feature.ordinal()] = number(row, "Strict");
                family[feature.ordinal()] = number(row, "Family");
                return;
            }
        }
        errors.add(row.error("Feature", "no feature of this name", "Run `train dedupe` to write this file."));
    }

    private void addWord(Row row) {
        try {
            wordCounts.put(row.get("Word"), Double.parseDouble(row.get("Per Million")) / 1e6 * NAMES);
        } catch (NumberFormatException e) {
            errors.add(row.error("Per Million", "not a number", "Write names per million."));
        }
    }

    private DedupeSettings settings(Path file) {
        Map<String, Row> rows = new HashMap<>();
        read(
                file,
                row -> {
                    if (rows.putIfAbsent(row.get("Setting"), row) != null) {
                        errors.add(row.error("Setting", "stands twice", "Delete one of the two rows."));
                    }
                },
                "Setting",
                "Value");
        DedupeSettings shipped = DedupeSettings.DEFAULT;
        try {
            Row policy = rows.remove("policy");
            DedupeSettings read = new DedupeSettings(
                    policy == null ? shipped.policy() : policy(policy),
                    value(rows, "merge threshold", shipped.mergeThreshold()),
                    value(rows, "possible-merge threshold", shipped.possibleThreshold()),
                    value(rows, "cohesion", shipped.cohesion()),
                    whole(rows, "block cap", shipped.blockCap()),
                    whole(rows, "large cluster", shipped.largeCluster()));
            rows.values()
                    .forEach(row -> errors.add(row.error(
                            "Setting", "no setting of this name", "See docs/analyst-guide.md for the settings.")));
            return read;
        } catch (IllegalArgumentException e) {
            throw new TableException(file + ": " + e.getMessage() + ". Correct the value and run again.");
        }
    }

    private DedupeSettings.Policy policy(Row row) {
        for (DedupeSettings.Policy policy : DedupeSettings.Policy.values()) {
            if (policy.name().equalsIgnoreCase(row.get("Value"))) {
                return policy;
            }
        }
        errors.add(row.error("Value", "no policy of this name", "Write strict or family."));
        return DedupeSettings.DEFAULT.policy();
    }

    /** A value that is no number is reported; the shipped one stands in for it until the file is refused. */
    private double value(Map<String, Row> rows, String setting, double otherwise) {
        Row row = rows.remove(setting);
        double value = row == null ? otherwise : number(row, "Value");
        return Double.isNaN(value) ? otherwise : value;
    }

    private int whole(Map<String, Row> rows, String setting, int otherwise) {
        Row row = rows.get(setting);
        double value = value(rows, setting, otherwise);
        if (value != (int) value) {
            errors.add(row.error("Value", "not a whole number", "Write a number such as 60."));
        }
        return (int) value;
    }

    private double number(Row row, String column) {
        try {
            double number = Double.parseDouble(row.get(column));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        errors.add(row.error(column, "not a number", "Write a decimal number such as -1.25."));
        return Double.NaN;
    }

    /** Writes the weights of both policies, one row for each feature. */
    static void write(Path file, double[] strict, double[] family) throws IOException {
        try (TableWriter table =
                new TableWriter(file, CsvProfile.PLAIN, List.of("Feature", "Strict", "Family", "Meaning"))) {
            for (Feature feature : Feature.values()) {
                table.row(
                        feature.label(),
                        String.format(Locale.ROOT, "%.4f", strict[feature.ordinal()]),
                        String.format(Locale.ROOT, "%.4f", family[feature.ordinal()]),
                        feature.meaning());
            }
        }
    }

    /** The settings of the folder. */
    public DedupeSettings settings() {
        return settings;
    }

    /** The weights of the features, in their order. */
    public double[] weights(DedupeSettings.Policy policy) {
        return (policy == DedupeSettings.Policy.STRICT ? strict : family).clone();
    }

    /** How many names the word counts stand for. */
    double namesCounted() {
        return wordCounts.isEmpty() ? 0 : NAMES;
    }

    /** How many of these names hold a word. */
    double wordCount(String word) {
        return wordCounts.getOrDefault(word, 0.0);
    }
}
