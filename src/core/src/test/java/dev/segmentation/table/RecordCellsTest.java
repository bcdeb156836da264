package dev.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

class RecordCellsTest {
    @Property(tries = 5000)
    void readsWhatTheLibraryReadsOrNothing(@ForAll("records") String record) throws IOException {
        String[] cells = RecordCells.quoted(record, ',', 3);
        if (cells != null) {
            assertThat(Arrays.stream(cells).map(String::strip)).containsExactlyElementsOf(library(record));
        }
    }

    private static Iterable<String> library(String record) throws IOException {
        try (CSVParser parser = CSVParser.parse(record, Header.reading(','))) {
            return parser.iterator().next().stream().map(String::strip).toList();
        }
    }

    @Provide
    static Arbitrary<String> records() {
        return Arbitraries.of("\"", "\"", ",", "a", "b ", " ", "\n", "\"\"", "\",\"")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts))
                .filter(text -> text.indexOf('"') >= 0 && new LineBreaks(text).withinQuotes());
    }

    /** A record as it reaches the parser: a line break stands only between quotation marks. */
    private record LineBreaks(String text) {
        boolean withinQuotes() {
            Quotes quotes = new Quotes(',');
            String[] lines = text.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                quotes.scan(lines[i]);
                if (quotes.open() == (i == lines.length - 1)) {
                    return false;
                }
            }
            return true;
        }
    }

    @Test
    void splitsOrdinaryRecordsItself() {
        assertThat(RecordCells.quoted("1,\"Smith, \"\"Bob\"\" & Sons\",,\"\"", ',', 4))
                .containsExactly("1", "Smith, \"Bob\" & Sons", "", "");
    }

    @Test
    void leavesOddRecordsToTheLibrary() {
        assertThat(RecordCells.quoted("1, \"A\",2", ',', 3)).isNull();
        assertThat(RecordCells.quoted("1,\"A\" B,2", ',', 3)).isNull();
        assertThat(RecordCells.quoted("1,\"A,2", ',', 3)).isNull();
        assertThat(RecordCells.quoted("1,3\" pipe,2", ',', 3)).isNull();
    }
}
