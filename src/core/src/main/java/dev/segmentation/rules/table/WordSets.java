package dev.segmentation.rules.table;

import dev.segmentation.name.WordFold;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The named word sets of {@code common/word-sets.csv}, and the cells that use them: a cell under {@code Unless} lists words and
 * sets, as in {@code CREDIT UNION|@school}. Sets are data, one word a row.
 */
public final class WordSets {
    static final String TABLE = "common/word-sets";
    private static final TableSpec SPEC = TableSpec.of("Set", "Word").with("Note");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final String ADVICE = "Write a set of " + TABLE + RuleTables.CSV + ", or add its words there.";

    private final RuleTables tables;
    private final WordFold fold;
    private final Map<String, WordSet> sets = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Unless> cells = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** One row of the table: its set, and its word or words, folded. */
    public record Entry(String set, List<String> words, Row row) {}

    /** Reads the sets of a rules folder; rows that cannot be used are refused to the tables. */
    public WordSets(RuleTables tables, WordFold fold) {
        this.tables = tables;
        this.fold = fold;
        tables.read(TABLE, SPEC, this::add);
        Map<String, List<List<String>>> words = new LinkedHashMap<>();
        entries.forEach(entry ->
                words.computeIfAbsent(entry.set(), set -> new ArrayList<>()).add(entry.words()));
        words.forEach((name, list) -> sets.put(name, new WordSet(name, List.copyOf(list))));
    }

    private void add(Row row) {
        String name = name(row.get("Set"));
        List<String> words = fold.phrase(row.get("Word"));
        if (!NAME.matcher(name).matches()) {
            String advice = "Write small letters, digits and hyphens.";
            tables.refuse(row.error("bad-word-set", "Set", "it is no name of a word set", advice));
        } else if (named(row.get("Word"))) {
            String advice = "Write the words of that set here.";
            tables.refuse(row.error("bad-word-set", "Word", "a word set holds no other set", advice));
        } else if (row.get("Word").indexOf('|') >= 0) {
            tables.refuse(
                    row.error("bad-word-set", "Word", "several words in one cell", "Give each a row of its own."));
        } else if (words.isEmpty()) {
            tables.refuse(row.error("missing-term", "Word", "no words", "Write at least one word."));
        } else {
            entries.add(new Entry(name, words, row));
        }
    }

    private static String name(String text) {
        return (named(text) ? text.substring(WordSet.MARK.length()) : text).toLowerCase(Locale.ROOT);
    }

    /** Whether the text names a set and is no word. */
    public static boolean named(String text) {
        return text.startsWith(WordSet.MARK);
    }

    /**
     * What the cell under {@code Unless} of a row says. Many rows bear the same cell, which is taken apart once and shared.
     *
     * @param faults receives a fault for every set that there is not
     */
    public Unless unless(Row row, List<RowError> faults) {
        String cell = row.get("Unless");
        Unless unless = cells.get(cell);
        if (unless == null) {
            int before = faults.size();
            unless = read(cell, row, faults);
            if (faults.size() == before) { // else each row that bears the cell is at fault
                cells.put(cell, unless);
            }
        }
        return unless;
    }

    private Unless read(String cell, Row row, List<RowError> faults) {
        List<List<String>> own = new ArrayList<>();
        List<WordSet> named = new ArrayList<>();
        for (String part : cell.split("\\|")) {
            String text = part.strip();
            if (named(text)) {
                WordSet set = sets.get(name(text));
                if (set == null) {
                    String problem = "there is no word set " + text;
                    faults.add(
                            new RowError(row.file(), row.line(), "Unless", text, problem, ADVICE, "unknown-word-set"));
                } else {
                    used.add(set.name());
                    named.add(set);
                }
            } else {
                List<String> words = fold.phrase(text);
                if (!words.isEmpty()) {
                    own.add(words);
                }
            }
        }
        return new Unless(own, named);
    }

    /** The rows of the table, in order. */
    public List<Entry> entries() {
        return entries;
    }

    /** Whether some cell names the set. */
    public boolean used(String set) {
        return used.contains(set);
    }
}
