package dev.segmentation.decision.exchange;

import dev.segmentation.customer.Classification;
import dev.segmentation.decision.DecisionRow;
import dev.segmentation.decision.batch.Batch;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.file.SegmentColumns;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an entry of a batch says, column by column of the governance file; blank where it says nothing.
 *
 * @param entry the entry
 * @param cells what it says
 */
record EntryCells(BatchEntry entry, Map<String, String> cells) {
    private static final String LISTED = "listed under ";

    String get(String column) {
        return cells.get(column);
    }

    /**
     * What an entry says.
     *
     * @param batch its batch
     * @param canonical the master as the row is to name it
     * @param id id of the master, blank if it is none of the present ones
     */
    static EntryCells of(Batch batch, BatchEntry entry, String canonical, String id) {
        Classification said = entry.classification();
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(SegmentColumns.CANONICAL, canonical);
        cells.put(SegmentColumns.ID, id);
        cells.put(SegmentColumns.GROUP, said.group().label());
        cells.put(SegmentColumns.DETAIL, said.detail());
        cells.put(SegmentColumns.NAICS, said.naics());
        cells.put(
                SegmentColumns.METHOD,
                entry.method() == null ? "" : entry.method().label());
        cells.put(SegmentColumns.SUPPORT, said.support().label());
        cells.put(SegmentColumns.WEBSITE, entry.website());
        cells.put(SegmentColumns.STATUS, entry.status().label());
        cells.put(SegmentColumns.SOURCE, batch.name());
        cells.put(SegmentColumns.OWNER, entry.owner());
        cells.put(SegmentColumns.REASON, entry.reason());
        cells.put(SegmentColumns.NOTES, entry.notes());
        return new EntryCells(entry, cells);
    }

    /** What an entry does not say, people may have filled in since. */
    boolean differ(DecisionRow own) {
        return cells.entrySet().stream()
                .filter(cell -> !cell.getKey().equals(SegmentColumns.CANONICAL)
                        && !cell.getKey().equals(SegmentColumns.ID))
                .filter(cell -> !cell.getValue().isEmpty())
                .anyMatch(cell -> cell.getKey().equals(SegmentColumns.NOTES)
                        ? !own.get(SegmentColumns.NOTES).contains(cell.getValue())
                        : !cell.getValue()
                                .equalsIgnoreCase(
                                        cell.getKey().equals(SegmentColumns.STATUS)
                                                ? own.status()
                                                : own.get(cell.getKey())));
    }

    /** Whether it names another day than that row. */
    boolean redate(DecisionRow own) {
        return !entry.date().isEmpty() && !entry.date().equals(own.date());
    }

    /**
     * The row to write.
     *
     * @param own the row that it replaces, {@code null} for a new one
     * @param owner who decided where the entry does not say
     * @param date the day
     */
    RowWrite write(DecisionRow own, String owner, String date) {
        Map<String, String> row = new LinkedHashMap<>(own == null ? Map.of() : own.cells());
        cells.forEach((column, text) -> {
            if (!text.isEmpty() || !row.containsKey(column)) {
                row.put(column, text);
            }
        });
        if (entry.owner().isEmpty()) {
            row.put(SegmentColumns.OWNER, owner);
        }
        row.put(SegmentColumns.DATE, date);
        String reason = row.get(SegmentColumns.REASON);
        if (reason.isEmpty() || entry.reason().isEmpty() && reason.startsWith(LISTED)) {
            row.put(SegmentColumns.REASON, entry.section().isEmpty() ? "" : LISTED + entry.section());
        }
        if (own == null && !entry.name().equalsIgnoreCase(row.get(SegmentColumns.CANONICAL))) {
            row.merge(SegmentColumns.NOTES, "written " + entry.name(), (a, b) -> a.isEmpty() ? b : a + "; " + b);
        }
        return new RowWrite(own == null ? -1 : own.index(), row);
    }
}
