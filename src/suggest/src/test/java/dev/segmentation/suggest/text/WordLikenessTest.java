package dev.segmentation.suggest.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.suggest.network.Masters;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordLikenessTest {
    private static final Set<String> WORDS = Set.of("STEAL", "NORTHERN", "SOUTHERN", "PARK");

    private final WordLikeness likeness = new WordLikeness(Masters.NAMES, WORDS::contains);

    @ParameterizedTest
    @CsvSource({
        "WEYERHAUSER, WEYERHAEUSER",
        "CHEMCIALS, CHEMICALS",
        "ST, SAINT",
        "1ST, FIRST",
        "PHARM, PHARMACEUTICAL",
        "LABORTORY, LABORATORY"
    })
    void recognisesWordsThatWereWrittenOtherwise(String billed, String listed) {
        assertThat(likeness.of(billed, listed)).isGreaterThan(0.8).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "STEAL, STEEL",
        "NORTHERN, SOUTHERN",
        "PARK, PARKER",
        "FIRST, SECOND",
        "ACE, ACM",
        "ACME, ACNE",
        "1, 12",
        "BENTLEY, BARCLAY"
    })
    void keepsOtherWordsApart(String billed, String listed) {
        assertThat(likeness.of(billed, listed)).isZero();
    }

    @Property(tries = 300)
    void editsAreThoseOfLevenshteinButForSwaps(
            @ForAll @AlphaChars @StringLength(max = 6) String a, @ForAll @AlphaChars @StringLength(max = 6) String b) {
        int plain = LevenshteinDistance.getDefaultInstance().apply(a, b);
        int edits = WordLikeness.edits(a, b);

        assertThat(edits).isLessThanOrEqualTo(plain).isEqualTo(WordLikeness.edits(b, a));
        assertThat(edits == 0).isEqualTo(a.equals(b));
        assertThat(edits).isGreaterThanOrEqualTo(Math.min(3, (plain + 1) / 2));
    }
}
