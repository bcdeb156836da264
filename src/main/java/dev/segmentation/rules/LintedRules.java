package dev.segmentation.rules;

import dev.segmentation.csv.Row;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A rules folder as the checks see it: whatever could be read of it.
 *
 * @param folder the folder
 * @param drl text of each rule file and what was made of each Drools table, comments blanked out, by its path from the folder on
 * @param rules what each rule says of itself
 * @param groupRows the rows of the table of groups
 * @param groups the groups that it names
 * @param terms the terms of all groups
 * @param concepts the words of all concepts
 * @param cases the rows of all cases
 * @param naics the industry codes
 * @param parser takes names apart as a run does
 * @param vocabulary finds terms as a run does
 * @param names the tables of names
 */
record LintedRules(
        Path folder,
        Map<String, String> drl,
        Map<String, FiredRule> rules,
        List<Row> groupRows,
        GroupTable groups,
        List<TermRow> terms,
        List<ConceptRow> concepts,
        List<Row> cases,
        NaicsCodes naics,
        NameParser parser,
        Vocabulary vocabulary,
        NameTables names) {

    /** The line on which a place of a rule file stands; 0 for a Drools table, whose DRL nobody sees. */
    static long line(String path, String text, int offset) {
        return path.endsWith(".drl") ? RuleHeaders.line(text, offset) : 0;
    }
}
