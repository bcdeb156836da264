package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Soak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills imports and reconciliations at random moments: the decisions are those before or those after, and the next call works. */
class KilledImportIT {
    private static final String SEGMENTS = "MasterSegmentationOverrides.csv";
    private static final int ROWS = 300;

    @TempDir
    private Path temp;

    private Path input;

    @Test
    void killedImportsLeaveOldOrNewDecisions() throws IOException, InterruptedException {
        input = temp.resolve("input");
        Folders.copy(Path.of("input"), input);
        assertThat(start("run").waitFor()).isZero();
        List<String> masters = Folders.lines(temp.resolve("output/CustomerMasterMap.csv")).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .distinct()
                .limit(ROWS)
                .toList();
        batch(masters, 0);
        long begin = System.nanoTime();
        assertThat(start("import-batch", temp.resolve("Kill.md")).waitFor()).isZero();
        long usual = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        int killed = 0;
        for (int seed : Soak.seeds(6, 100).toArray()) {
            batch(masters, seed);
            boolean reconcile = seed % 3 == 0;
            Process process = reconcile ? start("reconcile") : start("import-batch", temp.resolve("Kill.md"));
            long wait = usual / 2 + new Random(seed * 0x9E3779B97F4A7C15L).nextLong(usual / 2);
            process.waitFor(wait, TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            killed += process.waitFor() == 0 ? 0 : 1;
            Set<String> details = details();
            assertThat(details).as("seed %d", seed).hasSize(1);
            assertThat(Set.of("Detail " + seed, "Detail " + (seed - 1))).containsAll(details);

            assertThat(start("import-batch", temp.resolve("Kill.md")).waitFor()).isZero();

            assertThat(details()).containsExactly("Detail " + seed);
            assertThat(start("history", "--verify").waitFor()).isZero();
        }
        assertThat(killed)
                .as("processes that were still alive when the kill came")
                .isPositive();
    }

    /** Details of the decisions of the batch: all the same, or a change was torn; every decision stands once. */
    private Set<String> details() {
        List<String> rows = Folders.lines(input.resolve(SEGMENTS)).stream()
                .filter(line -> line.contains(",Kill,"))
                .toList();
        assertThat(rows).hasSize(ROWS);
        return rows.stream()
                .map(row -> row.replaceFirst(".*,(Detail \\d+),.*", "$1"))
                .collect(Collectors.toSet());
    }

    private void batch(List<String> masters, int seed) {
        List<String> lines =
                new ArrayList<>(List.of("## Utilities", "| Master Id | Customer | Industry Detail |", "|---|---|---|"));
        masters.forEach(id -> lines.add("| " + id + " | X | Detail " + seed + " |"));
        Folders.write(temp.resolve("Kill.md"), lines);
    }

    private Process start(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--input", input, "--output", temp.resolve("output")));
        return Program.jar(temp.resolve("work"), all.toArray()).start();
    }
}
