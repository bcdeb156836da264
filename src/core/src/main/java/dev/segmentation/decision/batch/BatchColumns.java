package dev.segmentation.decision.batch;

import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the column headings of batches mean, from {@code rules/common/batch-columns.csv}, which analysts edit. */
public final class BatchColumns {
    /** Path of the table from the rules folder on. */
    public static final String FILE = "common/batch-columns.csv";

    private static final TableSpec SPEC = TableSpec.of("Heading", "Column").with("Note");

    static final String CUSTOMER = "Customer";
    static final String MASTER = "Master";

    /** Known, and none of the decision. */
    private static final String NOTHING = "Nothing";

    /** All, in the order in which a workbook is read. */
    static final List<String> ALL = List.of(
            CUSTOMER,
            MASTER,
            SegmentColumns.ID,
            SegmentColumns.GROUP,
            SegmentColumns.DETAIL,
            SegmentColumns.NAICS,
            SegmentColumns.METHOD,
            SegmentColumns.SUPPORT,
            SegmentColumns.WEBSITE,
            SegmentColumns.STATUS,
            SegmentColumns.OWNER,
            SegmentColumns.DATE,
            SegmentColumns.REASON,
            SegmentColumns.NOTES,
            NOTHING);

    /** Columns that a batch to fill in has for people to read; an import passes over them. */
    public static final List<String> TOLD =
            List.of("Worklist", "Suggestion", "Runner-up", "Keys", "Last Billing", "Also Written As");

    private final Map<String, String> table = new HashMap<>();

    /** Reads the table; an absent one leaves the columns' own names. */
    public BatchColumns(Path rules, Consumer<RowError> errors) {
        ALL.forEach(column -> table.put(BatchHeadings.fold(column), column));
        Path file = rules.resolve(FILE);
        TableReader.readIfPresent(file, SPEC, row -> add(row, errors), errors);
    }

    private void add(Row row, Consumer<RowError> errors) {
        String name = row.get("Column");
        ALL.stream()
                .filter(column -> column.equalsIgnoreCase(name))
                .findFirst()
                .ifPresentOrElse(
                        column -> table.put(fold(row.get("Heading")), column),
                        () -> errors.accept(
                                row.error("Column", "not a column of a batch", "See the head of the file.")));
    }

    private static String fold(String text) {
        return BatchHeadings.fold(text.replaceAll("(?i)\\(s\\)", "s")).replaceAll("\\s+\\d+$", "");
    }

    /** The column of a heading; of several words with a slash between the first known one counts. */
    private String column(String heading) {
        String column = table.get(heading);
        for (String part : heading.split("/", -1)) {
            column = column == null ? table.get(part.strip()) : column;
        }
        return column;
    }

    /**
     * The columns of a table by their headings, {@code null} for those that mean nothing here. A column that stands twice
     * counts where it stands first.
     */
    List<String> of(List<String> headings) {
        List<String> columns = new ArrayList<>();
        for (String heading : headings) {
            String column = column(fold(heading));
            columns.add(!NOTHING.equals(column) && columns.contains(column) ? null : column);
        }
        return columns;
    }
}
