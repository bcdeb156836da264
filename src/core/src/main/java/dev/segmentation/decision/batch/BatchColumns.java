package dev.segmentation.decision.batch;

import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the column headings of batches mean, from {@code rules/common/batch-columns.csv}, which analysts edit. */
public final class BatchColumns {
    /** Path of the table from the rules folder on. */
    public static final String FILE = "common/batch-columns.csv";

    private static final TableSpec SPEC = TableSpec.of("Heading", "Column").with("Note");

    private final Map<String, Column> table = new HashMap<>();

    /** A column of a batch. */
    enum Column {
        CUSTOMER("Customer"),
        MASTER("Master"),
        MASTER_ID("Master Id"),
        GROUP("Industrial Group"),
        DETAIL("Industry Detail"),
        NAICS("NAICS"),
        METHOD("Method"),
        SUPPORT("Support Category"),
        WEBSITE("Company Website"),
        STATUS("Status"),
        OWNER("Owner"),
        DATE("Date"),
        REASON("Reason"),
        NOTES("Notes"),
        /** Known, and none of the decision. */
        NOTHING("Nothing");

        private final String label;

        Column(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        static Optional<Column> parse(String text) {
            return Arrays.stream(values())
                    .filter(column -> column.label.equalsIgnoreCase(text.strip()))
                    .findFirst();
        }
    }

    /** Reads the table; an absent one leaves the columns' own names. */
    public BatchColumns(Path rules, Consumer<RowError> errors) {
        for (Column column : Column.values()) {
            table.put(BatchHeadings.fold(column.label()), column);
        }
        Path file = rules.resolve(FILE);
        if (Files.exists(file)) {
            TableReader.read(file, StandardCharsets.UTF_8, SPEC, row -> add(row, errors), errors, note -> {});
        }
    }

    private void add(Row row, Consumer<RowError> errors) {
        Column.parse(row.get("Column"))
                .ifPresentOrElse(
                        column -> table.put(fold(row.get("Heading")), column),
                        () -> errors.accept(
                                row.error("Column", "not a column of a batch", "See the head of the file.")));
    }

    private static String fold(String text) {
        return BatchHeadings.fold(text.replaceAll("(?i)\\(s\\)", "s")).replaceAll("\\s+\\d+$", "");
    }

    /** The column of a heading; of several words with a slash between the first known one counts. */
    private Column column(String heading) {
        Column column = table.get(heading);
        for (String part : heading.split("/", -1)) {
            column = column == null ? table.get(part.strip()) : column;
        }
        return column;
    }

    /**
     * The columns of a table by their headings, {@code null} for those that mean nothing here. A column that stands twice
     * counts where it stands first.
     */
    List<Column> of(List<String> headings) {
        List<Column> columns = new ArrayList<>();
        for (String heading : headings) {
            Column column = column(fold(heading));
            columns.add(column != Column.NOTHING && columns.contains(column) ? null : column);
        }
        return columns;
    }
}
