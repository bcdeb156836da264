package dev.segmentation.rules.table;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.WordFold;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the tables of words: the term table of each group, and the concepts that rules combine. Rows are data. */
public final class TermTables {
    public static final Pattern NAICS = Pattern.compile("|\\d{2,6}|\\d\\d-\\d\\d");
    private static final TableSpec TERMS = TableSpec.of("Id", "Term", "Match", "Method")
            .with("Industry Detail", "NAICS", "Support Category", "Unless", "Note");
    private static final String PART = "Write one word of three letters or more.";
    private static final String METHODS = "Write Rule-Based, Entity Inference or Heuristic.";
    private static final String SUPPORT =
            "Write Retail, Hospitality, Telecommunications, Mechanical Contractor or nothing.";
    private static final String MATCHES = "Write words, prefix, suffix, whole, word start or word end.";
    private static final TableSpec CONCEPTS = TableSpec.of("Concept", "Term").with("Match", "Unless", "Note");
    private static final TableSpec TRUE_WORDS = TableSpec.of("Word").with("Note");

    private final RuleTables tables;
    private final WordFold fold;
    private final WordSets sets;

    TermTables(RuleTables tables, WordFold fold, WordSets sets) {
        this.tables = tables;
        this.fold = fold;
        this.sets = sets;
    }

    /** The terms of a group, in the order of its table. */
    List<TermRow> terms(GroupTable.Entry group) {
        List<TermRow> terms = new ArrayList<>();
        tables.read("groups/" + group.folder() + "/terms", TERMS, row -> term(row, group.group(), terms));
        return terms;
    }

    private void term(Row row, IndustrialGroup group, List<TermRow> terms) {
        List<String> words = fold.phrase(row.get("Term"));
        Optional<TermMatch> match = TermMatch.parse(row.get("Match"));
        Optional<Method> method = Method.parse(row.get("Method")).filter(m -> bandOf(m) != null);
        Optional<SupportCategory> support = SupportCategory.parse(row.get("Support Category"));
        String naics = row.get("NAICS");
        List<RowError> faults = new ArrayList<>();
        if (words.isEmpty()) {
            faults.add(row.error("missing-term", "Term", "no words", "Write at least one word."));
        }
        if (WordSets.named(row.get("Term"))) {
            faults.add(setAsTerm(row));
        }
        matchFault(row, words, match).ifPresent(faults::add);
        if (method.isEmpty()) {
            faults.add(row.error("unknown-method", "Method", "not a method of a term", METHODS));
        }
        if (support.isEmpty()) {
            faults.add(row.error("unknown-support-category", "Support Category", "not in the locked list", SUPPORT));
        }
        if (!NAICS.matcher(naics).matches()) {
            faults.add(noNaics(row, "NAICS"));
        }
        Unless unless = sets.unless(row, faults);
        faults.forEach(tables::refuse);
        if (faults.isEmpty()) {
            Classification what = new Classification(group, row.get("Industry Detail"), naics, support.get());
            terms.add(new TermRow(
                    row.get("Id"),
                    row.get("Term"),
                    words,
                    match.get(),
                    method.get(),
                    what,
                    unless,
                    row.file(),
                    row.line()));
        }
    }

    private static RowError setAsTerm(Row row) {
        String problem = "a word set stands under Unless only";
        return row.error("set-as-term", "Term", problem, "Give each word a row of its own.");
    }

    private static Optional<RowError> matchFault(Row row, List<String> words, Optional<TermMatch> match) {
        if (match.isEmpty()) {
            return Optional.of(row.error("unknown-match", "Match", "unknown kind of match", MATCHES));
        }
        boolean oneWord = words.size() == 1 && words.get(0).length() >= WordParts.SHORTEST;
        return match.get().withinWord() && !oneWord
                ? Optional.of(row.error("bad-part", "Term", "no part of a word", PART))
                : Optional.empty();
    }

    public static RowError noNaics(Row row, String column) {
        return row.error("bad-naics", column, "not a NAICS code", "Write two to six digits, or a range such as 31-33.");
    }

    /** The band that {@code rules/common/terms.drl} gives terms of that method, {@code null} if none. */
    public static Band bandOf(Method method) {
        return switch (method) {
            case RULE_BASED -> Band.TERM;
            case ENTITY_INFERENCE -> Band.KNOWN_ENTITY;
            case HEURISTIC -> Band.HEURISTIC;
            default -> null;
        };
    }

    /** The words that rules combine. */
    List<ConceptRow> concepts() {
        List<ConceptRow> concepts = new ArrayList<>();
        tables.read("common/concepts", CONCEPTS, row -> concept(row, concepts));
        return concepts;
    }

    /** Words that are right as they stand, though they are one letter away from a term. */
    Set<String> trueWords() {
        Set<String> words = new HashSet<>();
        tables.read("common/true-words", TRUE_WORDS, row -> words.addAll(fold.phrase(row.get("Word"))));
        return words;
    }

    private void concept(Row row, List<ConceptRow> concepts) {
        List<String> words = fold.phrase(row.get("Term"));
        Optional<TermMatch> match = TermMatch.parse(row.get("Match"));
        List<RowError> faults = new ArrayList<>();
        if (words.isEmpty() || row.get("Concept").isEmpty()) {
            String column = words.isEmpty() ? "Term" : "Concept";
            faults.add(row.error("missing-term", column, "a concept needs a name and a word", "Fill in both cells."));
        } else if (WordSets.named(row.get("Term"))) {
            faults.add(setAsTerm(row));
        } else {
            matchFault(row, words, match).ifPresent(faults::add);
        }
        Unless unless = sets.unless(row, faults);
        faults.forEach(tables::refuse);
        if (faults.isEmpty()) {
            String name = row.get("Concept");
            concepts.add(new ConceptRow(name, row.get("Term"), words, match.get(), unless, row.file(), row.line()));
        }
    }
}
