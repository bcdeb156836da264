package dev.segmentation.decision.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row that was added, changed or deleted.
 *
 * @param id the transaction and its number there, such as {@code D000012-3}
 * @param kind what happened to the row
 * @param before its cells that held something, by column; empty for a new row
 * @param after its cells that hold something, by column; empty for a deleted row
 * @param line where the row begins in the file after the change; of a deleted row, where it would have begun
 * @param undoes ids of the changes that this one takes back
 */
public record Change(
        String id,
        String file,
        Kind kind,
        Map<String, String> before,
        Map<String, String> after,
        long line,
        List<String> undoes) {

    /** What can happen to a row. */
    public enum Kind {
        ADDED,
        CHANGED,
        DELETED
    }

    /** Copies what it is given, without blank cells. */
    public Change {
        before = filled(before);
        after = filled(after);
        undoes = List.copyOf(undoes);
    }

    /** What the row is about, such as the master and the source of the decision. */
    public String about() {
        return GovernanceColumns.key(file, after.isEmpty() ? before : after);
    }

    /** The cells that hold something, in their order. */
    public static Map<String, String> filled(Map<String, String> cells) {
        Map<String, String> filled = new LinkedHashMap<>();
        cells.forEach((column, cell) -> {
            if (!cell.isEmpty()) {
                filled.put(column, cell);
            }
        });
        return Collections.unmodifiableMap(filled);
    }
}
