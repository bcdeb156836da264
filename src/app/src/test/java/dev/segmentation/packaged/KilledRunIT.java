package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.explain.OutputStatus;
import dev.segmentation.history.Snapshot;
import dev.segmentation.history.Snapshots;
import dev.segmentation.service.TestRun;
import dev.segmentation.table.TableException;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.testkit.Soak;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs at random moments and looks at what they leave. The folder holds the files of one run, the old or the new,
 * or says that a set of files waits to be put in place; then the next start does that.
 */
class KilledRunIT {
    private static final int STAGES = 3;
    private static final String LIST = "CustomerLastBillingDate.csv";

    @TempDir
    private Path temp;

    private Path input;
    private Path output;
    private List<String> customers;
    private Set<String> firstMasters;

    @Test
    void killedRunsLeaveTheFilesOfOneRun() throws IOException, InterruptedException {
        input = temp.resolve("input");
        output = temp.resolve("output");
        Folders.copy(Path.of("input"), input);
        Files.deleteIfExists(input.resolve("MasterRegistry.csv")); // of a run in this folder, by other rules
        customers = Folders.lines(input.resolve(LIST));
        long start = System.nanoTime();
        assertThat(run().waitFor()).isZero();
        long usual = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        firstMasters = livingMasters();
        assertWhole("the first run");
        int kills = 0;
        for (int seed : Soak.seeds(10, 30).toArray()) {
            leaveOut(seed);
            String moment = kill(seed, usual);
            boolean pending = Files.exists(output.resolve(".commit")) || Files.exists(output.resolve(".undo"));
            assertThat(OutputStatus.of(output).unfinished()).as(moment).isEqualTo(pending);
            if (!pending) {
                assertWhole(moment);
            }
            recover();
            assertWhole(moment + ", recovered");
            System.out.println(moment + (pending ? ", files pending" : ""));
            kills += moment.endsWith("killed") ? 1 : 0;
        }
        assertThat(kills).as("runs that were still alive when the kill came").isPositive();
        assertThat(run().waitFor()).isZero();
        assertWhole("the last run");
    }

    private Process run() {
        return Program.jar(temp.resolve("run"), "run", "--input", input, "--output", output, "--rules", Golden.RULES)
                .start();
    }

    /** Every list lacks other customers, so that every run has masters that go and come. */
    private void leaveOut(int seed) {
        List<String> some = new ArrayList<>(customers);
        some.subList(1 + 20 * seed, 11 + 20 * seed).clear();
        Folders.write(input.resolve(LIST), some);
    }

    /** Some moments are random over the whole run, some right after its files are staged or begin to move. */
    private String kill(int seed, long usual) throws InterruptedException {
        // seeds in a row would begin with nearly the same number
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Process process = run();
        String moment = "seed " + seed;
        if (seed % STAGES == 0) {
            long wait = random.nextLong(usual);
            moment += " after " + wait + " ms";
            process.waitFor(wait, TimeUnit.MILLISECONDS);
        } else {
            String stage = seed % STAGES == 1 ? ".commit" : ".staging";
            long more = random.nextLong(seed % STAGES == 1 ? 3_000_000 : usual * 500_000);
            moment += " " + more + " ns after " + stage;
            while (process.isAlive() && !Files.exists(output.resolve(stage))) {
                Thread.onSpinWait();
            }
            long until = System.nanoTime() + more;
            while (process.isAlive() && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
        }
        process.destroyForcibly();
        return moment + (process.waitFor() == 0 ? ", too late" : ", killed");
    }

    /** A start that does nothing else: it ends at once because its customer list is missing. */
    private void recover() {
        TestRun start = new TestRun(temp.resolve("missing"), output);
        assertThatThrownBy(() -> start.execute(RunScope.DEDUPE)).isInstanceOf(TableException.class);
        assertThat(output.resolve(".commit")).doesNotExist();
        assertThat(output.resolve(".staging")).doesNotExist();
    }

    private void assertWhole(String moment) throws IOException {
        JsonNode manifest =
                new ObjectMapper().readTree(output.resolve("manifest.json").toFile());
        JsonNode outputs = manifest.get("outputs");
        assertThat(outputs.size()).as(moment).isBetween(9, 10);
        for (String file : (Iterable<String>) outputs::fieldNames) {
            assertThat(sha256(output.resolve(file)))
                    .as("%s after %s", file, moment)
                    .isEqualTo(outputs.get(file).asText());
        }
        assertThat(Folders.lines(output.resolve("RunHistory.csv")))
                .as(moment)
                .last()
                .asString()
                .startsWith(manifest.get("run").asText() + ",");
        assertSnapshots(moment, manifest.get("run").asText());
        assertOneStory(moment);
    }

    /** Every run that is kept is whole, and the one that made the outputs is among them. */
    private void assertSnapshots(String moment, String run) throws IOException {
        List<Snapshot> kept = new Snapshots(output).list();
        assertThat(kept).as(moment).extracting(Snapshot::runId).contains(run);
        assertThat(output.resolve("runs").toFile().list()).as(moment).hasSameSizeAs(kept);
        for (Snapshot snapshot : kept) {
            assertThat(snapshot.unchanged(snapshot.map())).as(moment).isTrue();
            assertThat(snapshot.unchanged(snapshot.masters())).as(moment).isTrue();
        }
    }

    /** Registry, map and history tell the same: no event is lost, none stands twice. */
    private void assertOneStory(String moment) {
        Set<String> living = livingMasters();
        Set<String> mapped = Folders.lines(output.resolve("CustomerMasterMap.csv")).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .collect(Collectors.toSet());
        assertThat(living).as(moment).isEqualTo(mapped);
        Set<String> told = new HashSet<>(firstMasters);
        for (String row : Folders.lines(output.resolve("MasterHistory.csv"))) {
            String[] cells = row.split(",", 5);
            switch (cells[3]) {
                case "new" -> assertThat(told.add(cells[2])).as(row).isTrue();
                case "gone", "merged into" ->
                    assertThat(told.remove(cells[2])).as(row).isTrue();
                case "split from" -> told.add(cells[2]);
                default -> assertThat(cells[3]).isIn("renamed", "Event");
            }
        }
        assertThat(told).as(moment).isEqualTo(living);
    }

    private Set<String> livingMasters() {
        List<String> rows = Folders.lines(input.resolve("MasterRegistry.csv"));
        String last = rows.stream()
                .skip(1)
                .map(row -> row.substring(row.lastIndexOf(',')))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return rows.stream()
                .filter(row -> row.endsWith(last))
                .map(row -> row.substring(0, row.indexOf(',')))
                .collect(Collectors.toSet());
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
