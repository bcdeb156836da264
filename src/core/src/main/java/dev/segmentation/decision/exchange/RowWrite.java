package dev.segmentation.decision.exchange;

import java.util.Map;

/**
 * A row of a governance file to write.
 *
 * @param index place among the rows of the file of the one that it replaces, -1 for a new one
 * @param cells its cells by column
 */
record RowWrite(int index, Map<String, String> cells) {}
