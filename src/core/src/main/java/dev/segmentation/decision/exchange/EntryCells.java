package dev.segmentation.decision.exchange;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.batch.Batch;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.decision.file.SegmentColumns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an entry of a batch says, column by column of the governance file; blank where it says nothing. */
record EntryCells(BatchEntry entry, Map<String, String> cells) {
    private static final String LISTED = "listed under ";

    /** What an entry says. */
    static EntryCells of(Batch batch, BatchEntry entry, Optional<MasterCustomer> master, String name) {
        Classification said = entry.classification();
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(
                SegmentColumns.CANONICAL, master.map(MasterCustomer::canonical).orElse(name));
        cells.put(SegmentColumns.ID, master.map(MasterCustomer::id).orElse(""));
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

    String get(String column) {
        return cells.get(column);
    }

    /** Whether a row says otherwise; what the entry does not say, people may have filled in since. */
    boolean differ(MasterDecision own) {
        return cells.entrySet().stream()
                .filter(cell -> !cell.getKey().equals(SegmentColumns.CANONICAL)
                        && !cell.getKey().equals(SegmentColumns.ID)
                        && !cell.getValue().isEmpty())
                .anyMatch(cell -> switch (cell.getKey()) {
                    case SegmentColumns.NOTES -> !own.get(SegmentColumns.NOTES).contains(cell.getValue());
                    case SegmentColumns.STATUS -> !cell.getValue().equalsIgnoreCase(own.statusText());
                    default -> !cell.getValue().equalsIgnoreCase(own.get(cell.getKey()));
                });
    }

    /** Whether that row is to be written anew, since it says otherwise or names another day. */
    boolean changes(MasterDecision own) {
        return differ(own) || !entry.date().isEmpty() && !entry.date().equals(own.date());
    }

    Map<String, String> row(MasterDecision own, String owner, String date) {
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
        return row;
    }
}
