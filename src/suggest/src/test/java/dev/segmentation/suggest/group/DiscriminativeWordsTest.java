package dev.segmentation.suggest.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.suggest.text.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the tables of names that come with the product. */
class DiscriminativeWordsTest {
    private static final Path RULES = Path.of("rules");
    private static DiscriminativeWords telling;

    @BeforeAll
    static void tables() {
        telling = DiscriminativeWords.of(RULES.resolve("names"), RuleCatalog.names(RULES), error -> {});
    }

    private static boolean shared(String one, String other) {
        return telling.shared(List.of(one.split(" ")), List.of(other.split(" ")));
    }

    @Test
    void anExampleThatSharesOnlyAWordThatSaysLittleSpeaksForNothing() {
        assertThat(suggest(DiscriminativeWords.ALL, "XV", "GROUP")
                        .groups()
                        .get(0)
                        .evidence())
                .extracting(Evidence::title)
                .first()
                .asString()
                .contains("LAW GROUP");

        Prediction group = suggest(telling, "XV", "GROUP");
        Prediction lawyer = suggest(telling, "XV", "LAW");

        assertThat(group.sure()).isFalse();
        assertThat(group.groups()).allMatch(one -> one.evidence().isEmpty());
        assertThat(lawyer.sure()).isTrue();
        assertThat(lawyer.groups().get(0).evidence()).isNotEmpty();
    }

    private static Prediction suggest(DiscriminativeWords telling, String... words) {
        List<Example> examples = Stream.of(
                        "LAW GROUP",
                        "DENTISTRY",
                        "STEEL MILL",
                        "ROOFING",
                        "SAVINGS BANK",
                        "CHAPEL",
                        "BREWERY",
                        "ACADEMY")
                .map(DiscriminativeWordsTest::example)
                .toList();
        return GroupSuggester.learn(examples, List.of(), 0, telling, LearnedStore.NONE)
                .suggest(List.of(query(words)))
                .get(0);
    }

    private static Example example(String name) {
        IndustrialGroup group =
                name.startsWith("LAW") ? IndustrialGroup.COMMERCIAL_SERVICES : IndustrialGroup.MANUFACTURING;
        return new Example(
                name,
                List.of(name.split(" ")),
                new Classification(group, "", "", SupportCategory.NONE),
                Example.Kind.TERM,
                "term of " + name);
    }

    private static GroupSuggester.Query query(String... words) {
        return new GroupSuggester.Query(List.of(List.of(words)), true);
    }

    @ParameterizedTest
    @CsvSource({
        "HAVYARD GROUP, LAW GROUP",
        "ZORVEXI KELPERS NORTH, HEALTH NORTH",
        "S N D FMTX, N D SCHOOL S",
        "SCALES, SCALE SERVICE",
        "ZORVEXI SERVICES, LAWN SERVICES",
        "SECOND 24 AND CO, SECOND 24 AND CO",
        "KELPERS, HELPERS",
        "ZORVEXI, ''"
    })
    void wordsThatSayLittleAreNoLink(String name, String other) {
        assertThat(shared(name, other)).isFalse();
        assertThat(shared(other, name)).isFalse();
    }

    @Test
    void oneCommonWordIsAnExampleOfNothingButItself() {
        assertThat(shared("SCALE", "SCALE SERVICE")).isFalse();
        assertThat(shared("SCALE", "SCALE")).isTrue();
        assertThat(shared("ZORVEXI SCALE", "SCALE SERVICE")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "KIM LAW GROUP, LAW GROUP",
        "ZORVEXI HEALTH NORTH, HEALTH SOUTH",
        "STEELWERX, STEEL",
        "SHIPBUILDERS, SHIPBUILDING YARD",
        "DENTALIXO, DENTAL CARE",
        "ZORVEXI PLUMING, PLUMBING",
        "MICROBREWERY, BREWERY"
    })
    void aWordThatSaysSomethingOrIsAkinIsALink(String name, String other) {
        assertThat(shared(name, other)).isTrue();
    }
}
