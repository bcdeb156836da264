package dev.segmentation.rules.engine;

import dev.segmentation.rules.FiredRule;
import dev.segmentation.rules.table.TermRow;

/**
 * A rule or a term, and where it stands.
 *
 * @param text the sentence of a rule, the words of a term
 * @param term whether it is a row of a term table
 */
public record RulePlace(String id, String text, String file, long row, boolean term) {

    static RulePlace of(FiredRule rule) {
        return new RulePlace(rule.id(), rule.sentence(), rule.file(), rule.line(), false);
    }

    public static RulePlace of(TermRow term) {
        return new RulePlace(term.id(), term.text(), term.file(), term.line(), true);
    }

    /** File and row. */
    public String place() {
        return file + ":" + row;
    }
}
