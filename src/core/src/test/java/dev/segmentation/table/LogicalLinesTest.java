package dev.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;

class LogicalLinesTest {

    @Property(tries = 500)
    void splitsWhatCommonsCsvPrintsIntoItsRecords(@ForAll("tables") List<List<String>> table) throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> records = new ArrayList<>();
        for (List<String> row : table) {
            StringBuilder record = new StringBuilder();
            try (CSVPrinter printer = new CSVPrinter(record, CSVFormat.RFC4180)) {
                printer.printRecord(row);
            }
            text.append(record);
            records.add(record.substring(0, record.length() - 2));
        }

        List<LogicalLines.Logical> lines = all(new StringReader(text.toString()), ',', 3);

        assertThat(lines).extracting(LogicalLines.Logical::text).containsExactlyElementsOf(records);
        assertThat(lines).extracting(LogicalLines.Logical::problem).containsOnlyNulls();
    }

    @Property(tries = 500)
    void losesNoPhysicalLineWhateverTheText(@ForAll("scribbles") String text) throws IOException {
        List<LogicalLines.Logical> lines = all(new StringReader(text), ',', 2);

        List<String> physical = text.lines().toList();
        assertThat(String.join(
                        "\n", lines.stream().map(LogicalLines.Logical::text).toList()))
                .isEqualTo(String.join("\n", physical));
        assertThat(lines).allSatisfy(line -> assertThat(line.text()).startsWith(physical.get((int) line.line() - 1)));
    }

    @Property(tries = 200)
    void readsTheSameFromAReaderThatGivesOneCharacterAtATime(@ForAll("scribbles") String text) throws IOException {
        assertThat(all(new Dripping(text), ';', 2)).isEqualTo(all(new StringReader(text), ';', 2));
    }

    @Test
    void neverClosedQuoteDoesNotSwallowTheQuotedRowBelowIt() throws IOException {
        List<LogicalLines.Logical> lines = all(new StringReader("A,\"x\nB,\"y\"\nC,z\n"), ',', 2);

        assertThat(lines).extracting(LogicalLines.Logical::text).containsExactly("A,\"x", "B,\"y\"", "C,z");
        assertThat(lines.get(0).problem()).isEqualTo("a quotation mark is opened and not closed");
        assertThat(lines.get(1).problem()).isNull();
    }

    @Test
    void quoteBehindWhiteSpaceOpensACellAsItDoesForTheParser() throws IOException {
        List<LogicalLines.Logical> lines = all(new StringReader("A, \t\"x\ny\"\t\nB,z"), ',', 2);

        assertThat(lines).extracting(LogicalLines.Logical::text).containsExactly("A, \t\"x\ny\"\t", "B,z");
    }

    @Test
    void commentNeverSpansLines() throws IOException {
        List<LogicalLines.Logical> lines = all(new StringReader("#,\"off\nA,1\nB,\"\n"), ',', 2);

        assertThat(lines).extracting(LogicalLines.Logical::text).containsExactly("#,\"off", "A,1", "B,\"");
    }

    @Test
    void peekConsumesNothing() throws IOException {
        LogicalLines lines = new LogicalLines(new StringReader("A\nB"));

        assertThat(lines.peek()).isEqualTo("A");
        assertThat(lines.peek()).isEqualTo("A");
        assertThat(lines.next().text()).isEqualTo("A");
        assertThat(lines.next().line()).isEqualTo(2);
        assertThat(lines.peek()).isNull();
        assertThat(lines.next()).isNull();
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars("ab ,;\"\n#'é日\t")
                .ofMaxLength(8)
                .filter(s -> !s.startsWith("#"));
        return cell.list().ofSize(3).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.of("A", ",", ";", "\"", "\n", "\r", "\r\n", "#", " ", "\t", "é")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static List<LogicalLines.Logical> all(Reader in, char delimiter, int width) throws IOException {
        LogicalLines lines = new LogicalLines(in);
        lines.shape(delimiter, width);
        List<LogicalLines.Logical> all = new ArrayList<>();
        for (LogicalLines.Logical line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    /** Never fills more than one character of a buffer, so that every line end falls between two reads. */
    private static final class Dripping extends Reader {
        private final StringReader text;

        Dripping(String text) {
            this.text = new StringReader(text);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return text.read(buffer, offset, Math.min(1, length));
        }

        @Override
        public void close() {
            text.close();
        }
    }
}
