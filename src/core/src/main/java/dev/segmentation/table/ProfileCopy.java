package dev.segmentation.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Writes a table that {@link TableWriter} wrote once more in another profile, the same bytes that it would have written. */
public final class ProfileCopy {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private ProfileCopy() {}

    /** The profile of a table, told by its first bytes; the channel stays where it is. */
    public static CsvProfile profile(FileChannel table) throws IOException {
        ByteBuffer mark = ByteBuffer.allocate(3);
        table.read(mark, 0);
        boolean marked = mark.get(0) == (byte) 0xEF && mark.get(1) == (byte) 0xBB && mark.get(2) == (byte) 0xBF;
        return marked ? CsvProfile.EXCEL : CsvProfile.PLAIN;
    }

    /** Copies all rows. */
    public static void write(InputStream table, Path copy, CsvProfile profile) throws IOException {
        try (TextSource text = TextSource.of(new BufferedInputStream(table, 1 << 16), StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(text.reader())) {
            CsvProfile former = text.marked() ? CsvProfile.EXCEL : CsvProfile.PLAIN;
            Iterator<CSVRecord> each = rows.iterator();
            List<String> columns = each.hasNext() ? each.next().toList() : List.of();
            try (TableWriter writer = new TableWriter(copy, profile, columns)) {
                while (each.hasNext()) {
                    writer.row(each.next().stream().map(former::original).toArray(String[]::new));
                }
            }
        }
    }
}
