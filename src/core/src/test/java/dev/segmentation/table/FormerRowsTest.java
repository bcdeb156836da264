package dev.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormerRowsTest {
    private static final List<String> COLUMNS = List.of("Key", "Text");

    @TempDir
    private Path folder;

    private static void write(Path file, CsvProfile profile, List<String> texts, Path former, List<Boolean> stays)
            throws IOException {
        TableWriter.write(
                file,
                profile,
                COLUMNS,
                texts.size(),
                former,
                stays::get,
                (table, i) -> table.row("k" + i, texts.get(i)));
    }

    /** Cells hold line ends and quotation marks, and rows are longer than what is read at once. */
    @Property(tries = 200)
    void tableIsTheSameWhateverIsTakenOver(
            @ForAll @Size(max = 40) List<String> before, @ForAll List<Boolean> changes, @ForAll boolean excel)
            throws IOException {
        Path folder = Files.createTempDirectory("rows");
        CsvProfile profile = excel ? CsvProfile.EXCEL : CsvProfile.PLAIN;
        List<Boolean> stays = IntStream.range(0, before.size())
                .mapToObj(i -> changes.isEmpty() || changes.get(i % changes.size()))
                .toList();
        List<String> after = IntStream.range(0, before.size())
                .mapToObj(i -> stays.get(i) ? before.get(i) : "\"new\"\n" + "x".repeat(i * 20_000) + before.get(i))
                .toList();
        write(folder.resolve("former"), profile, before, null, stays);

        write(folder.resolve("now"), profile, after, folder.resolve("former"), stays);

        write(folder.resolve("anew"), profile, after, null, stays);
        assertThat(folder.resolve("now")).hasSameBinaryContentAs(folder.resolve("anew"));
        write(folder.resolve("again"), profile, after, folder.resolve("now"), Collections.nCopies(after.size(), true));
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(folder.resolve("anew"));
    }

    @Test
    void fileOfOtherLengthIsNotTakenOver() throws IOException {
        List<String> texts = List.of("a", "b", "c");
        List<Boolean> all = List.of(true, true, true);
        for (List<String> other : List.of(List.of("a", "b"), List.of("a", "b", "x", "y"))) {
            write(folder.resolve("former"), CsvProfile.PLAIN, other, null, List.of());

            write(folder.resolve("now"), CsvProfile.PLAIN, texts, folder.resolve("former"), all);

            assertThat(folder.resolve("now")).hasContent("Key,Text\nk0,a\nk1,b\nk2,c\n");
        }
    }
}
