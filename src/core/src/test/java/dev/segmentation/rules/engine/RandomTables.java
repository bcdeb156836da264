package dev.segmentation.rules.engine;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.rules.table.ConceptRow;
import dev.segmentation.rules.table.RuleWords;
import dev.segmentation.rules.table.TermMatch;
import dev.segmentation.rules.table.TermRow;
import dev.segmentation.rules.table.Unless;
import dev.segmentation.rules.table.Vocabulary;
import dev.segmentation.rules.table.WordSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Small tables of rules at random, and random edits of them, over few words that have much to do with one another. */
record RandomTables(List<TermRow> terms, List<ConceptRow> concepts, Set<String> trueWords) {
    /** Words that are parts, slips and neighbours of one another. */
    private static final List<String> POOL = List.of(
            "PLUMBING",
            "PLUMBNG",
            "PLUMBIGN",
            "ELECTRICAL",
            "ELECTRCAL",
            "ELECTRICALS",
            "BIO",
            "BIOREM",
            "NOXOBIO",
            "TOWER",
            "SERVICES",
            "SERIVCES",
            "SERVICE",
            "FLUMBING",
            "QUIVIRA",
            "ZEPHYRIA");

    private static final List<TermMatch> MATCHES = List.of(TermMatch.values());
    private static final NameTables NAMES = RuleCatalog.names(Path.of("rules"));
    private static final NameParser PARSER = new NameParser(NAMES);

    RuleWords words() {
        Vocabulary vocabulary = new Vocabulary(NAMES.fold(), terms, concepts, trueWords::contains);
        return new RuleWords(NAMES, "", PARSER, List.of(), null, null, terms, concepts, trueWords, vocabulary);
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    static List<String> some(int least, int most, Random random) {
        int count = least + random.nextInt(most - least + 1);
        return IntStream.range(0, count).mapToObj(i -> one(POOL, random)).toList();
    }

    private static Unless unless(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Unless(List.of(some(1, 2, random)), List.of());
            case 1 ->
                new Unless(List.of(), List.of(new WordSet("set", List.of(some(1, 1, random), some(1, 2, random)))));
            default -> Unless.NOTHING;
        };
    }

    private static TermRow term(int id, Random random) {
        TermMatch match = one(MATCHES, random);
        List<String> words = some(1, match.withinWord() ? 1 : 2, random);
        Classification says = new Classification(IndustrialGroup.UTILITIES, "", "", SupportCategory.values()[0]);
        return new TermRow(
                "UTL-" + id,
                String.join(" ", words),
                words,
                match,
                Method.RULE_BASED,
                says,
                unless(random),
                "terms.csv",
                id);
    }

    /** A second row of the same words. */
    private static TermRow like(TermRow term) {
        return new TermRow(
                "UTL-4",
                term.text(),
                term.words(),
                term.match(),
                Method.HEURISTIC,
                term.classification(),
                term.unless(),
                term.file(),
                4);
    }

    private static ConceptRow concept(int line, Random random) {
        TermMatch match = one(MATCHES, random);
        List<String> words = some(1, match.withinWord() ? 1 : 2, random);
        return new ConceptRow(
                "concept-" + line % 2, String.join(" ", words), words, match, unless(random), "concepts.csv", line);
    }

    static RandomTables of(Random random) {
        List<TermRow> terms = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> terms.add(term(i, random)));
        terms.add(like(terms.get(0)));
        return new RandomTables(
                terms,
                IntStream.range(0, 2).mapToObj(i -> concept(i, random)).toList(),
                Set.copyOf(some(0, 1, random)));
    }

    /** One or two edits: rows that come, go, change or move, and words that become true or cease to be. */
    RandomTables edited(Random random) {
        List<TermRow> rows = new ArrayList<>(terms);
        List<ConceptRow> words = new ArrayList<>(concepts);
        Set<String> right = new HashSet<>(trueWords);
        for (int i = 0; i <= random.nextInt(2); i++) {
            int place = random.nextInt(3);
            switch (random.nextInt(8)) {
                case 0 -> rows.add(place, term(90 + i, random));
                case 1 -> rows.remove(place);
                case 2 -> rows.set(place, term(80 + i, random));
                case 3 -> Collections.reverse(rows);
                case 4 -> words.add(0, concept(90 + i, random));
                case 5 -> words.set(0, concept(80 + i, random));
                case 6 -> Collections.reverse(words);
                default -> {
                    String word = one(POOL, random);
                    if (!right.remove(word)) {
                        right.add(word);
                    }
                }
            }
        }
        return new RandomTables(pushedDown(rows), words, right);
    }

    /** Rows know where they stand; one that stands where it stood is the same object, as if it had been read by the rules. */
    private static List<TermRow> pushedDown(List<TermRow> terms) {
        return IntStream.range(0, terms.size())
                .mapToObj(i -> {
                    TermRow row = terms.get(i).anywhere();
                    TermRow there = new TermRow(
                            row.id(),
                            row.text(),
                            row.words(),
                            row.match(),
                            row.method(),
                            row.classification(),
                            row.unless(),
                            row.file(),
                            i);
                    return there.equals(terms.get(i)) ? terms.get(i) : there;
                })
                .toList();
    }
}
