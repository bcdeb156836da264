package dev.segmentation.table.edit;

/**
 * Bytes of a file that stay together.
 *
 * @param body the bytes as they were read, {@code null} for a row that is new
 * @param row the row that they are, {@code null} where they are none
 */
record TablePart(byte[] body, byte[] end, int lines, EditableRow row) {

    /** How many lines it takes in the file that is to be. */
    long linesNow() {
        if (row == null || !row.changed()) {
            return lines;
        }
        return row.deleted()
                ? 0
                : 1 + String.join("", row.raw()).chars().filter(c -> c == '\n').count();
    }
}
