package dev.segmentation.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people are asked to look at, and what becomes of their answers. */
class ReviewListsTest {

    @Test
    void undoRowOfTheLogPartsTheNamesAgain() {
        DedupeResult merged = Book.of("SALVATORE FERRAGAMO USA", "SALVATORE FERAGAMO USA", "BOLT")
                .dedupe();
        String reason = Book.entry(merged, "K02").reason();
        String[] row = reason.substring(reason.lastIndexOf(": ") + 2).split(",");

        assertThat(merged.masters()).hasSize(2);
        assertThat(row).hasSize(3).endsWith("never");
        assertThat(Book.of("SALVATORE FERRAGAMO USA", "SALVATORE FERAGAMO USA", "BOLT")
                        .never(row[0], row[1])
                        .dedupe()
                        .masters())
                .hasSize(3);
    }

    @Test
    void pairBetweenTheThresholdsIsListedAndJudgedPairsAreNot() {
        String[] names = {
            "KALAMAZOO VALVE", "KALAMAZOO VALVE GROUP", "BOLT SERVICES", "KALAMAZOO VALVE", "KALAMAZOO VALVE GROUP"
        };
        List<ReviewPair> found = Book.of(names).possible(0.05, 0.995).possibleMerges();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).masterKeys() + found.get(0).otherKeys()).isEqualTo(4);
        assertThat(found.get(0).why()).contains("KALAMAZOO VALVE", "same words KALAMAZOO VALVE");
        assertThat(Book.of(names)
                        .never("KALAMAZOO VALVE", "KALAMAZOO VALVE GROUP")
                        .possible(0.05, 0.995)
                        .possibleMerges())
                .isEmpty();
    }

    @Test
    void largeBlocksAreReported() {
        String[] names = new String[400];
        Arrays.setAll(names, i -> "KALAMAZOO VALVE " + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(i % 26) + "QX" + i);
        assertThat(Book.of(names).dedupe().notes()).anyMatch(note -> note.contains("blocks of more than 60 names"));
    }
}
