package dev.segmentation.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes one CSV file: UTF-8, comma, LF, cells quoted where they must be. Closing it flushes it to disk. */
public final class TableWriter implements Closeable {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final FileChannel channel;
    private final CSVPrinter printer;
    private final CsvProfile profile;

    /** Creates the file with its header row. */
    public TableWriter(Path file, CsvProfile profile, List<String> columns) throws IOException {
        this.profile = profile;
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        BufferedWriter writer = new BufferedWriter(
                new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8), 1 << 16);
        if (profile.byteOrderMark()) {
            writer.write('\uFEFF');
        }
        printer = new CSVPrinter(writer, FORMAT);
        printer.printRecord(columns);
    }

    /** Adds a row of the same length as the header. */
    public void row(String... cells) {
        try {
            for (String cell : cells) {
                printer.print(profile.cell(cell));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            printer.flush();
            channel.force(true);
        }
    }

    /** A truth value as the tables spell it. */
    public static String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }
}
