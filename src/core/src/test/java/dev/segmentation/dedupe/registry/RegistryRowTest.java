package dev.segmentation.dedupe.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryRowTest {

    @Test
    void joinsPlainKeysReadably() {
        assertThat(RegistryRow.keyCell(List.of("ACME", "ACME WEST"), List.of("BOLT")))
                .isEqualTo("ACME | ACME WEST | ~BOLT");
    }

    @Test
    void keysWithTheSeparatorInThemStayOne() {
        assertThat(RegistryRow.keyCell(List.of("(NO NAME) A | B", "~", "\\"), List.of("~|")))
                .isEqualTo("(NO NAME) A \\| B | \\~ | \\\\ | ~\\~\\|");
    }

    @Test
    void readsWhatPeopleWriteWithoutSpaces() {
        List<String> present = new ArrayList<>();
        List<String> former = new ArrayList<>();
        RegistryRow.splitKeyCell("ACME|BOLT |~CORD| ", present, former);
        assertThat(present).containsExactly("ACME", "BOLT");
        assertThat(former).containsExactly("CORD");
    }

    @Test
    void longListsAreShortened() {
        assertThat(RegistryRow.keyCell(List.of("A", "B", "C"), 2)).isEqualTo("A | B | … and 1 more");
        assertThat(RegistryRow.keyCell(List.of("A", "B"), 2)).isEqualTo("A | B");
    }
}
