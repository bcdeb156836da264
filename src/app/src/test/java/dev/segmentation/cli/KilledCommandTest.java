package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.explain.OutputStatus;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.testkit.Soak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code segmenter run} in a process of its own, killed at some moment, then run again: the outputs are those of one run,
 * every run that is kept is whole, and the next run clears up. A failure names its seed.
 */
@Tag("long")
class KilledCommandTest {
    private static final int KINDS = 3;
    private static final List<String> REMAINS = List.of(".staging", ".commit", ".undo", ".discard");

    private static final List<String> DEDUPED = List.of(
            "CustomerDeduplicationLog.csv",
            "CustomerMasterMap.csv",
            "RejectedRows.csv",
            "RunSummary.csv",
            "manifest.json");
    private static final List<String> CLASSIFIED =
            List.of("CustomerSegmentation.csv", "MasterCustomerSegmentation.csv", "SegmentationReviewWorklist.csv");

    @TempDir
    private Path temp;

    @Test
    void killedRunsLeaveOneSetAndWholeSnapshots() {
        int[] seeds = Soak.seeds(15, 150).toArray();
        // two at a time: most of a run is the start of its process
        List<CompletableFuture<Integer>> halves = Stream.of(0, 1)
                .map(half ->
                        CompletableFuture.supplyAsync(() -> new Victim(temp.resolve("half" + half)).kills(seeds, half)))
                .toList();
        int kills = halves.stream().mapToInt(CompletableFuture::join).sum();
        assertThat(kills).as("runs that were still alive when the kill came").isGreaterThan(seeds.length / 4);
    }

    /** A pair of folders, and the runs over them. */
    private static final class Victim {
        private final Path home;
        private final Path input;
        private final Path output;
        private final List<String> customers;
        private long usual;

        Victim(Path home) {
            this.home = home;
            this.input = home.resolve("input");
            this.output = home.resolve("output");
            Folders.copy(Golden.FOLDER.resolve("people/input"), input);
            this.customers = Folders.lines(input.resolve("CustomerLastBillingDate.csv"));
        }

        int kills(int[] seeds, int half) {
            try {
                long start = System.nanoTime();
                assertThat(start("run").waitFor()).isZero();
                usual = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                int kills = 0;
                for (int i = half; i < seeds.length; i += 2) {
                    kills += kill(seeds[i]) ? 1 : 0;
                }
                return kills;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private Process start(String name) throws IOException {
            String java = ProcessHandle.current().info().command().orElse("java");
            List<String> command = new ArrayList<>(List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()));
            for (Object arg : arguments(name)) {
                command.add(arg.toString());
            }
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log.txt").toFile())
                    .start();
        }

        private Object[] arguments(String name) {
            return new Object[] {
                name, "--input", input, "--output", output, "--rules", Golden.RULES, "--keep-runs", "2", "--quiet"
            };
        }

        /** Every list lacks another customer, so that no two runs in a row write the same. */
        private void leaveOut(int row) {
            List<String> some = new ArrayList<>(customers);
            some.remove(1 + row % (customers.size() - 1));
            Folders.write(input.resolve("CustomerLastBillingDate.csv"), some);
        }

        private boolean kill(int seed) throws IOException, InterruptedException {
            leaveOut(seed);
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            Process process = start(seed % KINDS == 1 ? "dedupe" : "run"); // dedupe starts sooner
            String moment = "seed " + seed;
            if (seed % KINDS == 0) {
                process.waitFor(random.nextLong(usual), TimeUnit.MILLISECONDS);
            } else {
                Path sign = output.resolve(seed % KINDS == 1 ? ".staging/manifest.json" : ".commit");
                long more = random.nextLong(8_000_000);
                // waiting without haste until tables are written: the process needs the core
                while (process.isAlive() && !Files.exists(output.resolve(".staging/CustomerMasterMap.csv"))) {
                    Thread.sleep(1);
                }
                while (process.isAlive() && !Files.exists(sign)) {
                    Thread.onSpinWait();
                }
                long until = System.nanoTime() + more;
                while (process.isAlive() && System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
            }
            process.destroyForcibly();
            boolean killed = process.waitFor() != 0;
            boolean pending = OutputStatus.of(output).unfinished();
            assertThat(pending)
                    .as(moment)
                    .isEqualTo(Files.exists(output.resolve(".commit")) || Files.exists(output.resolve(".undo")));
            if (!pending) {
                assertOneSet(moment);
            }
            assertSnapshotsWhole(moment);
            leaveOut(seed + 7);
            Call next = Call.of(arguments("run"));
            assertThat(next.code()).as("%s: %s", moment, next.err()).isZero();
            assertOneSet(moment + ", run again");
            assertSnapshotsWhole(moment + ", run again");
            assertThat(snapshots()).as(moment).hasSize(2);
            REMAINS.forEach(name -> assertThat(output.resolve(name)).as(moment).doesNotExist());
            return killed;
        }

        private void assertOneSet(String moment) throws IOException {
            JsonNode manifest = manifest(output);
            JsonNode outputs = manifest.get("outputs");
            for (String file : (Iterable<String>) outputs::fieldNames) {
                assertThat(sha256(output.resolve(file)))
                        .as("%s after %s", file, moment)
                        .isEqualTo(outputs.get(file).asText());
            }
            String run = manifest.get("run").asText();
            if (classified(manifest)) {
                assertThat(outputs.size()).as(moment).isBetween(9, 10);
                assertThat(Folders.lines(output.resolve("RunHistory.csv")))
                        .as(moment)
                        .last()
                        .asString()
                        .startsWith(run + ",");
            }
            assertThat(snapshots().stream().map(s -> s.getFileName().toString()))
                    .as(moment)
                    .contains(run);
        }

        private List<Path> snapshots() throws IOException {
            try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
                return runs.collect(Collectors.toList());
            }
        }

        private void assertSnapshotsWhole(String moment) throws IOException {
            List<Path> snapshots = snapshots();
            // one more than are kept until the surplus is taken away
            assertThat(snapshots).as(moment).hasSizeBetween(1, 3);
            for (Path snapshot : snapshots) {
                JsonNode manifest = manifest(snapshot);
                assertThat(manifest.get("run").asText())
                        .as(moment)
                        .isEqualTo(snapshot.getFileName().toString());
                assertThat(Folders.files(snapshot).keySet())
                        .as(moment)
                        .hasSize(classified(manifest) ? DEDUPED.size() + CLASSIFIED.size() : DEDUPED.size())
                        .containsAll(DEDUPED)
                        .containsAll(classified(manifest) ? CLASSIFIED : List.of());
                for (String file : Folders.files(snapshot).keySet()) {
                    if (manifest.get("outputs").has(file)) {
                        assertThat(sha256(snapshot.resolve(file)))
                                .as("%s of %s after %s", file, snapshot, moment)
                                .isEqualTo(manifest.get("outputs").get(file).asText());
                    }
                }
            }
        }

        private static boolean classified(JsonNode manifest) {
            return manifest.get("command").asText().equals("run");
        }

        private static JsonNode manifest(Path folder) throws IOException {
            return new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
        }

        private static String sha256(Path file) throws IOException {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
