package dev.segmentation.rules.table;

import java.util.List;

/**
 * One row of {@code rules/common/concepts.csv}: a word that rules combine.
 *
 * @param id name of the concept
 */
public record ConceptRow(
        String id, String text, List<String> words, TermMatch match, Unless unless, String file, long line)
        implements Phrase {

    /** The same row wherever it stands in its table. */
    public ConceptRow anywhere() {
        return new ConceptRow(id, text, words, match, unless, file, 0);
    }
}
