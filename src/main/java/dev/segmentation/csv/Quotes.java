package dev.segmentation.csv;

/** Follows the quotation marks of one record as Commons CSV will read them, and counts its cells. */
final class Quotes {
    private final char delimiter;
    private boolean open;
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

    void lineBreak() {
        atCellStart = false;
    }

    void scan(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    open = false;
                }
            } else if (c == delimiter) {
                cells++;
                atCellStart = true;
            } else if (atCellStart && c == '"') {
                open = true;
                atCellStart = false;
            } else if (c != ' ') {
                atCellStart = false;
            }
        }
    }
}
