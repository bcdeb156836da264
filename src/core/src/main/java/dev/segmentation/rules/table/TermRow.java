package dev.segmentation.rules.table;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Method;
import java.util.List;

/**
 * One row of a term table.
 *
 * @param id unique id such as {@code HLC-012}
 * @param text the term as written
 * @param words the term folded
 * @param match where in a name it counts
 * @param method how sure it is
 * @param classification what it means
 * @param unless what vetoes it
 * @param file the table it stands in
 * @param line where it stands there
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
