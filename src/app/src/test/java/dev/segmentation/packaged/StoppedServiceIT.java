package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.history.Snapshot;
import dev.segmentation.history.Snapshots;
import dev.segmentation.service.TestRun;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tells the service to stop in the middle of a run while another waits and people follow both. */
class StoppedServiceIT {
    private static final int FORMER = 200;
    private static final int NAMES = 20_000;
    private static final int SIGTERM = 143;

    /** What requests and the job under way may take, with some time for a busy machine. */
    private static final int PATIENCE_SECONDS = 90;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path temp;

    private Path output;
    private int port;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void filesAreWholeAndNothingMoreBegins() throws IOException, InterruptedException {
        output = temp.resolve("output");
        List<String> customers = customers();
        Path list = temp.resolve("input/CustomerLastBillingDate.csv");
        Folders.write(list, customers.subList(0, FORMER));
        new TestRun(temp.resolve("input"), output).execute(RunScope.ALL);
        String former = new Snapshots(output).placed();
        Folders.write(list, customers);

        Process service = start();
        Followed running = new Followed(run());
        Followed waiting = new Followed(run());
        running.until("\"state\":\"running\""); // its steps may pass between two events, its states do not
        service.destroy();
        boolean down = saysItIsDown(service);

        assertThat(service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(service.exitValue()).isEqualTo(SIGTERM);
        assertThat(down).isTrue();
        assertThat(waiting.all()).noneMatch(event -> event.contains("\"state\":\"running\""));
        assertThat(waiting.last()).contains("\"state\":\"cancelled\"");
        assertThat(running.last()).containsAnyOf("\"state\":\"cancelled\"", "\"state\":\"done\"");
        if (running.last().contains("\"state\":\"cancelled\"")) {
            assertThat(new Snapshots(output).placed()).isEqualTo(former);
        }
        assertWhole();
        assertServed();
    }

    private void assertWhole() throws IOException {
        Snapshot placed = new Snapshot(output, new Snapshots(output).placed(), true);
        assertThat(placed.outputs()).containsKey("CustomerSegmentation.csv");
        for (String name : placed.outputs().keySet()) {
            assertThat(placed.unchanged(output.resolve(name))).as(name).isTrue();
        }
    }

    private void assertServed() throws IOException, InterruptedException {
        Process service = start();
        try {
            HttpResponse<byte[]> table = client.send(
                    request("/api/outputs/CustomerSegmentation.csv").build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(table.statusCode()).isEqualTo(200);
            assertThat(table.body()).isEqualTo(Files.readAllBytes(output.resolve("CustomerSegmentation.csv")));
        } finally {
            service.destroy();
            assertThat(service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static List<String> customers() {
        List<String> customers = new ArrayList<>(
                List.of("Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)"));
        Random random = new Random(1);
        for (int i = 0; i < NAMES; i++) {
            StringBuilder name = new StringBuilder();
            for (int j = 0; j < 12; j++) {
                name.append((char) ('A' + random.nextInt(26)));
            }
            customers.add(i + ",N" + i + "," + name + ",ERP,2026-01-01");
        }
        return customers;
    }

    private Process start() throws IOException, InterruptedException {
        port = Listening.freePort();
        Process service = Program.jar(
                        temp.resolve("service"),
                        "serve",
                        "--port",
                        port,
                        "--input",
                        temp.resolve("input"),
                        "--output",
                        output,
                        "--rules",
                        Golden.RULES)
                .with(Map.of("QUARKUS_SHUTDOWN_DELAY", "3S"))
                .start();
        while (!service.waitFor(200, TimeUnit.MILLISECONDS)) {
            try {
                assertThat(status("/q/health/ready")).isEqualTo(200);
                return service;
            } catch (ConnectException e) {
                // not yet
            }
        }
        throw new AssertionError("the service ended with " + service.exitValue());
    }

    /** Whether a probe hears of the stop while the service still answers. */
    private boolean saysItIsDown(Process service) throws InterruptedException {
        while (service.isAlive()) {
            try {
                if (status("/q/health/ready") == 503) {
                    return true;
                }
            } catch (IOException e) {
                return false; // too late
            }
            Thread.sleep(20);
        }
        return false;
    }

    private int status(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** Asks for a run and gives where its events are. */
    private String run() throws IOException, InterruptedException {
        HttpRequest request = request("/api/runs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<Void> job = client.send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(job.statusCode()).isEqualTo(202);
        return URI.create(job.headers().firstValue("Location").orElseThrow()).getPath() + "/events";
    }

    /** Somebody who follows a job. */
    private final class Followed {
        private final List<String> events = new ArrayList<>();
        private final BlockingQueue<String> coming = new LinkedBlockingQueue<>();

        Followed(String path) {
            client.sendAsync(request(path).build(), HttpResponse.BodyHandlers.ofLines())
                    .thenAcceptAsync(answer ->
                            answer.body().filter(line -> !line.isBlank()).forEach(coming::add));
        }

        void until(String what) throws InterruptedException {
            for (String event = next(); !event.contains(what); event = next()) {
                assertThat(event).doesNotContain("\"problem\"");
            }
        }

        private String next() throws InterruptedException {
            String event = coming.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(event).as("an event").isNotNull();
            events.add(event);
            return event;
        }

        /** All that came; the service is gone. */
        List<String> all() {
            coming.drainTo(events);
            return events;
        }

        String last() {
            return all().get(all().size() - 1);
        }
    }
}
