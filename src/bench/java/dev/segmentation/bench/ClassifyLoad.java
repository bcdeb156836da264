package dev.segmentation.bench;

import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code run.sh classify URL CUSTOMERS [RATE] [SECONDS]}: asks a running service for one name at a time, at a rate that does
 * not wait for answers. The time of a request counts from when it was due, so that a stall of the service counts for all that
 * were due meanwhile.
 */
public final class ClassifyLoad {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI uri;
    private final List<String> bodies;

    private ClassifyLoad(URI uri, List<String> bodies) {
        this.uri = uri;
        this.bodies = bodies;
    }

    public static void main(String[] args) throws InterruptedException {
        int rate = args.length > 2 ? Integer.parseInt(args[2]) : 500;
        int seconds = args.length > 3 ? Integer.parseInt(args[3]) : 60;
        ClassifyLoad load = new ClassifyLoad(URI.create(args[0] + "/api/classify"), bodies(Path.of(args[1])));
        System.out.println("warm-up  " + load.run(rate, Math.min(30, seconds)));
        System.out.println("measured " + load.run(rate, seconds));
    }

    private static List<String> bodies(Path customers) {
        List<String> bodies = new ArrayList<>();
        TableReader.read(
                customers,
                StandardCharsets.UTF_8,
                TableSpec.of("Customer Name"),
                row -> bodies.add("{\"names\":[\""
                        + row.get("Customer Name").replace("\\", "\\\\").replace("\"", "\\\"") + "\"]}"),
                error -> {},
                note -> {});
        return bodies;
    }

    private String run(int rate, int seconds) throws InterruptedException {
        int count = rate * seconds;
        long[] micros = new long[count];
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int place = i;
            client.sendAsync(request(i), HttpResponse.BodyHandlers.discarding()).whenComplete((answer, fault) -> {
                micros[place] = (System.nanoTime() - due) / 1000;
                if (fault != null || answer.statusCode() != 200) {
                    failed.incrementAndGet();
                }
                open.countDown();
            });
        }
        open.await();
        Arrays.sort(micros);
        return String.format(
                Locale.ROOT,
                "%,d requests at %d/s, failed %d; ms: p50 %.2f, p90 %.2f, p99 %.2f, p99.9 %.2f, most %.2f",
                count,
                rate,
                failed.get(),
                micros[count / 2] / 1e3,
                micros[count * 9 / 10] / 1e3,
                micros[count * 99 / 100] / 1e3,
                micros[(int) (count * 999L / 1000)] / 1e3,
                micros[count - 1] / 1e3);
    }

    private HttpRequest request(int i) {
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(bodies.get(i % bodies.size())))
                .build();
    }
}
