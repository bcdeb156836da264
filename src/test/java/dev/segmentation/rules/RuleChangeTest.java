package dev.segmentation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a change of the tables is said to leave alone, both sets of tables find alike. */
class RuleChangeTest {
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

    private record Tables(List<TermRow> terms, List<ConceptRow> concepts, Set<String> trueWords) {
        RuleWords words() {
            Vocabulary vocabulary = new Vocabulary(NAMES.fold(), terms, concepts, trueWords::contains);
            return new RuleWords(NAMES, "", PARSER, List.of(), null, terms, concepts, trueWords, vocabulary);
        }
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> some(int least, int most, Random random) {
        int count = least + random.nextInt(most - least + 1);
        return IntStream.range(0, count).mapToObj(i -> one(POOL, random)).toList();
    }

    private static List<List<String>> unless(Random random) {
        return random.nextInt(3) > 0 ? List.of() : List.of(some(1, 2, random));
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
        List<String> words = some(1, 2, random);
        return new ConceptRow(
                "concept-" + line % 2,
                String.join(" ", words),
                words,
                TermMatch.WORDS,
                unless(random),
                "concepts.csv",
                line);
    }

    private static Tables tables(Random random) {
        List<TermRow> terms = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> terms.add(term(i, random)));
        terms.add(like(terms.get(0)));
        return new Tables(
                terms,
                IntStream.range(0, 2).mapToObj(i -> concept(i, random)).toList(),
                Set.copyOf(some(0, 1, random)));
    }

    /** One or two edits: rows that come, go, change or move, and words that become true or cease to be. */
    private static Tables edited(Tables tables, Random random) {
        List<TermRow> terms = new ArrayList<>(tables.terms());
        List<ConceptRow> concepts = new ArrayList<>(tables.concepts());
        Set<String> trueWords = new HashSet<>(tables.trueWords());
        for (int i = 0; i <= random.nextInt(2); i++) {
            switch (random.nextInt(7)) {
                case 0 -> terms.add(term(90 + i, random));
                case 1 -> terms.remove(0);
                case 2 -> terms.set(1, term(1, random));
                case 3 -> Collections.reverse(terms);
                case 4 -> concepts.add(0, concept(90 + i, random));
                case 5 -> concepts.set(0, concept(0, random));
                default -> {
                    String word = one(POOL, random);
                    if (!trueWords.remove(word)) {
                        trueWords.add(word);
                    }
                }
            }
        }
        return new Tables(terms, concepts, trueWords);
    }

    private static NameFindings find(RuleWords words, String name) {
        Reading reading = words.vocabulary().read(words.parser().evidence(name));
        return new NameFindings(reading, words.vocabulary().find(reading.name()), null);
    }

    private static Verdict verdict(NameFindings found) {
        return new Verdict(List.of(found), List.of(), null, Set.of(), List.of());
    }

    @Property(tries = 3000)
    void whatIsLeftAloneIsFoundAlike(@ForAll long seed) {
        Random random = new Random(seed);
        Tables tables = tables(random);
        RuleWords former = tables.words();
        RuleWords now = edited(tables, random).words();
        RuleChange change = RuleChange.of(former, now, true);
        for (int i = 0; i < 20; i++) {
            String name = String.join(" ", some(1, 4, random));
            NameFindings found = find(former, name);
            if (change.leaves(verdict(found))) {
                assertThat(find(now, name).same(found)).as(name).isTrue();
            }
        }
    }

    @Test
    void anEditLeavesMostNamesAlone() {
        Random random = new Random(1);
        Tables tables = tables(random);
        List<TermRow> more = new ArrayList<>(tables.terms());
        more.add(new TermRow(
                "UTL-99",
                "QUIVIRA TOWER",
                List.of("QUIVIRA", "TOWER"),
                TermMatch.WORDS,
                Method.RULE_BASED,
                more.get(0).classification(),
                List.of(),
                "terms.csv",
                99));
        RuleWords former = tables.words();
        RuleChange change =
                RuleChange.of(former, new Tables(more, tables.concepts(), tables.trueWords()).words(), true);

        assertThat(List.of("ACME QUIVIRA", "QUIVIRA TOWER", "QUIVRIA INC"))
                .noneMatch(name -> change.leaves(verdict(find(former, name))));
        assertThat(List.of("ACME", "BIOREM SERVICES", "ZEPHYRIA PLUMBING"))
                .allMatch(name -> change.leaves(verdict(find(former, name))));
    }

    @Test
    void otherOrganisationsConcernAllNames() {
        RuleWords words = tables(new Random(2)).words();

        assertThat(RuleChange.of(words, words, true).leaves(verdict(find(words, "BIOREM"))))
                .isTrue();
        assertThat(RuleChange.of(words, words, false).leaves(verdict(find(words, "BIOREM"))))
                .isFalse();
    }
}
