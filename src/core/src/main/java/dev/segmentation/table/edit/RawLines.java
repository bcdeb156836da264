package dev.segmentation.table.edit;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a text as bytes, so that a line that nobody touches can be written as it was read. */
final class RawLines {
    /**
     * A line.
     *
     * @param body its bytes
     * @param end the bytes of its line break, none if the text ends with it
     */
    record Line(byte[] body, byte[] end) {}

    private final byte[] bytes;
    private final byte[] lineFeed;
    private final byte[] carriageReturn;
    private final List<Line> lines = new ArrayList<>();

    private RawLines(byte[] bytes, Charset charset) {
        this.bytes = bytes;
        Charset plain = charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : charset;
        this.lineFeed = "\n".getBytes(plain);
        this.carriageReturn = "\r".getBytes(plain);
    }

    /** The lines from that place on, broken where {@code LogicalLines} breaks them: at LF, CR LF and CR. */
    static List<Line> of(byte[] bytes, int from, Charset charset) {
        RawLines raw = new RawLines(bytes, charset);
        raw.split(from);
        return raw.lines;
    }

    private void split(int from) {
        int start = from;
        int unit = lineFeed.length;
        for (int at = from; at < bytes.length; ) {
            boolean returned = stands(carriageReturn, at);
            if (!returned && !stands(lineFeed, at)) {
                at += unit;
                continue;
            }
            int next = returned && stands(lineFeed, at + unit) ? at + 2 * unit : at + unit;
            lines.add(new Line(Arrays.copyOfRange(bytes, start, at), Arrays.copyOfRange(bytes, at, next)));
            start = next;
            at = next;
        }
        if (start < bytes.length) {
            lines.add(new Line(Arrays.copyOfRange(bytes, start, bytes.length), new byte[0]));
        }
    }

    private boolean stands(byte[] unit, int at) {
        return at + unit.length <= bytes.length && Arrays.equals(bytes, at, at + unit.length, unit, 0, unit.length);
    }
}
