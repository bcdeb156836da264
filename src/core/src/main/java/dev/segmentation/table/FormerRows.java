package dev.segmentation.table;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rows of a table that was written before, which go into the next one byte by byte or are left out, one after the other.
 * Cells are not taken apart, and rows that stay are not held as text.
 */
final class FormerRows implements Closeable {
    private final InputStream in;
    private final TableWriter table;
    private byte[] bytes = new byte[1 << 18];
    private int kept;
    private int at;
    private int end;

    /**
     * Opens a file that {@link TableWriter} wrote, behind its header.
     */
    FormerRows(Path former, TableWriter table) throws IOException {
        this.in = Files.newInputStream(former);
        this.table = table;
        drop();
    }

    /** The next row stays. */
    void keep() throws IOException {
        passRow();
    }

    /** The next row is left out; what the table is given now stands in its place. */
    void drop() throws IOException {
        handOver(at);
        passRow();
        kept = at;
    }

    /**
     * Hands over the last rows.
     *
     * @throws IOException if there are more rows
     */
    void finish() throws IOException {
        handOver(at);
        if (at < end || in.read() >= 0) {
            throw new IOException("more rows than expected");
        }
    }

    private void passRow() throws IOException {
        int row = at;
        boolean quoted = false;
        while (true) {
            for (; at < end; at++) {
                byte sign = bytes[at];
                if (sign == '"') {
                    quoted = !quoted;
                } else if (sign == '\n' && !quoted) {
                    at++;
                    return;
                }
            }
            row = refill(row);
        }
    }

    /** Hands over what stays before the row at hand, and reads on behind it. */
    private int refill(int row) throws IOException {
        handOver(row);
        int rest = end - row;
        byte[] target = rest > bytes.length / 2 ? new byte[2 * bytes.length] : bytes;
        System.arraycopy(bytes, row, target, 0, rest);
        bytes = target;
        kept = 0;
        at = rest;
        int more = in.read(bytes, rest, bytes.length - rest);
        if (more < 0) {
            throw new EOFException("fewer rows than expected");
        }
        end = rest + more;
        return 0;
    }

    private void handOver(int to) throws IOException {
        if (to > kept) {
            table.rows(bytes, kept, to);
        }
        kept = to;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
