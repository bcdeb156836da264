package dev.segmentation.decision.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.decision.file.LegacySegments;
import dev.segmentation.table.TableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Batches that no analyst means to write. */
class OddBatchesTest {
    private static final String TABLE =
            "\n\n## Manufacturing\n\n| Customer | Industry Detail | NAICS | Method |\n|---|---|---|---|\n"
                    + "| ACME | Steel | 331110 | Manual Override |\n";

    private final BatchReader reader = new BatchReader(
            new BatchHeadings(Path.of("rules"), error -> {}),
            new BatchColumns(Path.of("rules"), error -> {}),
            new LegacySegments(Path.of("rules/common/legacy-segments.csv"), error -> {}),
            name -> name);

    private Batch read(String text) {
        return reader.read(BatchSource.of("Batch.md", text.getBytes(StandardCharsets.UTF_8)), name -> false);
    }

    @Test
    void moreLinesThanPeopleWriteAreRefusedAtOnce() {
        String lines = "\n".repeat(BatchSource.MOST_LINES - 1);

        assertThat(read(lines).entries()).isEmpty();
        assertThatThrownBy(() -> read(lines + "\n"))
                .isInstanceOf(TableException.class)
                .hasMessage("Batch.md has more than 50,000 lines. Divide it.");
    }

    @Test
    void aCommentThatDoesNotEndIsTold() {
        Batch batch = read("## Notes\n\n<!-- to do" + TABLE);

        assertThat(batch.entries()).isEmpty();
        assertThat(batch.notes()).containsExactly("line 3: HTML is not read, and it does not end at a blank line");
    }

    @Test
    void aCommentThatEndsIsNot() {
        Batch batch = read("## Notes\n\n<!-- | to | do |\n\n| a | b | -->" + TABLE);

        assertThat(batch.entries()).extracting(BatchEntry::name).containsExactly("ACME");
        assertThat(batch.notes()).isEmpty();
    }

    @Test
    void aBlockOfCodeThatDoesNotEndIsTold() {
        Batch batch = read("## Notes\n\n```" + TABLE);

        assertThat(batch.entries()).isEmpty();
        assertThat(batch.notes()).containsExactly("line 3: a block of code holds no decisions, and it does not end");
    }

    @Test
    void aCellOfThousandsOfDotsTakesNoTime() {
        String row = "| " + "\u2026".repeat(9_000) + " | Steel | 331110 | Manual Override |\n";

        Batch batch = Assertions.assertTimeout(Duration.ofSeconds(5), () -> read(TABLE + row.repeat(20)));

        assertThat(batch.entries()).hasSize(21);
    }

    @Test
    void aLineOfThousandsOfListMarksIsToldAndTheRestIsRead() {
        Batch batch = read("- ".repeat(9_000) + "x" + TABLE);

        assertThat(batch.entries()).extracting(BatchEntry::name).containsExactly("ACME");
        assertThat(batch.notes()).containsExactly("line 1: no person wrote a line of this kind; it is not read");
    }

    @Test
    void aCellOfThousandsOfLinesTakesNoTime() {
        String row = "| BOLT" + "<br>".repeat(4_500) + "| Steel | 331110 | Manual Override |\n";

        Batch batch = Assertions.assertTimeout(Duration.ofSeconds(5), () -> read(TABLE + row));

        assertThat(batch.entries()).extracting(BatchEntry::name).containsExactly("ACME", "BOLT");
    }
}
