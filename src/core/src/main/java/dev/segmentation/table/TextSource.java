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
 * @param reader the characters, without byte-order mark
 * @param encoding name of the encoding in use
 * @param marked whether it begins with a byte-order mark of UTF-8, as Excel writes it
 */
public record TextSource(Reader reader, String encoding, boolean marked) implements Closeable {
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
        boolean marked = marked(in);
        Charset actual = marked ? StandardCharsets.UTF_8 : detect(in, charset);
        var decoder = actual.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(MALFORMED));
        return new TextSource(new InputStreamReader(in, decoder), actual.name(), marked);
    }

    private static boolean marked(InputStream in) throws IOException {
        in.mark(3);
        boolean marked = in.read() == 0xEF && in.read() == 0xBB && in.read() == 0xBF;
        if (!marked) {
            in.reset();
        }
        return marked;
    }

    private static Charset detect(InputStream in, Charset otherwise) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first == 0xFF && second == 0xFE) {
            in.skipNBytes(2);
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xFE && second == 0xFF) {
            in.skipNBytes(2);
            return StandardCharsets.UTF_16BE;
        }
        return otherwise;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
