package dev.segmentation.dedupe.linkage;

import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.TableWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the dedupe knows besides the list itself: the folder {@code rules/dedupe} with the weights of the model, the
 * settings, and how common words are. Where a file or a row is absent, the shipped value or the hand-made weight counts.
 */
public final class DedupeModel {
    private static final String MODEL = "model.csv";
    private static final String SETTINGS = "settings.csv";
    private static final String WORDS = "word-counts.csv";

    private final Map<DedupeSettings.Policy, MatchModel> models;
    private final DedupeSettings settings;
    private final WordCounts words;

    private DedupeModel(Map<DedupeSettings.Policy, MatchModel> models, DedupeSettings settings, WordCounts words) {
        this.models = Map.copyOf(models);
        this.settings = settings;
        this.words = words;
    }

    /**
     * Reads the folder.
     *
     * @throws TableException if a file holds something that cannot be used; it names the file and the row
     */
    public static DedupeModel read(Path folder) {
        List<RowError> errors = new ArrayList<>();
        Map<DedupeSettings.Policy, MatchModel> models = models(folder.resolve(MODEL), errors::add);
        DedupeSettings settings = settings(folder.resolve(SETTINGS), errors::add);
        WordCounts words = WordCounts.read(folder.resolve(WORDS), errors::add);
        if (!errors.isEmpty()) {
            throw new TableException(errors.get(0).toString());
        }
        return new DedupeModel(models, settings, words);
    }

    private static Map<DedupeSettings.Policy, MatchModel> models(Path file, Consumer<RowError> errors) {
        double[] strict = MatchModel.handMade();
        double[] family = MatchModel.handMade();
        read(
                file,
                errors,
                row -> {
                    Feature feature = feature(row.get("Feature"));
                    if (feature == null) {
                        errors.accept(row.error(
                                "Feature", "no feature of this name", "Run `train dedupe` to write this file."));
                    } else {
                        strict[feature.ordinal()] = number(row, "Strict", errors);
                        family[feature.ordinal()] = number(row, "Family", errors);
                    }
                },
                "Feature",
                "Strict",
                "Family");
        return Map.of(
                DedupeSettings.Policy.STRICT,
                new MatchModel(strict),
                DedupeSettings.Policy.FAMILY,
                new MatchModel(family));
    }

    private static Feature feature(String name) {
        for (Feature feature : Feature.values()) {
            if (feature.label().equals(name)) {
                return feature;
            }
        }
        return null;
    }

    private static DedupeSettings settings(Path file, Consumer<RowError> errors) {
        Map<String, Row> rows = new HashMap<>();
        read(
                file,
                errors,
                row -> {
                    if (rows.putIfAbsent(row.get("Setting"), row) != null) {
                        errors.accept(row.error("Setting", "stands twice", "Delete one of the two rows."));
                    }
                },
                "Setting",
                "Value");
        DedupeSettings shipped = DedupeSettings.DEFAULT;
        try {
            Row policy = rows.remove("policy");
            DedupeSettings settings = new DedupeSettings(
                    policy == null ? shipped.policy() : policy(policy, errors),
                    value(rows, "merge threshold", shipped.mergeThreshold(), errors),
                    value(rows, "possible-merge threshold", shipped.possibleThreshold(), errors),
                    value(rows, "cohesion", shipped.cohesion(), errors),
                    whole(rows, "block cap", shipped.blockCap(), errors),
                    whole(rows, "large cluster", shipped.largeCluster(), errors));
            rows.values()
                    .forEach(row -> errors.accept(row.error(
                            "Setting", "no setting of this name", "See docs/analyst-guide.md for the settings.")));
            return settings;
        } catch (IllegalArgumentException e) {
            throw new TableException(file + ": " + e.getMessage() + ". Correct the value and run again.");
        }
    }

    private static DedupeSettings.Policy policy(Row row, Consumer<RowError> errors) {
        for (DedupeSettings.Policy policy : DedupeSettings.Policy.values()) {
            if (policy.name().equalsIgnoreCase(row.get("Value"))) {
                return policy;
            }
        }
        errors.accept(row.error("Value", "no policy of this name", "Write strict or family."));
        return DedupeSettings.DEFAULT.policy();
    }

    /** A value that is no number is reported; the shipped one stands in for it until the file is refused. */
    private static double value(Map<String, Row> rows, String setting, double otherwise, Consumer<RowError> errors) {
        Row row = rows.remove(setting);
        if (row == null) {
            return otherwise;
        }
        double value = number(row, "Value", errors);
        return Double.isNaN(value) ? otherwise : value;
    }

    private static int whole(Map<String, Row> rows, String setting, int otherwise, Consumer<RowError> errors) {
        Row row = rows.get(setting);
        double value = value(rows, setting, otherwise, errors);
        if (value != (int) value) {
            errors.accept(row.error("Value", "not a whole number", "Write a number such as 60."));
        }
        return (int) value;
    }

    private static double number(Row row, String column, Consumer<RowError> errors) {
        try {
            double number = Double.parseDouble(row.get(column));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        errors.accept(row.error(column, "not a number", "Write a decimal number such as -1.25."));
        return Double.NaN;
    }

    private static void read(Path file, Consumer<RowError> errors, Consumer<Row> rows, String... columns) {
        if (Files.exists(file)) {
            TableSpec spec = TableSpec.of(columns).with("Meaning");
            TableReader.read(file, StandardCharsets.UTF_8, spec, rows, errors, note -> {});
        }
    }

    /** Writes the weights of both policies, one row for each feature. */
    static void write(Path file, MatchModel strict, MatchModel family) throws IOException {
        try (TableWriter table =
                new TableWriter(file, CsvProfile.PLAIN, List.of("Feature", "Strict", "Family", "Meaning"))) {
            for (Feature feature : Feature.values()) {
                table.row(
                        feature.label(),
                        String.format(Locale.ROOT, "%.4f", strict.weight(feature)),
                        String.format(Locale.ROOT, "%.4f", family.weight(feature)),
                        feature.meaning());
            }
        }
    }

    /** The settings of the folder. */
    public DedupeSettings settings() {
        return settings;
    }

    public MatchModel model(DedupeSettings.Policy policy) {
        return models.get(policy);
    }

    public WordCounts words() {
        return words;
    }
}
