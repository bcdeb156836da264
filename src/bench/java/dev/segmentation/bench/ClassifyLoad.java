package dev.segmentation.bench;

import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code run.sh classify URL CUSTOMERS [RATE] [SECONDS]}: asks a running service for one name at a time, at a rate that does
 * not wait for answers. The time of a request counts from when it was due, so that a stall of the service counts for all that
 * were due meanwhile. It shares its processors with the service, so it does little: plain sockets that stay open, bytes
 * made before. {@code java.net.http.HttpClient} took twice the processor time of the service that it asked.
 */
public final class ClassifyLoad {
    /** Connections; more requests than these at once wait, and their time runs on. */
    private static final int CONNECTIONS = 32;

    /** What an answer must have; bytes, since garbage of this program would stop its clock. */
    private static final byte[] STATUS = bytes("HTTP/1.1 200 ");

    private static final byte[] LENGTH = bytes("content-length: ");
    private static final byte[] HEAD_END = bytes("\r\n\r\n");
    private static final byte[] RESULT = bytes("\"ruleId\"");

    private final InetSocketAddress address;
    private final List<byte[]> requests;

    private ClassifyLoad(InetSocketAddress address, List<byte[]> requests) {
        this.address = address;
        this.requests = requests;
    }

    public static void main(String[] args) throws InterruptedException {
        int rate = args.length > 2 ? Integer.parseInt(args[2]) : 500;
        int seconds = args.length > 3 ? Integer.parseInt(args[3]) : 60;
        URI uri = URI.create(args[0]);
        ClassifyLoad load =
                new ClassifyLoad(new InetSocketAddress(uri.getHost(), uri.getPort()), requests(uri, Path.of(args[1])));
        System.out.println("warm-up  " + load.run(rate, Math.min(60, seconds)));
        System.out.println("measured " + load.run(rate, seconds));
    }

    private static List<byte[]> requests(URI uri, Path customers) {
        List<byte[]> requests = new ArrayList<>();
        TableReader.read(
                customers,
                StandardCharsets.UTF_8,
                TableSpec.of("Customer Name"),
                row -> requests.add(request(uri, row.get("Customer Name"))),
                error -> {},
                note -> {});
        return requests;
    }

    private static byte[] request(URI uri, String name) {
        byte[] body = ("{\"names\":[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]}")
                .getBytes(StandardCharsets.UTF_8);
        String head = "POST /api/classify HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes(head));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** One after the other takes the next request that is due; with all of them busy it is late, which counts. */
    private String run(int rate, int seconds) throws InterruptedException {
        long[] micros = new long[rate * seconds];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread thread = new Thread(() -> {
                Connection connection = new Connection(address);
                for (int at = next.getAndIncrement(); at < micros.length; at = next.getAndIncrement()) {
                    long due = start + at * 1_000_000_000L / rate;
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    if (!connection.ask(requests.get(at % requests.size()))) {
                        failed.incrementAndGet();
                    }
                    micros[at] = (System.nanoTime() - due) / 1000;
                }
                connection.close();
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Arrays.sort(micros);
        return String.format(
                Locale.ROOT,
                "%,d requests at %d/s, failed %d; ms: p50 %.2f, p90 %.2f, p99 %.2f, p99.9 %.2f, most %.2f",
                micros.length,
                rate,
                failed.get(),
                micros[micros.length / 2] / 1e3,
                micros[micros.length * 9 / 10] / 1e3,
                micros[micros.length * 99 / 100] / 1e3,
                micros[(int) (micros.length * 999L / 1000)] / 1e3,
                micros[micros.length - 1] / 1e3);
    }

    /** One request after the other over one socket, opened anew after a fault. */
    private static final class Connection {
        private final InetSocketAddress address;
        private final byte[] buffer = new byte[1 << 16];
        private Socket socket;

        Connection(InetSocketAddress address) {
            this.address = address;
        }

        /** Whether the answer came whole, with status 200 and a result. */
        boolean ask(byte[] request) {
            try {
                if (socket == null) {
                    socket = new Socket();
                    socket.setTcpNoDelay(true);
                    socket.setSoTimeout(30_000);
                    socket.connect(address, 30_000);
                }
                socket.getOutputStream().write(request);
                int length = answer(socket.getInputStream());
                return at(STATUS, length) == 0 && at(RESULT, length) > 0;
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
                if (end >= 0) {
                    whole = end + HEAD_END.length + contentLength(end);
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

        /** Where these bytes stand in the beginning of the buffer, -1 if they do not. */
        private int at(byte[] sought, int length) {
            for (int i = 0; i + sought.length <= length; i++) {
                if (Arrays.equals(buffer, i, i + sought.length, sought, 0, sought.length)) {
                    return i;
                }
            }
            return -1;
        }

        void close() {
            try {
                if (socket != null) {
                    socket.close();
                }
            } catch (IOException e) {
                // it is gone in any case
            }
            socket = null;
        }
    }
}
