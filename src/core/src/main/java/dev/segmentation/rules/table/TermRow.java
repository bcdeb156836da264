package dev.segmentation.rules.table;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Method;
import java.util.List;

/**
 * One row of a term table.
 *
 * @param id unique id such as {@code HLC-012}
 */
public record TermRow(
        String id,
        String text,
        List<String> words,
        TermMatch match,
        Method method,
        Classification classification,
        Unless unless,
        String file,
        long line)
        implements Phrase {

    /** The same row wherever it stands in its table. */
    public TermRow anywhere() {
        return new TermRow(id, text, words, match, method, classification, unless, file, 0);
    }
}
