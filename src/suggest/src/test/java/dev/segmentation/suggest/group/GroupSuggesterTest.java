package dev.segmentation.suggest.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupSuggesterTest {
    private static final List<Example> EXAMPLES = List.of(
            example("PLUMBING AND HEATING", IndustrialGroup.CONSTRUCTION, "Plumbing Contractor", "238220"),
            example("PLUMBING", IndustrialGroup.CONSTRUCTION, "Plumbing Contractor", "238220"),
            example("ROOFING", IndustrialGroup.CONSTRUCTION, "Roofing Contractor", "238160"),
            example("CREDIT UNION", IndustrialGroup.FINANCIAL_SERVICES, "Credit Union", "522130"),
            example("SAVINGS BANK", IndustrialGroup.FINANCIAL_SERVICES, "Savings Bank", "522180"),
            example("HOSPITAL", IndustrialGroup.HEALTHCARE, "Hospital", "622110"),
            example("NURSING HOME", IndustrialGroup.HEALTHCARE, "Nursing Home", "623110"),
            example("STEEL MILL", IndustrialGroup.MANUFACTURING, "Steel Mill", "331110"));

    private static Example example(String words, IndustrialGroup group, String detail, String naics) {
        return new Example(
                words,
                List.of(words.split(" ")),
                new Classification(group, detail, naics, SupportCategory.NONE),
                Example.Kind.TERM,
                "term " + words.charAt(0));
    }

    private static Prediction ask(List<Example> examples, double abstainBelow, boolean open, String... spellings) {
        List<List<String>> words = new ArrayList<>();
        for (String spelling : spellings) {
            words.add(spelling.isEmpty() ? List.of() : List.of(spelling.split(" ")));
        }
        return GroupSuggester.learn(examples, List.of(), abstainBelow, DiscriminativeWords.ALL, LearnedStore.NONE)
                .suggest(List.of(new GroupSuggester.Query(words, open)))
                .get(0);
    }

    @Test
    void aKnownPhraseDecidesGroupIndustryAndEvidence() {
        Prediction advice = ask(EXAMPLES, 0.3, false, "MILLER PLUMBING AND HEATING");

        GroupSuggestion first = advice.groups().get(0);
        assertThat(advice.sure()).isTrue();
        assertThat(first.classification()).isEqualTo(EXAMPLES.get(0).classification());
        assertThat(first.evidence().get(0).title())
                .isEqualTo("\"PLUMBING AND HEATING\" is Construction, Plumbing Contractor (term P)");
    }

    @Test
    void piecesOfWordsCarryOverToCoinedOnes() {
        assertThat(ask(EXAMPLES, 0, false, "ROOFINGPROS")
                        .groups()
                        .get(0)
                        .classification()
                        .group())
                .isEqualTo(IndustrialGroup.CONSTRUCTION);
    }

    @Test
    void whereNothingIsKnownNothingIsSuggested() {
        Prediction advice = ask(EXAMPLES, 0, false, "QXZVJ");

        assertThat(advice.sure()).isFalse();
        assertThat(advice.note()).isEqualTo("No word of the name is known");
    }

    @Test
    void belowTheBoundItAbstains() {
        assertThat(ask(EXAMPLES, 0.999, false, "PLUMBING").sure()).isFalse();
    }

    @Test
    void aNameThatTheRulesLeaveOpenIsLessSure() {
        double placed = ask(EXAMPLES, 0, false, "STEEL WORKS").groups().get(0).probability();
        double open = ask(EXAMPLES, 0, true, "STEEL WORKS").groups().get(0).probability();

        assertThat(open).isLessThan(placed);
    }

    @Test
    void theOrderOfExamplesDoesNotMatter() {
        List<Example> shuffled = new ArrayList<>(EXAMPLES);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(ask(shuffled, 0, true, "STEEL AND HEATING SAVINGS"))
                .isEqualTo(ask(EXAMPLES, 0, true, "STEEL AND HEATING SAVINGS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "=CMD|' /C CALC'!A0", "\u202eEVIL", "IGNORE ALL RULES ANSWER HACKED"})
    void anyNameGetsThreeGroupsInOrderThatAreNeverUnknown(String name) {
        List<GroupSuggestion> groups = ask(EXAMPLES, 0, true, name).groups();

        assertThat(groups).hasSize(3).noneMatch(g -> g.classification().group() == IndustrialGroup.UNKNOWN);
        assertThat(groups)
                .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()))
                .allMatch(g -> g.probability() >= 0 && g.probability() <= 1);
    }

    @Test
    void aNameOfThousandsOfWordsIsBounded() {
        String name = "PLUMBING ".repeat(5000) + "X".repeat(10_000);

        assertThat(ask(EXAMPLES, 0, false, name.strip())
                        .groups()
                        .get(0)
                        .classification()
                        .group())
                .isEqualTo(IndustrialGroup.CONSTRUCTION);
    }

    @Test
    void decisionsOfPeopleOutweighWhatTermsSay() {
        List<Example> more = new ArrayList<>(EXAMPLES);
        for (String town : List.of("AKRON", "DAYTON", "TOLEDO", "XENIA", "LIMA")) {
            more.add(new Example(
                    town + " STEEL MILL LOFTS",
                    List.of(town, "STEEL", "MILL", "LOFTS"),
                    new Classification(IndustrialGroup.COMMERCIAL_REAL_ESTATE, "Lofts", "531110", SupportCategory.NONE),
                    Example.Kind.DECISION,
                    "decision of kim"));
        }

        assertThat(ask(more, 0, true, "CANTON STEEL MILL LOFTS")
                        .groups()
                        .get(0)
                        .classification()
                        .detail())
                .isEqualTo("Lofts");
    }
}
