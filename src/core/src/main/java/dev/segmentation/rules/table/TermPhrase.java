package dev.segmentation.rules.table;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Method;
import java.util.List;

/**
 * What a row of a term table teaches: names with these words are mostly of that class.
 *
 * @param id id of the row
 * @param words the term, folded
 * @param classification what it means
 * @param method how sure the table says it is
 * @param part whether it stands for a part of a word
 */
public record TermPhrase(String id, List<String> words, Classification classification, Method method, boolean part) {
    public static TermPhrase of(TermRow row) {
        return new TermPhrase(
                row.id(),
                row.words(),
                row.classification(),
                row.method(),
                row.match().withinWord());
    }
}
