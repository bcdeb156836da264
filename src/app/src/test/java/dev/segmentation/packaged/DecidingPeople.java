package dev.segmentation.packaged;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People who decide about masters of their own, one after the other, until the service is gone; they remember its answers. */
final class DecidingPeople {
    private final List<String> masters;
    private final int people;
    private final Map<String, List<String>> sent = new ConcurrentHashMap<>();
    private final Map<String, String> last = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final List<Throwable> faults = new ArrayList<>();
    private List<Thread> threads = List.of();

    DecidingPeople(List<String> masters, int people) {
        this.masters = masters.subList(0, masters.size() / people * people); // so that nobody has a master of another
        this.people = people;
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    Map<String, String> lastAcknowledged() {
        return new HashMap<>(last);
    }

    /** What was sent about a master behind that decision. */
    List<String> sentAfter(String master, String reason) {
        List<String> all = sent.get(master);
        return all.subList(all.indexOf(reason) + 1, all.size());
    }

    /** How many decisions got no answer. */
    int cutOff() {
        return cutOff.get();
    }

    /** Waits until the service answers. */
    void ready(Process service, int port) throws IOException, InterruptedException {
        HttpClient http = client();
        while (!service.waitFor(100, TimeUnit.MILLISECONDS)) {
            try {
                if (http.send(get(port, "/q/health/ready"), HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (ConnectException e) {
                // not yet
            }
        }
        throw new AssertionError("the service ended with " + service.exitValue());
    }

    /** Begins to decide, and returns when so many decisions are acknowledged; the people go on until the service is gone. */
    void decide(int port, int until, long seconds) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(1);
        threads = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            int first = person;
            Thread thread = new Thread(() -> work(first, port, until, enough));
            threads.add(thread);
            thread.start();
        }
        if (!enough.await(seconds, TimeUnit.SECONDS) || !faults.isEmpty()) {
            throw new AssertionError(acknowledged.size() + " decisions, and not " + until + "; " + faults);
        }
    }

    /** Waits until all have noticed that the service is gone. */
    void home() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.toString());
        }
    }

    private void work(int first, int port, int until, CountDownLatch enough) {
        HttpClient http = client();
        try {
            for (int i = first; ; i += people) {
                decide(http, port, masters.get(i % masters.size()));
                if (acknowledged.size() >= until) {
                    enough.countDown();
                }
            }
        } catch (IOException e) {
            // the service is gone
        } catch (InterruptedException | RuntimeException | AssertionError e) {
            synchronized (faults) {
                faults.add(e);
            }
            enough.countDown();
        }
    }

    /** One decision. */
    void decideOnce(int port) throws IOException, InterruptedException {
        decide(client(), port, masters.get(0));
    }

    private void decide(HttpClient http, int port, String master) throws IOException, InterruptedException {
        String path = "/api/decisions/" + master;
        HttpResponse<Void> read = http.send(get(port, path), HttpResponse.BodyHandlers.discarding());
        String reason = "no " + number.incrementAndGet() + " end";
        HttpRequest.Builder change = HttpRequest.newBuilder(uri(port, path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"group\": \"Construction\", \"reason\": \"" + reason + "\"}"));
        if (read.statusCode() == 200) {
            change.header("If-Match", read.headers().firstValue("ETag").orElseThrow());
        } else {
            change.header("If-None-Match", "*");
        }
        sent.computeIfAbsent(master, id -> new ArrayList<>()).add(reason);
        cutOff.incrementAndGet();
        HttpResponse<String> answer = http.send(change.build(), HttpResponse.BodyHandlers.ofString());
        cutOff.decrementAndGet();
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        last.put(master, reason);
        acknowledged.add(reason);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static HttpRequest get(int port, String path) {
        return HttpRequest.newBuilder(uri(port, path)).build();
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
