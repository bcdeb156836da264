package dev.segmentation.suggest.network;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSink;
import dev.segmentation.table.TableSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the words of Wikidata for industries and kinds of organisations mean to us, from a table that people edit. A row without
 * a group names a kind of thing that is no customer, such as a film.
 */
public final class IndustryTable {
    /** Where the table lies below the rules. */
    public static final String FILE = "suggest/wikidata-industries.csv";

    private static final TableSpec SPEC =
            TableSpec.of("Industry", "Group").with("Industry Detail", "NAICS", "Support Category");

    private final Map<String, Classification> meanings = new HashMap<>();
    private final Set<String> others = new HashSet<>();

    private IndustryTable() {}

    /** Reads the table of a rules folder; without one nothing has a meaning. */
    public static IndustryTable read(Path rules, Consumer<RowError> errors) {
        IndustryTable table = new IndustryTable();
        Path file = rules.resolve(FILE);
        if (Files.exists(file)) {
            TableSink sink = new TableSink(row -> table.add(row, errors), errors, remark -> {});
            TableReader.read(file, FILE, SPEC, sink);
        }
        return table;
    }

    private void add(Row row, Consumer<RowError> errors) {
        String word = key(row.get("Industry"));
        if (word.isEmpty() || meanings.containsKey(word) || others.contains(word)) {
            errors.accept(row.error("Industry", "blank, or in a row above", "Give each word one row."));
        } else if (row.get("Group").isEmpty()) {
            others.add(word);
        } else {
            meaning(row, errors).ifPresent(meaning -> meanings.put(word, meaning));
        }
    }

    private static Optional<Classification> meaning(Row row, Consumer<RowError> errors) {
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get("Group"));
        Optional<SupportCategory> support = SupportCategory.parse(row.get("Support Category"));
        if (group.isEmpty() || group.get() == IndustrialGroup.UNKNOWN) {
            errors.accept(
                    row.error("Group", "no industrial group", "Use a name of the locked list, or leave it blank."));
            return Optional.empty();
        }
        if (support.isEmpty()) {
            errors.accept(row.error("Support Category", "no support category", "Use a word of the locked list."));
            return Optional.empty();
        }
        if (!row.get("NAICS").matches(Classification.NAICS_FORM)) {
            errors.accept(row.error("NAICS", "no NAICS code", "Write 2 to 6 digits or a range such as 31-33."));
            return Optional.empty();
        }
        return Optional.of(
                new Classification(group.get(), row.get("Industry Detail"), row.get("NAICS"), support.get()));
    }

    /** What the words mean, in their order; words without a meaning are left out. */
    List<Classification> meanings(List<String> words) {
        return words.stream()
                .map(word -> meanings.get(key(word)))
                .filter(meaning -> meaning != null)
                .toList();
    }

    /** Whether one of the words names what is no customer. */
    public boolean noCustomer(List<String> kinds) {
        return kinds.stream().anyMatch(kind -> others.contains(key(kind)));
    }

    /** How many words have a meaning. */
    public int size() {
        return meanings.size();
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
