package dev.segmentation.bench;

import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
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
        List<byte[]> requests = requests(uri, Path.of(args[1]));
        if (!"http".equals(uri.getScheme()) || uri.getPort() < 0 || requests.isEmpty()) {
            throw new IllegalArgumentException("wants a URL such as http://127.0.0.1:8080 and a list that has names");
        }
        ClassifyLoad load = new ClassifyLoad(new InetSocketAddress(uri.getHost(), uri.getPort()), requests);
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
        all.writeBytes(KeptConnection.bytes(head));
        all.writeBytes(body);
        return all.toByteArray();
    }

    /** One after the other takes the next request that is due; with all of them busy it is late, which counts. */
    private String run(int rate, int seconds) throws InterruptedException {
        long[] micros = new long[rate * seconds];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread thread = new Thread(() -> {
                try (KeptConnection connection = new KeptConnection(address, "\"ruleId\"")) {
                    for (int at = next.getAndIncrement(); at < micros.length; at = next.getAndIncrement()) {
                        long due = start + at * 1_000_000_000L / rate;
                        while (System.nanoTime() < due) {
                            LockSupport.parkNanos(due - System.nanoTime());
                        }
                        if (connection.ask(requests.get(at % requests.size()))) {
                            answered.incrementAndGet();
                        }
                        micros[at] = (System.nanoTime() - due) / 1000;
                    }
                }
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
                micros.length - answered.get(),
                micros[micros.length / 2] / 1e3,
                micros[micros.length * 9 / 10] / 1e3,
                micros[micros.length * 99 / 100] / 1e3,
                micros[(int) (micros.length * 999L / 1000)] / 1e3,
                micros[micros.length - 1] / 1e3);
    }
}
