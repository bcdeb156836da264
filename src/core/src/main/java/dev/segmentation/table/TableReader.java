package dev.segmentation.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads a CSV file row by row, as people and systems really write them: with or without a byte-order mark, separated by
 * comma, semicolon or tab, quoted line breaks, comment rows, columns in any order. What cannot be read is reported row
 * by row and costs only that row; memory does not grow with the file.
 */
public final class TableReader {
    /** What a blank row costs. */
    public static final String BLANK_ADVICE = "The rows below it are read; delete it.";

    private final Path file;
    private final String name;
    private final boolean own;
    private final TableSink sink;
    private final Consumer<String> notes;
    private Header header;
    private RecordCells records;
    private String encoding;
    private CsvProfile profile;
    private long rows;
    private long blankLine;

    private TableReader(Path file, String name, boolean own, TableSink sink, Consumer<String> notes) {
        this.file = file;
        this.name = name;
        this.own = own;
        this.sink = sink;
        this.notes = notes;
    }

    /**
     * Reads a whole file.
     *
     * @param charset its encoding where no byte-order mark says otherwise
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
        TableSink sink = new TableSink(rows, errors, remark -> {});
        String name = file.getFileName().toString();
        return new TableReader(file, name, false, sink, notes).read(charset, spec);
    }

    /** As above, for a table in UTF-8 that may be absent. */
    public static void readIfPresent(Path file, TableSpec spec, Consumer<Row> rows, Consumer<RowError> errors) {
        if (Files.exists(file)) {
            read(file, StandardCharsets.UTF_8, spec, rows, errors, note -> {});
        }
    }

    /** As above, for a table in UTF-8 that rows and errors name so, and whose owner wants to know all that looks odd about it. */
    public static long read(Path file, String name, TableSpec spec, TableSink sink) {
        return new TableReader(file, name, false, sink, note -> {}).read(StandardCharsets.UTF_8, spec);
    }

    /**
     * Reads a table that {@link TableWriter} wrote, in either profile: nothing in it is a comment, and what the Excel
     * profile puts before formulas is taken away.
     */
    public static long readOwn(
            Path file, TableSpec spec, Consumer<Row> rows, Consumer<RowError> errors, Consumer<String> notes) {
        TableSink sink = new TableSink(rows, errors, remark -> {});
        String name = file.getFileName().toString();
        return new TableReader(file, name, true, sink, notes).read(StandardCharsets.UTF_8, spec);
    }

    private long read(Charset charset, TableSpec spec) {
        try (TextSource text = TextSource.open(file, charset)) {
            encoding = text.encoding();
            profile = own && text.marked() ? CsvProfile.EXCEL : CsvProfile.PLAIN;
            LogicalLines lines = own ? LogicalLines.unbounded(text.reader()) : new LogicalLines(text.reader());
            header = Header.read(name, lines, spec, notes, sink.remarks());
            if (text.marked()) {
                String advice = "It is read all the same; save it as plain UTF-8.";
                remark(1, "bom", "the file begins with a byte-order mark", advice);
            } else if (!encoding.equals(StandardCharsets.UTF_8.name())) {
                remark(1, "encoding", "the file is written in " + encoding, "Save it as UTF-8.");
            }
            records = new RecordCells(header);
            for (LogicalLines.Logical line = lines.next(); line != null; line = lines.next()) {
                accept(line);
            }
            return rows;
        } catch (IOException | UncheckedIOException e) {
            throw new TableException(file + " cannot be read (" + e + "). Maybe this user may not read it.", e);
        }
    }

    private void accept(LogicalLines.Logical line) throws IOException {
        String[] cells = records.cells(line);
        if (RecordCells.blank(cells)) {
            blankLine = blankLine > 0 ? blankLine : line.line(); // which is only odd if a row comes below it
            return;
        }
        if (!own && RecordCells.comment(cells)) {
            return;
        }
        rows++;
        remarks(line, cells.length);
        RowError error = problem(line, cells);
        if (error == null) {
            if (profile == CsvProfile.EXCEL) {
                Arrays.setAll(cells, i -> profile.original(cells[i]));
            }
            sink.rows().accept(new Row(name, line.line(), header.columns(), cells));
        } else {
            sink.errors().accept(error);
        }
    }

    /** Says what is read all the same, but was hardly meant. */
    private void remarks(LogicalLines.Logical line, int cells) {
        if (blankLine > 0) {
            remark(blankLine, "blank-row", "a blank row stands inside the table", BLANK_ADVICE);
            blankLine = 0;
        }
        if (line.problem() == null && cells < header.width()) {
            String problem = cells + " cells where the header has " + header.width();
            String advice = "The last ones count as blank; maybe a separator is missing.";
            remark(line.line(), "too-few-cells", problem, advice);
        }
    }

    private void remark(long line, String check, String problem, String advice) {
        sink.remarks().accept(new RowError(name, line, "", "", problem, advice, check));
    }

    private RowError problem(LogicalLines.Logical line, String[] cells) {
        if (line.problem() != null) {
            return error(line, "", line.text(), line.problem(), line.advice(), "broken-line");
        }
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].indexOf(TextSource.MALFORMED) >= 0) {
                String problem = "bytes that are not " + encoding;
                String advice =
                        "Save the file as UTF-8, or say how it is written, for example --encoding windows-1252.";
                return error(line, header.nameAt(i), cells[i], problem, advice, "bytes");
            }
        }
        if (!records.fits(cells)) {
            String problem = cells.length + " cells where the header has " + header.width();
            String advice = "Put quotation marks around cells that hold the separator " + header.delimiterName() + ".";
            return error(line, "", line.text(), problem, advice, "too-many-cells");
        }
        return null;
    }

    private RowError error(
            LogicalLines.Logical line, String column, String text, String problem, String advice, String check) {
        String value = text.replace(TextSource.MALFORMED, '\uFFFD');
        return new RowError(name, line.line(), column, value, problem, advice, check);
    }
}
