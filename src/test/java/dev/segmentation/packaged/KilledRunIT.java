package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.Folders;
import dev.segmentation.Soak;
import dev.segmentation.csv.TableException;
import dev.segmentation.insight.Status;
import dev.segmentation.run.RunScope;
import dev.segmentation.run.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs at random moments and looks at what they leave. The folder holds the files of one run, the old or the new,
 * or says that a set of files waits to be put in place; then the next start does that.
 */
class KilledRunIT {
    private static final int STAGES = 3;

    @TempDir
    private Path temp;

    private Path output;

    @Test
    void killedRunsLeaveTheFilesOfOneRun() throws IOException, InterruptedException {
        output = temp.resolve("output");
        long start = System.nanoTime();
        assertThat(run().waitFor()).isZero();
        long usual = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertWhole("the first run");
        int kills = 0;
        for (int seed : Soak.seeds(10, 30).toArray()) {
            String moment = kill(seed, usual);
            boolean pending = Files.exists(output.resolve(".commit")) || Files.exists(output.resolve(".undo"));
            assertThat(new Status(output).read().unfinished()).as(moment).isEqualTo(pending);
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
        return Program.jar(temp.resolve("run"), "run", "--output", output, "--rules", TestRun.RULES)
                .start();
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
        assertThat(outputs.size()).as(moment).isEqualTo(7);
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
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
