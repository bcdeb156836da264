package dev.segmentation.decision.batch;

import dev.segmentation.customer.Status;
import dev.segmentation.decision.batch.MarkdownReader.Cell;
import dev.segmentation.decision.file.SegmentColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The cells of one row of a batch by what their columns mean. */
final class BatchFields {
    private static final Cell BLANK = new Cell("", "");

    private final Map<String, Cell> cells = new HashMap<>();

    BatchFields() {}

    /** The cells of a row; a column that means nothing here is {@code null}. */
    BatchFields(List<String> columns, List<Cell> row) {
        for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
            if (columns.get(i) != null) {
                cells.put(columns.get(i), row.get(i));
            }
        }
    }

    Cell cell(String column) {
        return cells.getOrDefault(column, BLANK);
    }

    String text(String column) {
        return cell(column).text();
    }

    /** The same in one line, and empty for a dash. */
    String plain(String column) {
        String text = text(column).replace('\n', ' ');
        return BatchCells.dash(text) ? "" : text;
    }

    /** Whether it is a row of a worklist, with a column for the group and the id of its master, in which nothing is filled in. */
    boolean untouched() {
        return has(SegmentColumns.GROUP)
                && !text(SegmentColumns.ID).isEmpty()
                && Stream.of(
                                SegmentColumns.GROUP,
                                SegmentColumns.DETAIL,
                                SegmentColumns.NAICS,
                                SegmentColumns.METHOD,
                                SegmentColumns.SUPPORT,
                                SegmentColumns.STATUS)
                        .allMatch(column -> BatchCells.dash(text(column)));
    }

    boolean has(String column) {
        return cells.containsKey(column);
    }

    /** The customer that the row is about; where it names master and customer, the master. */
    String customer() {
        return BatchCells.dash(text(BatchColumns.MASTER)) ? text(BatchColumns.CUSTOMER) : text(BatchColumns.MASTER);
    }

    void add(String column, String text) {
        cells.merge(column, new Cell(text, ""), (a, b) -> new Cell(NamesInCell.joined(a.text(), b.text()), a.link()));
    }

    /** Puts in what may stand behind a name under a group: detail, code and method, in any order, with dashes between. */
    void addPart(String part, BatchHeadings headings) {
        if (part.matches("\\d{2,6}|\\d\\d-\\d\\d")) {
            add(SegmentColumns.NAICS, part);
        } else if (new BatchCells(headings).method(part) != null) {
            add(SegmentColumns.METHOD, part);
        } else {
            add(has(SegmentColumns.DETAIL) ? SegmentColumns.NOTES : SegmentColumns.DETAIL, part);
        }
    }

    /** Its status; where it has none, that of a name that needs research or a final one. */
    Status status(boolean queued, List<String> remarks) {
        String cell = text(SegmentColumns.STATUS);
        Optional<Status> own = Status.parse(BatchCells.dash(cell) ? "" : cell);
        if (own.isEmpty()) {
            remarks.add("\"" + cell + "\" is no status of the locked list; it counts as Draft");
            return Status.DRAFT;
        }
        return BatchCells.dash(cell) && queued ? Status.QUEUED : own.get();
    }
}
