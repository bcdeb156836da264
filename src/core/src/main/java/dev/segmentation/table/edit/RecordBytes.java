package dev.segmentation.table.edit;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes records as bytes; cells are quoted where they must be.
 *
 * @param charset the encoding; a sign that it lacks is refused
 * @param delimiter what separates cells
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
}
