package dev.segmentation.decision.file;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the segment words of the former system mean, from {@code rules/common/legacy-segments.csv}: office is Commercial
 * Services, muncipal is Municipal / Local Government.
 */
public final class LegacySegments {
    private final Map<String, Classification> words = new HashMap<>();

    /** Reads the table; an absent one is empty. */
    public LegacySegments(Path file, Consumer<RowError> errors) {
        TableSpec spec = TableSpec.of("Word", "Industrial Group").with("Support Category", "Note");
        TableReader.readIfPresent(file, spec, row -> add(row, errors), errors);
    }

    private void add(Row row, Consumer<RowError> errors) {
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get("Industrial Group"));
        Optional<SupportCategory> support = SupportCategory.parse(row.get("Support Category"));
        if (group.isEmpty() || support.isEmpty()) {
            String column = group.isEmpty() ? "Industrial Group" : "Support Category";
            errors.accept(row.error(column, "not in the locked list", "Use a name of the locked list."));
            return;
        }
        words.put(fold(row.get("Word")), new Classification(group.get(), "", "", support.get()));
    }

    /** What a group name or a legacy word means; empty if it is neither. */
    public Optional<Classification> meaning(String text) {
        return IndustrialGroup.parse(text)
                .map(group -> new Classification(group, "", "", SupportCategory.NONE))
                .or(() -> Optional.ofNullable(words.get(fold(text))));
    }

    private static String fold(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*/\\s*", "/")
                .replaceAll("\\s+", " ");
    }
}
