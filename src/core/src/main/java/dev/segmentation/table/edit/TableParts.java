package dev.segmentation.table.edit;

import dev.segmentation.table.Header;
import dev.segmentation.table.LogicalLines;
import dev.segmentation.table.RecordCells;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.TextSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The parts of which the file of an {@link EditableTable} is made: a mark, the header, and records, each with its bytes. */
final class TableParts {
    private final String name;
    private final Charset charset;
    private final List<String> known;
    private byte[] mark = new byte[0];
    private final List<TablePart> parts = new ArrayList<>();
    private int headerPart;
    private TableColumns columns;
    private RecordBytes text;
    private byte[] lineEnd = {'\n'};

    private TableParts(String name, Charset charset, List<String> known) {
        this.name = name;
        this.charset = charset;
        this.known = known;
        this.text = new RecordBytes(charset, ',');
    }

    static TableParts of(String name, byte[] bytes, Charset charset, List<String> known) throws IOException {
        try (TextSource text = TextSource.of(new ByteArrayInputStream(bytes), charset)) {
            TableParts parts = new TableParts(name, Charset.forName(text.encoding()), known);
            parts.mark = Arrays.copyOf(bytes, text.markLength());
            parts.read(new LogicalLines(text.reader()), parts.text.lines(bytes, parts.mark.length));
            return parts;
        }
    }

    private void read(LogicalLines lines, List<TablePart> raw) throws IOException {
        lineEnd = raw.stream()
                .map(TablePart::end)
                .filter(end -> end.length > 0)
                .findFirst()
                .orElse(text.of("\n"));
        int at = 0;
        while (at < raw.size() && Header.before(new String(raw.get(at).body(), charset))) {
            parts.add(part(raw, at, ++at, null));
        }
        headerPart = at;
        if (at == raw.size()) {
            columns = new TableColumns(known, Map.of());
            parts.add(new TablePart(text.record(known.toArray(String[]::new), 0), lineEnd, 1, null));
            return;
        }
        Header header = Header.read(name, lines, new TableSpec(List.of(), known), note -> {}, remark -> {});
        if (header.columns().isEmpty()) {
            throw new TableException(name + " has none of the columns " + String.join(", ", known) + ". It has "
                    + String.join(", ", header.names()) + ". Maybe the header row is missing.");
        }
        text = new RecordBytes(charset, header.delimiter());
        columns = new TableColumns(header.names(), header.columns());
        records(lines, header, raw, at);
    }

    private void records(LogicalLines lines, Header header, List<TablePart> raw, int headerAt) throws IOException {
        RecordCells records = new RecordCells(header);
        int at = headerAt;
        EditableRow row = null;
        for (LogicalLines.Logical line = lines.next(); line != null; line = lines.next()) {
            int next = (int) line.line() - 1;
            parts.add(part(raw, at, next, row));
            at = next;
            String[] cells = records.cells(line);
            boolean readable = line.problem() == null
                    && !RecordCells.blank(cells)
                    && !RecordCells.comment(cells)
                    && records.fits(cells)
                    && line.text().indexOf(TextSource.MALFORMED) < 0;
            row = readable ? new EditableRow(columns, line.line(), cells, cells) : null;
        }
        parts.add(part(raw, at, raw.size(), row));
    }

    /** Refuses an encoding whose line breaks cannot be told by their bytes. */
    private TablePart part(List<TablePart> raw, int from, int to, EditableRow row) {
        if (to <= from || to > raw.size()) {
            throw new TableException(name + " cannot be edited in the encoding " + charset + ". Save it as UTF-8.");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = from; i < to - 1; i++) {
            body.writeBytes(raw.get(i).body());
            body.writeBytes(raw.get(i).end());
        }
        body.writeBytes(raw.get(to - 1).body());
        return new TablePart(body.toByteArray(), raw.get(to - 1).end(), to - from, row);
    }

    TableColumns columns() {
        return columns;
    }

    /** What would be read of these bytes. */
    TableParts of(byte[] bytes) throws IOException {
        return of(name, bytes, charset, known);
    }

    List<EditableRow> rows() {
        return parts.stream().map(part -> part.row()).filter(row -> row != null).toList();
    }

    EditableRow insert(String[] cells, long line) {
        EditableRow row = new EditableRow(columns, 0, null, cells);
        int at = line == Long.MAX_VALUE ? parts.size() : headerPart + 1;
        for (int i = at; i < parts.size(); i++) {
            EditableRow other = parts.get(i).row();
            boolean below = other != null && !other.added() && other.line() >= line;
            if (below) {
                break;
            }
            at = i + 1;
        }
        parts.add(at, new TablePart(null, lineEnd, 1, row));
        return row;
    }

    void remove(EditableRow row) {
        parts.removeIf(part -> part.row() == row);
    }

    Map<EditableRow, Long> lines() {
        Map<EditableRow, Long> lines = new IdentityHashMap<>();
        long line = 1;
        for (TablePart part : parts) {
            if (part.row() != null) {
                lines.put(part.row(), line);
            }
            line += part.linesNow();
        }
        return lines;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(mark);
        List<TablePart> kept = parts.stream()
                .filter(part -> part.row() == null || !part.row().deleted())
                .toList();
        for (int i = 0; i < kept.size(); i++) {
            TablePart part = kept.get(i);
            write(part, part == parts.get(headerPart), out);
            out.writeBytes(part.end().length == 0 && i + 1 < kept.size() ? lineEnd : part.end());
        }
        return out.toByteArray();
    }

    private void write(TablePart part, boolean isHeader, ByteArrayOutputStream out) throws IOException {
        if (part.row() != null && part.row().changed()) {
            out.writeBytes(text.record(part.row().raw(), columns.width()));
            return;
        }
        out.writeBytes(part.body());
        for (String title : columns.added()) {
            if (isHeader) {
                out.writeBytes(text.further(title));
            } else if (part.lines() > 1 && part.row() != null) {
                out.writeBytes(text.further(""));
            }
        }
    }
}
