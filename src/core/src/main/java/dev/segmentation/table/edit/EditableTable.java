package dev.segmentation.table.edit;

import dev.segmentation.files.Fingerprint;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A CSV file that is edited row by row. All that nobody touches stays byte for byte as it was: comments, rows that cannot
 * be read, unknown columns, separator, byte-order mark, encoding, line ends and quotation marks. Two things change with a
 * new column: the header, and rows with line breaks in their cells, which need as many cells as the header to be read. A
 * last line without line break gets one when a row comes below it.
 */
public final class EditableTable {
    private static final int LARGEST = 1 << 28;

    private final String name;
    private final byte[] source;
    private final String fingerprint;
    private final TableParts parts;

    private EditableTable(String name, byte[] source, String fingerprint, TableParts parts) {
        this.name = name;
        this.source = source;
        this.fingerprint = fingerprint;
        this.parts = parts;
    }

    /**
     * Reads a file; one that is absent, or holds no header, gets one if a row is added.
     *
     * @param charset its encoding where no byte-order mark says otherwise
     * @param columnsIfAbsent the columns that a new file gets; in a file that is there they are found as {@code TableReader}
     *     finds them, and at least one must be there
     * @throws TableException if it cannot be read, or has none of the columns
     */
    public static EditableTable read(Path file, Charset charset, List<String> columnsIfAbsent) {
        String name = file.getFileName().toString();
        try {
            if (!Files.exists(file)) {
                return of(name, new byte[0], Fingerprint.ABSENT, charset, columnsIfAbsent);
            }
            if (Files.isDirectory(file)) {
                throw new TableException(file + " is a folder, not a file.");
            }
            if (Files.size(file) > LARGEST) {
                throw new TableException(file + " is larger than 256 MB. It cannot be edited row by row.");
            }
            byte[] bytes = Files.readAllBytes(file);
            return of(name, bytes, Fingerprint.of(bytes), charset, columnsIfAbsent);
        } catch (IOException e) {
            throw new TableException(file + " cannot be read (" + e + "). Maybe this user may not read it.", e);
        }
    }

    private static EditableTable of(String name, byte[] bytes, String print, Charset charset, List<String> columns)
            throws IOException {
        return new EditableTable(name, bytes, print, TableParts.of(name, bytes, charset, columns));
    }

    /** The rows that can be read, with those that were added and without those that were deleted. */
    public List<EditableRow> rows() {
        return parts.rows().stream().filter(row -> !row.deleted()).toList();
    }

    /** The rows that are to be written otherwise than they were read, in the order of the table. */
    public List<EditableRow> edited() {
        return parts.rows().stream().filter(EditableRow::changed).toList();
    }

    /** Adds a row at the end. Columns that it needs and the table lacks are put behind all others. */
    public EditableRow append(Map<String, String> values) {
        return insert(values, Long.MAX_VALUE);
    }

    /** Adds a row before the first one that was read at that line or further down; behind all if there is none. */
    public EditableRow insert(Map<String, String> values, long line) {
        return parts.insert(cells(new String[0], values), line);
    }

    /** Gives a row these values; cells of columns that are not named stay as they are. */
    public void replace(EditableRow row, Map<String, String> values) {
        row.set(cells(row.raw(), values));
    }

    /** Takes a row out. */
    public void delete(EditableRow row) {
        if (row.added()) {
            parts.remove(row);
        }
        row.set(null);
    }

    private String[] cells(String[] former, Map<String, String> values) {
        String[] cells = former.clone();
        for (Map.Entry<String, String> value : values.entrySet()) {
            String text = value.getValue() == null
                    ? ""
                    : value.getValue().strip().replace("\r\n", "\n").replace('\r', '\n');
            int index = text.isEmpty()
                    ? parts.columns().index(value.getKey())
                    : parts.columns().indexOrNew(value.getKey());
            if (index >= cells.length && !text.isEmpty()) {
                int known = cells.length;
                cells = Arrays.copyOf(cells, index + 1);
                Arrays.fill(cells, known, cells.length, "");
            }
            if (index >= 0 && index < cells.length && !cells[index].strip().equals(text)) {
                cells[index] = text;
            }
        }
        return cells;
    }

    /** The line on which each row begins in the file that is to be; of a deleted row, where it would begin. */
    public Map<EditableRow, Long> lines() {
        return parts.lines();
    }

    /** The {@link Fingerprint} of the file that was read. */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * The whole file as it is to be.
     *
     * @throws TableException if it could not be read back as it is meant: a row that would be a comment, a sign that the
     *     encoding does not have, a quotation mark that an unreadable row above leaves open
     */
    public byte[] bytes() {
        if (edited().isEmpty()) {
            return source.clone();
        }
        try {
            byte[] bytes = parts.bytes();
            List<String[]> wanted = trimmed(rows());
            List<String[]> found = trimmed(parts.of(bytes).rows());
            for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
                if (i >= wanted.size() || i >= found.size() || !Arrays.equals(wanted.get(i), found.get(i))) {
                    String row = String.join(", ", i < wanted.size() ? wanted.get(i) : found.get(i));
                    throw new TableException(
                            name + " could not be read back as it is meant, from the row (" + row
                                    + ") on. Maybe its first cell begins with #, or a row above it has an open quotation mark.");
                }
            }
            return bytes;
        } catch (IOException e) {
            throw new TableException(
                    name + " has an encoding that lacks a sign of the new rows (" + e + "). Save it as UTF-8 first.",
                    e);
        }
    }

    private static List<String[]> trimmed(List<EditableRow> rows) {
        List<String[]> all = new ArrayList<>();
        for (EditableRow row : rows) {
            String[] cells = row.raw();
            int width = cells.length;
            while (width > 0 && cells[width - 1].isBlank()) {
                width--;
            }
            all.add(Arrays.stream(cells).limit(width).map(String::strip).toArray(String[]::new));
        }
        return all;
    }
}
