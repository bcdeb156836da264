package dev.segmentation.rules.table;

import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.table.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * All tables of a rules folder but the cases and the registers, read once for everybody who needs them.
 *
 * @param groupRows the rows of the table of groups
 * @param trueWords words that are right as they stand, though they are one letter away from a term
 */
public record RuleWords(
        NameTables names,
        String namesHash,
        NameParser parser,
        List<Row> groupRows,
        GroupTable groups,
        WordSets sets,
        List<TermRow> terms,
        List<ConceptRow> concepts,
        Set<String> trueWords,
        Vocabulary vocabulary) {

    /**
     * Reads them; rows that cannot be used are refused to the tables.
     *
     * @param former what was read before, {@code null} if nothing; equal parts are taken over from it
     * @throws dev.segmentation.table.TableException if the tables of names cannot be read, without which no term can be compared
     */
    public static RuleWords read(Path rules, RuleTables tables, RuleWords former) {
        List<Row> groupRows = new ArrayList<>();
        GroupTable groups = new GroupTable(tables, groupRows::add);
        String namesHash = namesHash(rules);
        boolean sameNames = former != null && former.namesHash.equals(namesHash);
        NameTables names = sameNames ? former.names : new NameTables(rules.resolve("names"), tables.refusing("names"));
        NameParser parser = sameNames ? former.parser : new NameParser(names);
        WordSets sets = new WordSets(tables, names.fold());
        TermTables words = new TermTables(tables, names.fold(), sets);
        List<TermRow> all = new ArrayList<>();
        for (GroupTable.Entry group : groups.inOrder()) {
            if (!group.folder().isEmpty()) {
                all.addAll(words.terms(group));
            }
        }
        List<TermRow> terms = former == null ? List.copyOf(all) : sharing(all, former.terms, TermRow::id);
        List<ConceptRow> concepts =
                former == null ? List.copyOf(words.concepts()) : sharing(words.concepts(), former.concepts, row -> row);
        Set<String> trueWords = Set.copyOf(words.trueWords());
        Vocabulary vocabulary = new Vocabulary(
                names.fold(), terms, concepts, word -> trueWords.contains(word) || names.properName(word));
        return new RuleWords(
                names, namesHash, parser, List.copyOf(groupRows), groups, sets, terms, concepts, trueWords, vocabulary);
    }

    /** A hash over the content of the tables of names. */
    public static String namesHash(Path rules) {
        return new ContentHash().folder(rules.resolve("names")).hex();
    }

    /** The same tables with one more term at the end. */
    public RuleWords with(TermRow term) {
        List<TermRow> more = new ArrayList<>(terms);
        more.add(term);
        return new RuleWords(
                names,
                namesHash,
                parser,
                groupRows,
                groups,
                sets,
                List.copyOf(more),
                concepts,
                trueWords,
                vocabulary.of(more, concepts));
    }

    /** The rows, those that stood in a table before as the same objects. */
    private static <R> List<R> sharing(List<R> rows, List<R> former, Function<R, Object> key) {
        Map<Object, R> known = new HashMap<>();
        former.forEach(row -> known.put(key.apply(row), row));
        return rows.stream()
                .map(row -> row.equals(known.get(key.apply(row))) ? known.get(key.apply(row)) : row)
                .toList();
    }
}
