package dev.segmentation.rules.check;

import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.rules.FiredRule;
import dev.segmentation.rules.drl.RuleHeaders;
import dev.segmentation.rules.table.ConceptRow;
import dev.segmentation.rules.table.GroupTable;
import dev.segmentation.rules.table.NaicsCodes;
import dev.segmentation.rules.table.Phrase;
import dev.segmentation.rules.table.RuleWords;
import dev.segmentation.rules.table.TermRow;
import dev.segmentation.rules.table.Vocabulary;
import dev.segmentation.table.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A rules folder as the checks see it: whatever could be read of it.
 *
 * @param folder the folder
 * @param drl text of each rule file and what was made of each Drools table, comments blanked out, by its path from the folder on
 * @param rules what each rule says of itself
 * @param words the tables of names, groups and words
 * @param cases the rows of all cases
 * @param naics the industry codes
 */
record LintedRules(
        Path folder,
        Map<String, String> drl,
        Map<String, FiredRule> rules,
        RuleWords words,
        List<Row> cases,
        NaicsCodes naics) {

    List<Row> groupRows() {
        return words.groupRows();
    }

    GroupTable groups() {
        return words.groups();
    }

    List<TermRow> terms() {
        return words.terms();
    }

    List<ConceptRow> concepts() {
        return words.concepts();
    }

    /** All terms, then all words of concepts. */
    Stream<Phrase> phrases() {
        return Stream.concat(terms().stream(), concepts().stream());
    }

    NameParser parser() {
        return words.parser();
    }

    Vocabulary vocabulary() {
        return words.vocabulary();
    }

    NameTables names() {
        return words.names();
    }

    /** The line on which a place of a rule file stands; 0 for a Drools table, whose DRL nobody sees. */
    static long line(String path, String text, int offset) {
        return path.endsWith(".drl") ? RuleHeaders.line(text, offset) : 0;
    }
}
