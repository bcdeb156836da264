package dev.segmentation.decision.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.decision.batch.MarkdownBlock.Cell;
import dev.segmentation.decision.batch.MarkdownBlock.TableRow;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BatchMarkdownTest {
    @Property(tries = 500)
    void aTableSaysWhatItWasGivenWhateverSignsItsCellsHold(@ForAll("cells") List<String> cells) {
        String text = new BatchMarkdown("Batch")
                .table(cells.stream().map(cell -> "Column").toList(), List.of(cells))
                .toString();

        List<TableRow> rows = MarkdownBlocks.of(text.lines().toList()).stream()
                .filter(TableRow.class::isInstance)
                .map(TableRow.class::cast)
                .toList();

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).cells().stream().map(Cell::text)).containsExactlyElementsOf(cells);
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
