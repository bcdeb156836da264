package dev.segmentation.decision.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.decision.batch.MarkdownReader.Cell;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MarkdownTextTest {
    @Property(tries = 500)
    void aTableSaysWhatItWasGivenWhateverSignsItsCellsHold(@ForAll("cells") List<String> cells) {
        String text = MarkdownText.table(cells.stream().map(cell -> "Column").toList(), List.of(cells));

        Rows read = new Rows();
        MarkdownReader.read(text.lines().toList(), read);

        assertThat(read.rows).hasSize(1);
        assertThat(read.rows.get(0).stream().map(Cell::text)).containsExactlyElementsOf(cells);
    }

    /** Keeps the rows of tables. */
    private static final class Rows extends MarkdownReading {
        private final List<List<Cell>> rows = new ArrayList<>();

        Rows() {
            super(null, null, null, null);
        }

        @Override
        void row(int line, List<Cell> cells) {
            rows.add(cells);
        }

        @Override
        void heading(int line, int level, String text, boolean sure) {}

        @Override
        void head(int line, List<Cell> cells) {}

        @Override
        void loose(int line, List<Cell> cells, boolean edged) {}

        @Override
        void item(int line, int depth, String text) {}

        @Override
        void skipped(int line, String why, boolean rest) {}
    }

    @Provide
    Arbitrary<List<String>> cells() {
        Arbitrary<String> signs = Arbitraries.of(
                "*",
                "_",
                "__",
                "`",
                "|",
                "\\",
                "<br>",
                "<",
                ">",
                "&amp;",
                "&",
                "[x](y)",
                "#",
                "1.",
                "-",
                "~~",
                "!",
                "ACME",
                "é",
                "…",
                "http://a.b",
                "www.a.com");
        return signs.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(words -> String.join(" ", words))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
