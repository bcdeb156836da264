package dev.segmentation.decision;

import dev.segmentation.customer.BillingDate;
import dev.segmentation.customer.SegmentOverride;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.table.edit.EditableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code MasterSegmentationOverrides.csv} as it is.
 *
 * @param index its place among the rows
 * @param line where it stands in the file
 * @param cells its cells by column
 */
public record DecisionRow(int index, long line, Map<String, String> cells) {

    /** That which counts about a master comes last: by hand before batches, then the newer one, then the one further down. */
    public static final Comparator<DecisionRow> LEAST_FIRST = Comparator.comparing(DecisionRow::manual)
            .thenComparing(DecisionRow::date)
            .thenComparing(DecisionRow::index);

    /** The one that counts among those of one kind, by hand or of batches. */
    public static Optional<DecisionRow> counting(List<DecisionRow> rows, boolean manual) {
        return rows.stream().filter(row -> row.manual() == manual).max(LEAST_FIRST);
    }

    /** The rows of a table. */
    public static List<DecisionRow> of(List<EditableRow> rows) {
        List<DecisionRow> decisions = new ArrayList<>();
        for (EditableRow row : rows) {
            decisions.add(new DecisionRow(decisions.size(), row.line(), row.cells()));
        }
        return decisions;
    }

    public String get(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    /** Whether it was written by hand; such a row outranks those of batches. */
    public boolean manual() {
        return SegmentOverride.byHand(get(SegmentColumns.SOURCE));
    }

    /** In ISO form, blank if none can be read. */
    public String date() {
        return BillingDate.sortable(get(SegmentColumns.DATE));
    }

    /** Its status, which is Final where it says nothing. */
    public String status() {
        return get(SegmentColumns.STATUS).isEmpty() ? "Final" : get(SegmentColumns.STATUS);
    }

    /** The decision for people. */
    public String told() {
        return get(SegmentColumns.GROUP) + (status().equalsIgnoreCase("Final") ? "" : " (" + status() + ")") + " of "
                + (manual() ? "Manual" : get(SegmentColumns.SOURCE)) + " (line " + line + ")";
    }
}
