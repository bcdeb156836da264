package dev.segmentation.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.dedupe.linkage.VetoedNames;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VetoedNamesTest {
    private static List<VetoedNames.Vetoed> vetoed(String... names) {
        return Book.of(names).vetoed().of(Set.of("K01"), 2);
    }

    @Test
    void showsWhatOnlyAVetoKeepsApart() {
        assertThat(vetoed("OAK SQUARE PARTNERS 2", "Oak Square Partners 3 LLC", "BOLT FORGE"))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.own()).isEqualTo("OAK SQUARE PARTNERS 2");
                    assertThat(pair.other()).isEqualTo("OAK SQUARE PARTNERS 3");
                    assertThat(pair.customer()).isEqualTo("K02");
                    assertThat(pair.probability()).isBetween(0.1, 1.0);
                    assertThat(pair.veto()).isEqualTo("their numbers differ");
                });
    }

    @Test
    void showsNothingOfNamesThatDifferAnyway() {
        assertThat(vetoed("OAK SQUARE PARTNERS 2", "BOLT FORGE 3", "OAKEN TUB")).isEmpty();
    }

    @Test
    void namesOfTheMasterItselfAreNoStrangers() {
        assertThat(Book.of("OAK SQUARE PARTNERS 2", "OAK SQUARE PARTNERS 3")
                        .vetoed()
                        .of(Set.of("K01", "K02"), 10))
                .isEmpty();
    }

    @Test
    void endsAtTheNumberAskedFor() {
        assertThat(vetoed(
                        "OAK SQUARE PARTNERS 2",
                        "OAK SQUARE PARTNERS 3",
                        "OAK SQUARE PARTNERS 4",
                        "OAK SQUARE PARTNERS 5"))
                .extracting(VetoedNames.Vetoed::other)
                .containsExactly("OAK SQUARE PARTNERS 3", "OAK SQUARE PARTNERS 4");
    }
}
