package dev.segmentation.table;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a text file in the encoding that its byte-order mark names, else in the given one. Bytes that do not fit become
 * {@link #MALFORMED}, so that a reader can tell which row they spoil.
 *
 * @param markLength how many bytes its byte-order mark has, 0 if there is none
 */
public record TextSource(Reader reader, String encoding, int markLength) implements Closeable {
    /** Stands for bytes that cannot be decoded; a non-character that no text holds. */
    public static final char MALFORMED = '\uFDD0';

    static TextSource open(Path file, Charset charset) throws IOException {
        if (!Files.exists(file)) {
            throw new TableException(file + " does not exist.");
        }
        if (Files.isDirectory(file)) {
            throw new TableException(file + " is a folder, not a file.");
        }
        return of(new BufferedInputStream(Files.newInputStream(file), 1 << 16), charset);
    }

    /** As above, of a stream that can go back. */
    public static TextSource of(InputStream in, Charset charset) throws IOException {
        in.mark(3);
        int[] first = {in.read(), in.read(), in.read()};
        in.reset();
        Charset actual = charset;
        int markLength = 0;
        if (first[0] == 0xEF && first[1] == 0xBB && first[2] == 0xBF) {
            actual = StandardCharsets.UTF_8;
            markLength = 3;
        } else if (first[0] == 0xFF && first[1] == 0xFE || first[0] == 0xFE && first[1] == 0xFF) {
            actual = first[0] == 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            markLength = 2;
        }
        in.skipNBytes(markLength);
        var decoder = actual.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(MALFORMED));
        return new TextSource(new InputStreamReader(in, decoder), actual.name(), markLength);
    }

    /** Whether it begins with a byte-order mark of UTF-8, as Excel writes it. */
    public boolean marked() {
        return markLength == 3;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
