package dev.segmentation.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Method;
import dev.segmentation.rules.NameFindings;
import dev.segmentation.rules.Verdict;
import dev.segmentation.rules.table.ConceptRow;
import dev.segmentation.rules.table.Reading;
import dev.segmentation.rules.table.RuleWords;
import dev.segmentation.rules.table.TermMatch;
import dev.segmentation.rules.table.TermRow;
import dev.segmentation.rules.table.Unless;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a change of the tables is said to leave alone, both sets of tables find alike. */
class RuleChangeTest {
    private static NameFindings find(RuleWords words, String name) {
        Reading reading = words.vocabulary().read(words.parser().evidence(name));
        return new NameFindings(reading, words.vocabulary().find(reading.name()), null);
    }

    /** What was found, wherever the rows stand in their files. */
    private static List<Object> said(NameFindings found) {
        return List.of(
                found.reading().name().words(),
                found.hits().terms().stream()
                        .map(hit -> List.of(hit.phrase().id(), hit.phrase().text(), hit.start(), hit.end()))
                        .toList(),
                found.hits().concepts().stream().map(ConceptRow::anywhere).toList());
    }

    private static Verdict verdict(NameFindings... found) {
        return new Verdict(List.of(found), List.of(), null, Set.of(), List.of());
    }

    @Property(tries = 3000)
    void whatIsLeftAloneIsFoundAlike(@ForAll long seed) {
        Random random = new Random(seed);
        RandomTables tables = RandomTables.of(random);
        RuleWords former = tables.words();
        RuleWords now = tables.edited(random).words();
        RuleChange change = new RuleChange(former, now, true);
        for (int i = 0; i < 20; i++) {
            List<String> names = Stream.generate(() -> String.join(" ", RandomTables.some(1, 4, random)))
                    .limit(1 + random.nextInt(3))
                    .toList();
            NameFindings[] found =
                    names.stream().map(name -> find(former, name)).toArray(NameFindings[]::new);
            if (change.doesNotAffect(verdict(found))) {
                assertThat(names.stream().map(name -> said(find(now, name))).toList())
                        .as("%s", names)
                        .isEqualTo(
                                Arrays.stream(found).map(RuleChangeTest::said).toList());
            }
        }
    }

    @Test
    void anEditLeavesMostNamesAlone() {
        Random random = new Random(1);
        RandomTables tables = RandomTables.of(random);
        List<TermRow> more = new ArrayList<>(tables.terms());
        more.add(new TermRow(
                "UTL-99",
                "QUIVIRA TOWER",
                List.of("QUIVIRA", "TOWER"),
                TermMatch.WORDS,
                Method.RULE_BASED,
                more.get(0).classification(),
                Unless.NOTHING,
                "terms.csv",
                99));
        RuleWords former = tables.words();
        RuleChange change =
                new RuleChange(former, new RandomTables(more, tables.concepts(), tables.trueWords()).words(), true);

        assertThat(List.of("ACME QUIVIRA", "QUIVIRA TOWER", "QUIVRIA INC"))
                .noneMatch(name -> change.doesNotAffect(verdict(find(former, name))));
        assertThat(List.of("ACME", "BIOREM SERVICES", "ZEPHYRIA PLUMBING"))
                .allMatch(name -> change.doesNotAffect(verdict(find(former, name))));
    }

    @Test
    void otherOrganisationsConcernAllNames() {
        RuleWords words = RandomTables.of(new Random(2)).words();

        assertThat(new RuleChange(words, words, true).doesNotAffect(verdict(find(words, "BIOREM"))))
                .isTrue();
        assertThat(new RuleChange(words, words, false).doesNotAffect(verdict(find(words, "BIOREM"))))
                .isFalse();
    }
}
