package dev.segmentation.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads a CSV file row by row, as people and systems really write them: with or without a byte-order mark, separated by
 * comma, semicolon or tab, quoted line breaks, comment rows, columns in any order. What cannot be read is reported row
 * by row and costs only that row; memory does not grow with the file.
 */
public final class TableReader {
    private final Path file;
    private final String name;
    private final Consumer<RowError> errors;
    private final Consumer<String> notes;
    private Consumer<RowError> remarks = remark -> {};
    private Header header;
    private RecordCells records;
    private boolean own;
    private CsvProfile profile;
    private long rows;
    private LineRemarks lineRemarks;

    private TableReader(Path file, String name, Consumer<RowError> errors, Consumer<String> notes) {
        this.file = file;
        this.name = name;
        this.errors = errors;
        this.notes = notes;
    }

    /**
     * Reads a whole file.
     *
     * @param file the file
     * @param charset its encoding where no byte-order mark says otherwise
     * @param spec the columns to look for
     * @param rows receives every readable row, in file order
     * @param errors receives every row that is not readable
     * @param notes receives remarks about the file as a whole
     * @return the number of data rows seen, readable or not
     * @throws TableException if the file is missing, empty, or lacks a required column
     */
    public static long read(
            Path file,
            Charset charset,
            TableSpec spec,
            Consumer<Row> rows,
            Consumer<RowError> errors,
            Consumer<String> notes) {
        return read(file, file.getFileName().toString(), charset, spec, rows, errors, notes);
    }

    /** As above, for a file whose rows and errors name it otherwise than by its file name. */
    public static long read(
            Path file,
            String name,
            Charset charset,
            TableSpec spec,
            Consumer<Row> rows,
            Consumer<RowError> errors,
            Consumer<String> notes) {
        return new TableReader(file, name, errors, notes).read(charset, spec, rows);
    }

    /** As above, for a table whose owner wants to know everything that looks odd about it. */
    public static long read(Path file, String name, TableSpec spec, TableSink sink) {
        TableReader reader = new TableReader(file, name, sink.errors(), note -> {});
        reader.remarks = sink.remarks();
        return reader.read(StandardCharsets.UTF_8, spec, sink.rows());
    }

    /**
     * Reads a table that {@link TableWriter} wrote, in either profile: nothing in it is a comment, and what the Excel
     * profile puts before formulas is taken away.
     */
    public static long readOwn(
            Path file, TableSpec spec, Consumer<Row> rows, Consumer<RowError> errors, Consumer<String> notes) {
        TableReader reader = new TableReader(file, file.getFileName().toString(), errors, notes);
        reader.own = true;
        return reader.read(StandardCharsets.UTF_8, spec, rows);
    }

    private long read(Charset charset, TableSpec spec, Consumer<Row> consumer) {
        try (TextSource text = TextSource.open(file, charset)) {
            profile = own && text.marked() ? CsvProfile.EXCEL : CsvProfile.PLAIN;
            LogicalLines lines = own ? LogicalLines.unbounded(text.reader()) : new LogicalLines(text.reader());
            header = Header.read(name, lines, spec, notes, remarks);
            lineRemarks = new LineRemarks(name, remarks);
            lineRemarks.encoding(text);
            records = new RecordCells(header);
            for (LogicalLines.Logical line = lines.next(); line != null; line = lines.next()) {
                accept(line, text.encoding(), consumer);
            }
            return rows;
        } catch (IOException | UncheckedIOException e) {
            throw new TableException(file + " cannot be read (" + e + "). Maybe this user may not read it.", e);
        }
    }

    private void accept(LogicalLines.Logical line, String encoding, Consumer<Row> consumer) throws IOException {
        String[] cells = records.cells(line);
        if (RecordCells.blank(cells)) {
            lineRemarks.blank(line.line());
            return;
        }
        if (!own && RecordCells.comment(cells)) {
            return;
        }
        rows++;
        lineRemarks.row(line, cells.length, header.width());
        RowError error = problem(line, cells, encoding);
        if (error == null) {
            if (profile == CsvProfile.EXCEL) {
                Arrays.setAll(cells, i -> profile.original(cells[i]));
            }
            consumer.accept(new Row(name, line.line(), header.columns(), cells));
        } else {
            errors.accept(error);
        }
    }

    private RowError problem(LogicalLines.Logical line, String[] cells, String encoding) {
        if (line.problem() != null) {
            String text = line.text().replace(TextSource.MALFORMED, '\uFFFD');
            return new RowError(name, line.line(), "", text, line.problem(), line.advice(), "broken-line");
        }
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].indexOf(TextSource.MALFORMED) >= 0) {
                return new RowError(
                        name,
                        line.line(),
                        header.nameAt(i),
                        cells[i].replace(TextSource.MALFORMED, '\uFFFD'),
                        "bytes that are not " + encoding,
                        "Save the file as UTF-8, or say how it is written, for example --encoding windows-1252.",
                        "bytes");
            }
        }
        for (int i = header.width(); i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                return new RowError(
                        name,
                        line.line(),
                        "",
                        line.text(),
                        cells.length + " cells where the header has " + header.width(),
                        "Put quotation marks around cells that hold the separator " + header.delimiterName() + ".",
                        "too-many-cells");
            }
        }
        return null;
    }
}
