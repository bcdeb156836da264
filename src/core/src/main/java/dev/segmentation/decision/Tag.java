package dev.segmentation.decision;

import dev.segmentation.files.Sha256;
import dev.segmentation.table.edit.EditableRow;
import java.util.List;
import java.util.Map;

/** Short texts that change with what they are made of. */
public final class Tag {
    private static final int LENGTH = 24;

    private Tag() {}

    public static String of(String text) {
        return Sha256.hex(text).substring(0, LENGTH);
    }

    /** Of rows: all that their cells hold, wherever the rows stand. */
    public static String of(List<EditableRow> rows) {
        StringBuilder all = new StringBuilder();
        for (EditableRow row : rows) {
            for (Map.Entry<String, String> cell : row.cells().entrySet()) {
                String text = cell.getValue().strip();
                if (!text.isEmpty()) {
                    all.append(cell.getKey()).append('\u001F').append(text).append('\u001E');
                }
            }
            all.append('\u001D');
        }
        return of(all.toString());
    }
}
