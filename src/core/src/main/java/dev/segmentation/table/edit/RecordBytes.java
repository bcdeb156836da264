package dev.segmentation.table.edit;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits a text into lines of bytes, so that a line that nobody touches can be written as it was read, and writes records as
 * bytes; cells are quoted where they must be.
 */
record RecordBytes(Charset charset, char delimiter) {

    /** A record without its line end, filled up with blank cells to that width. */
    byte[] record(String[] cells, int width) throws CharacterCodingException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.max(cells.length, width); i++) {
            if (i > 0) {
                text.append(delimiter);
            }
            text.append(i < cells.length ? quoted(cells[i]) : "");
        }
        return of(text.toString());
    }

    /** One more cell for a record. */
    byte[] further(String cell) throws CharacterCodingException {
        return of(delimiter + quoted(cell));
    }

    private String quoted(String cell) {
        boolean plain = cell.equals(cell.strip())
                && cell.indexOf(delimiter) < 0
                && cell.indexOf('"') < 0
                && cell.indexOf('\n') < 0
                && cell.indexOf('\r') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** A text as it stands; UTF-16 without a byte-order mark of its own. */
    byte[] of(String text) throws CharacterCodingException {
        Charset plain = charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : charset;
        ByteBuffer bytes = plain.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .encode(CharBuffer.wrap(text));
        return Arrays.copyOf(bytes.array(), bytes.limit());
    }

    /** The lines from that place on, broken where {@code LogicalLines} breaks them: at LF, CR LF and CR. */
    List<TablePart> lines(byte[] bytes, int from) throws CharacterCodingException {
        byte[] lineFeed = of("\n");
        byte[] carriageReturn = of("\r");
        List<TablePart> lines = new ArrayList<>();
        int start = from;
        int unit = lineFeed.length;
        for (int at = from; at < bytes.length; ) {
            boolean returned = stands(carriageReturn, bytes, at);
            if (!returned && !stands(lineFeed, bytes, at)) {
                at += unit;
                continue;
            }
            int next = returned && stands(lineFeed, bytes, at + unit) ? at + 2 * unit : at + unit;
            byte[] end = Arrays.copyOfRange(bytes, at, next);
            lines.add(new TablePart(Arrays.copyOfRange(bytes, start, at), end, 1, null));
            start = next;
            at = next;
        }
        if (start < bytes.length) {
            lines.add(new TablePart(Arrays.copyOfRange(bytes, start, bytes.length), new byte[0], 1, null));
        }
        return lines;
    }

    private static boolean stands(byte[] unit, byte[] bytes, int at) {
        return at + unit.length <= bytes.length && Arrays.equals(bytes, at, at + unit.length, unit, 0, unit.length);
    }
}
