package dev.segmentation.table.excel;

/**
 * Counts the elements of XML texts and how deep they are nested, from their bytes. The library that reads workbooks takes
 * minutes over thousands of levels, and ends with its stack; sheets have about ten. It keeps every element in memory.
 */
final class XmlDepth {
    /** Most levels that a part of a workbook may have. */
    static final int MOST = 200;

    private int depth;
    private int deepest;
    private int former;
    private int elements;

    /** Begins with another text. */
    void next() {
        depth = 0;
        deepest = 0;
        former = 0;
    }

    /** Takes the next bytes of the text. */
    void scan(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int c = bytes[i];
            if (c == 0) {
                continue; // half a character of UTF-16
            }
            if (former == '<' && c != '/' && c != '!' && c != '?') {
                elements++;
                depth++;
                deepest = Math.max(deepest, depth);
            } else if (former == '<' && c == '/' || former == '/' && c == '>') {
                depth--;
            }
            former = c;
        }
    }

    boolean tooDeep() {
        return deepest > MOST;
    }

    /** How many elements there were so far, in all texts. */
    int elements() {
        return elements;
    }
}
