package dev.segmentation.table;

/** Follows the quotation marks of one record as Commons CSV will read them, and counts its cells. */
final class Quotes {
    private final char delimiter;
    private boolean open;
    private boolean closed;
    private boolean clean = true;
    private boolean atCellStart = true;
    private int cells = 1;

    Quotes(char delimiter) {
        this.delimiter = delimiter;
    }

    boolean open() {
        return open;
    }

    int cells() {
        return cells;
    }

    /** Whether nothing but space stands between a closing quotation mark and the end of its cell. */
    boolean clean() {
        return clean;
    }

    void scan(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    open = false;
                    closed = true;
                }
            } else if (c == delimiter) {
                cells++;
                atCellStart = true;
                closed = false;
            } else if (atCellStart && c == '"') {
                open = true;
                atCellStart = false;
            } else if (!Character.isWhitespace(c)) {
                atCellStart = false;
                clean &= !closed;
            }
        }
    }
}
