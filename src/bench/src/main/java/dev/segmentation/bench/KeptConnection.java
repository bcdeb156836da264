package dev.segmentation.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 request after the other over one socket, straight at the service; opened anew after a fault. It makes hardly any
 * garbage: a collection in this process would stop the clock of the requests that are open.
 */
final class KeptConnection implements AutoCloseable {
    private static final int MILLIS = 30_000;
    private static final byte[] STATUS = bytes("http/1.1 200 ");
    private static final byte[] LENGTH = bytes("content-length: ");
    private static final byte[] HEAD_END = bytes("\r\n\r\n");

    private final InetSocketAddress address;
    private final byte[] sought;
    private final byte[] buffer = new byte[1 << 16];
    private Socket socket;

    /** @param sought what a right answer contains, in small letters */
    KeptConnection(InetSocketAddress address, String sought) {
        this.address = address;
        this.sought = bytes(sought.toLowerCase(Locale.ROOT));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the answer came whole, with status 200 and what is sought. */
    boolean ask(byte[] request) {
        try {
            if (socket == null) {
                socket = new Socket();
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(MILLIS);
                socket.connect(address, MILLIS);
            }
            socket.getOutputStream().write(request);
            int length = answer(socket.getInputStream());
            return at(STATUS, length) == 0 && at(sought, length) > 0;
        } catch (IOException e) {
            close();
            return false;
        }
    }

    /** Reads a whole answer into the buffer, and tells how long it is. */
    private int answer(InputStream in) throws IOException {
        int length = 0;
        int whole = buffer.length;
        while (length < whole) {
            int more = in.read(buffer, length, buffer.length - length);
            if (more < 0) {
                throw new EOFException("the answer ends before its time");
            }
            length += more;
            int end = at(HEAD_END, length);
            whole = end < 0 ? whole : end + HEAD_END.length + contentLength(end);
            if (whole > buffer.length) {
                throw new IOException("the answer is too long");
            }
        }
        return length;
    }

    private int contentLength(int end) throws IOException {
        int start = at(LENGTH, end);
        if (start < 0) {
            throw new IOException("the answer does not tell its length");
        }
        int length = 0;
        for (int i = start + LENGTH.length; buffer[i] >= '0' && buffer[i] <= '9'; i++) {
            length = 10 * length + buffer[i] - '0';
        }
        return length;
    }

    /** Where these bytes stand in the beginning of the buffer, in large or small letters; -1 if they do not. */
    private int at(byte[] small, int length) {
        for (int i = 0; i + small.length <= length; i++) {
            int n = 0;
            while (n < small.length && Character.toLowerCase(buffer[i + n]) == small[n]) {
                n++;
            }
            if (n == small.length) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        try (Socket old = socket) {
            socket = null;
        } catch (IOException e) {
            // it is gone in any case
        }
    }
}
