package dev.segmentation.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** CSV files as the benchmarks read and write them: UTF-8, comma, LF, buffers of 64 KiB. */
final class Tables {
    private static final int BUFFER = 1 << 16;
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private Tables() {}

    /** Rows in turn, the header among them. */
    static CSVParser parser(Path file) throws IOException {
        InputStreamReader characters = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
        return CSVParser.parse(new BufferedReader(characters, BUFFER), FORMAT);
    }

    /** Rows are written as they come, the header too. */
    static CSVPrinter printer(Path file) throws IOException {
        Writer characters = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8);
        return new CSVPrinter(new BufferedWriter(characters, BUFFER), FORMAT);
    }

    /** All rows of a small table, without its header. */
    static List<CSVRecord> rows(Path file) {
        try (CSVParser parser = CSVParser.parse(
                file,
                StandardCharsets.UTF_8,
                FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
