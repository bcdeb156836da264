package dev.segmentation.table;

import java.util.function.Consumer;

/**
 * Takes what a reader of tables finds.
 *
 * @param remarks receives what does no harm to the rows but their owner may not have meant, such as a blank row
 */
public record TableSink(Consumer<Row> rows, Consumer<RowError> errors, Consumer<RowError> remarks) {}
