package dev.segmentation.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;
import org.apache.commons.csv.CSVFormat;

/** Writes one CSV file: UTF-8, comma, LF, cells quoted where they must be. Closing it flushes it to disk. */
public final class TableWriter implements Closeable {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    /** Characters after which the rows gathered so far go to the file. */
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final CsvProfile profile;
    private StringBuilder text = new StringBuilder(BUFFER);

    /** Creates the file with its header row. */
    public TableWriter(Path file, CsvProfile profile, List<String> columns) throws IOException {
        this(
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING),
                profile,
                profile.byteOrderMark() ? "\uFEFF" : "");
        row(columns.toArray(String[]::new));
    }

    private TableWriter(FileChannel channel, CsvProfile profile, String before) throws IOException {
        this.channel = channel;
        this.profile = profile;
        text.append(before);
    }

    /**
     * Creates a file that holds all bytes of another table, which it need not understand, and takes rows behind them. They
     * are written in the profile that the table has.
     *
     * @return nothing if that file is not a table of these columns as this class writes them
     */
    public static Optional<TableWriter> continuing(Path table, Path file, List<String> columns) throws IOException {
        String header = firstLine(table);
        boolean marked = header.startsWith("\uFEFF");
        if (!header.substring(marked ? 1 : 0).equals(String.join(",", columns))) {
            return Optional.empty();
        }
        Files.copy(table, file, StandardCopyOption.REPLACE_EXISTING);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        channel.position(channel.size());
        return Optional.of(new TableWriter(
                channel, marked ? CsvProfile.EXCEL : CsvProfile.PLAIN, last.get(0) == '\n' ? "" : "\n"));
    }

    private static String firstLine(Path table) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(table))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = in.read(); c >= 0 && c != '\n' && line.size() < 1 << 16; c = in.read()) {
                line.write(c);
            }
            String text = line.toString(StandardCharsets.UTF_8);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }
    }

    /** A row as {@code plain} tables have it, without its line end. */
    public static String line(List<String> cells) {
        return FORMAT.format(cells.toArray());
    }

    /** Adds a row of the same length as the header. */
    public void row(String... cells) {
        row(cells, "", new String[0]);
    }

    /**
     * Adds a row of which some cells are written already, since several rows share them.
     *
     * @param before the cells before them, at least one
     * @param shared what {@link #shared} made for the profile of this table
     */
    public void row(String[] before, String shared, String[] after) {
        try {
            for (int i = 0; i < before.length; i++) {
                append(text, profile.cell(before[i]), i == 0);
            }
            text.append(shared);
            for (String cell : after) {
                append(text, profile.cell(cell), false);
            }
            text.append('\n');
            if (text.length() >= BUFFER) {
                flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds rows as they stand in another table of these columns and this profile. */
    void rows(byte[] bytes, int from, int to) throws IOException {
        flush();
        write(ByteBuffer.wrap(bytes, from, to - from));
    }

    /**
     * Creates a file with its header row and so many rows.
     *
     * @param former a file of the same columns, profile and number of rows that this class wrote, {@code null} if there is none
     * @param stays whether the row at a place is as it stands in the former file
     */
    public static void write(
            Path file,
            CsvProfile profile,
            List<String> columns,
            int count,
            Path former,
            IntPredicate stays,
            ObjIntConsumer<TableWriter> rows)
            throws IOException {
        if (former != null) {
            try (TableWriter table = new TableWriter(file, profile, columns);
                    FormerRows known = new FormerRows(former, table)) {
                for (int i = 0; i < count; i++) {
                    if (stays.test(i)) {
                        known.keep();
                    } else {
                        known.drop();
                        rows.accept(table, i);
                    }
                }
                known.finish();
                return;
            } catch (IOException e) {
                // it is not as it was written; what was begun is written anew
            }
        }
        try (TableWriter table = new TableWriter(file, profile, columns)) {
            for (int i = 0; i < count; i++) {
                rows.accept(table, i);
            }
        }
    }

    /** Cells that stand in several rows, none of them at the beginning, as they are written. */
    public static String shared(CsvProfile profile, String... cells) {
        StringBuilder shared = new StringBuilder();
        try {
            for (String cell : cells) {
                append(shared, profile.cell(cell), false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shared.toString();
    }

    private static void append(StringBuilder text, String cell, boolean first) throws IOException {
        if (plain(cell, first)) {
            text.append(first ? "" : ",").append(cell);
        } else {
            FORMAT.print(cell, text, first);
        }
    }

    /** Whether a cell surely needs no quotation marks; few do, and asking the library costs more than writing. */
    private static boolean plain(String cell, boolean first) {
        int length = cell.length();
        if (length == 0) {
            return !first;
        }
        if (cell.charAt(0) <= '#' || cell.charAt(0) > '~' || cell.charAt(length - 1) <= ' ') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c < ' ') {
                return false;
            }
        }
        return true;
    }

    private void flush() throws IOException {
        if (text.isEmpty()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        text = new StringBuilder(BUFFER + BUFFER / 8);
        write(bytes);
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
            channel.force(true);
        }
    }

    /** A truth value as the tables spell it. */
    public static String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }
}
