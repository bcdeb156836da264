package dev.segmentation.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private static final List<String> VOCABULARY = List.of(
            "ELECTRICAL",
            "SERVICES",
            "MANUFACTURING",
            "CONSTRUCTION",
            "PAINTING",
            "PRINTING",
            "HOSPITAL",
            "GARDENER",
            "PLUMBER");
    private static final Spelling SPELLING = new Spelling(VOCABULARY, Set.of("GARDINER")::contains);

    @ParameterizedTest
    @CsvSource({
        "ELECTRCAL, ELECTRICAL",
        "ELECTRICALL, ELECTRICAL",
        "ELECTRIGAL, ELECTRICAL",
        "SERIVCES, SERVICES",
        "SRVICES, SERVICES",
        "PLUMEBR, PLUMBER",
        "MANUFACTURNG, MANUFACTURING",
        "HOSPTIAL, HOSPITAL",
        "CONSTRUCTIOM, CONSTRUCTION"
    })
    void oneSlipInALongWordIsRead(String written, String meant) {
        assertThat(SPELLING.meant(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ELECTRICAL", // right
                "ELCTRCAL", // two slips
                "LECTRICAL", // the first letter is hardly ever wrong
                "PRAINTING", // PAINTING or PRINTING
                "GARDINER", // a name
                "PLUMMER", // a name more likely than a slip
                "MAKRET", // too short
                "CONSTRUCTI0N", // a digit is no letter
                "UNRELATED",
                ""
            })
    void whatIsNoPlainSlipStaysAsItIs(String written) {
        assertThat(SPELLING.meant(written)).isNull();
    }

    @Property
    void everySingleSlipBehindTheFirstLetterIsOneSlip(
            @ForAll("long words") String word,
            @ForAll @IntRange(max = 3) int kind,
            @ForAll @IntRange(max = 99) int at) {
        int i = 1 + at % (word.length() - 2);
        String slipped =
                switch (kind) {
                    case 0 -> word.substring(0, i) + word.substring(i + 1);
                    case 1 -> word.substring(0, i) + "Q" + word.substring(i);
                    case 2 -> word.substring(0, i) + "Q" + word.substring(i + 1);
                    default -> word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
                };
        boolean same = slipped.equals(word);
        assertThat(Spelling.oneTypo(word, slipped)).isEqualTo(!same);
        assertThat(Spelling.oneTypo(slipped, word)).isEqualTo(!same);
        assertThat(new Spelling(List.of(word), w -> false).meant(slipped)).isEqualTo(same ? null : word);
    }

    @Provide("long words")
    Arbitrary<String> longWords() {
        return Arbitraries.strings().withCharRange('A', 'P').ofMinLength(9).ofMaxLength(16);
    }
}
