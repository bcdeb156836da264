package dev.segmentation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.journal.DecisionJournal;
import dev.segmentation.decision.journal.Transaction;
import dev.segmentation.testkit.Soak;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many people decide at once, half of them about one and the same master. */
@Tag("long")
@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class DecidingTogetherTest {
    private static final int PEOPLE = 20;
    private static final List<String> MASTERS = List.of(
            "BLUE HERON GROUP",
            "BLUE HERRON GROUP",
            "MELROSE POWER",
            "GREEN VALLEY DENTAL",
            "OLD MILL TOWER",
            "ACME MANUFACTURING");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Inject
    SegmentationConfig config;

    @BeforeEach
    @AfterEach
    void anew() throws IOException {
        Deciding.anew(config);
    }

    @Test
    void everyDecisionThatWasAcknowledgedIsKeptAndSawTheOneBefore() throws InterruptedException, ExecutionException {
        int each = Soak.on() ? 50 : 5;
        long begin = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
        List<Future<Void>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            int person = i;
            String master = Deciding.id(config, MASTERS.get(i % 2 == 0 ? 0 : i / 2 % MASTERS.size()));
            people.add(threads.submit((Callable<Void>) () -> {
                for (int n = 0; n < each; n++) {
                    decide(master, "person " + person + " no " + n);
                }
                return null;
            }));
        }
        for (Future<Void> person : people) {
            person.get();
        }
        threads.shutdown();
        System.out.printf(
                "%d decisions of %d people: %.1f s%n", PEOPLE * each, PEOPLE, (System.nanoTime() - begin) / 1e9);

        assertThat(acknowledged).hasSize(PEOPLE * each);
        assertThat(Deciding.journalIsWhole(config.input())).isTrue();
        assertThat(journaled()).isEqualTo(acknowledged);
    }

    /** Reads and decides until nobody was faster. */
    private void decide(String master, String reason) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + RestAssured.port + "/api/decisions/" + master);
        int status = 412;
        while (status == 412) {
            HttpResponse<String> read =
                    http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            HttpRequest.Builder change = HttpRequest.newBuilder(uri)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(
                            "{\"group\": \"Utilities\", \"reason\": \"" + reason + "\"}"));
            if (read.statusCode() == 200) {
                change.header("If-Match", read.headers().firstValue("ETag").orElseThrow());
            } else {
                change.header("If-None-Match", "*");
            }
            status = http.send(change.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
        assertThat(status).isBetween(200, 201);
        acknowledged.add(reason);
    }

    /** The reasons of all changes; each of a master begins with what the one before left. */
    private Set<String> journaled() {
        Map<String, String> last = new HashMap<>();
        Set<String> reasons = ConcurrentHashMap.newKeySet();
        for (Transaction transaction : new DecisionJournal(config.input()).read(note -> {})) {
            assertThat(transaction.notInPlace()).isEmpty();
            for (Change change : transaction.changes()) {
                String master = change.after().get("Master Customer Name Canonical");
                String reason = change.after().get("Reason");
                if (last.containsKey(master)) {
                    assertThat(change.before()).containsEntry("Reason", last.get(master));
                }
                last.put(master, reason);
                assertThat(reasons.add(reason)).as(reason).isTrue();
            }
        }
        List<String> rows = Deciding.rows(config);
        last.forEach((master, reason) -> assertThat(rows)
                .filteredOn(row -> row.startsWith(master + ",") && row.contains(",Manual,"))
                .singleElement()
                .asString()
                .contains("," + reason + ","));
        return reasons;
    }
}
