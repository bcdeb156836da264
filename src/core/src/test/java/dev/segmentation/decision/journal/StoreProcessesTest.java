package dev.segmentation.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that change decisions: killed at random moments, and two at the same time. */
@Tag("long")
class StoreProcessesTest {
    private static final int LONGEST_WAIT = 40_000_000;
    private static final int LONGEST_CHANGE = 8_000_000;
    private static final int PATIENCE = 300;

    @TempDir
    private Path temp;

    private Decisions decisions;

    @Test
    void killedChangesLeaveOldOrNewFilesAndTheNextOneCleansUp() throws IOException, InterruptedException {
        decisions = new Decisions(Files.createDirectory(temp.resolve("input")));
        int cleaned = 0;
        Process ready = start(1);
        for (int seed : Soak.seeds(20, 300).toArray()) {
            Process process = ready;
            ready = start(seed + 1);
            List<String> before = masters(GovernanceFiles.SEGMENTS);
            int taken = kill(seed, process);
            for (String file : List.of(GovernanceFiles.SEGMENTS, GovernanceFiles.WEBSITES)) {
                int added = masters(file).size() - masters(file, before).size();
                assertThat(added).as("%s, seed %d", file, seed).isBetween(taken, taken + 1);
            }
            Receipt next = decisions.store().change(Decisions.ORIGIN, Decisions.regroup("COHERENT", "Group " + seed));
            cleaned += next.notes().isEmpty() ? 0 : 1;
            assertWhole("seed " + seed + next.notes());
        }
        ready.destroyForcibly();
        System.out.println(cleaned + " kills left something to clean up");
    }

    /** Java takes its time to start, so the next process starts while the one before is at work. */
    private Process start(int seed) throws IOException {
        return ChangeLoop.start(decisions.folder(), "KILL" + seed, Integer.MAX_VALUE, temp.resolve(seed + ".txt"));
    }

    /** Waits for the first decision, then a little, then kills; returns how many decisions were told to be taken down. */
    private int kill(int seed, Process process) throws IOException, InterruptedException {
        Path out = temp.resolve(seed + ".txt");
        ChangeLoop.begin(process);
        while (process.isAlive() && Files.size(out) == 0) {
            Thread.onSpinWait();
        }
        long until = System.nanoTime() + new Random(seed * 0x9E3779B97F4A7C15L).nextInt(LONGEST_WAIT);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        if (seed % 3 > 0) {
            afterTheNextFileIsStaged(process, seed);
        }
        process.destroyForcibly().waitFor();
        return (int)
                Folders.lines(out).stream().filter(line -> line.startsWith("D")).count();
    }

    private void afterTheNextFileIsStaged(Process process, int seed) {
        String[] names = {""};
        while (process.isAlive()
                && names.length > 0
                && !List.of(names).toString().contains(".new")) {
            names = decisions.folder().toFile().list();
        }
        long until = System.nanoTime() + new Random(seed * 0x9E3779B97F4A7C15L).nextInt(LONGEST_CHANGE);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private List<String> masters(String file) throws IOException {
        if (!Files.exists(decisions.file(file))) {
            return List.of();
        }
        return Files.readAllLines(decisions.file(file)).stream()
                .filter(line -> line.startsWith("KILL") || line.startsWith("ONE") || line.startsWith("TWO"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    /** Those of them that were there before. */
    private List<String> masters(String file, List<String> before) throws IOException {
        List<String> kept = new ArrayList<>(masters(file));
        kept.retainAll(new HashSet<>(before));
        return kept;
    }

    /** Both files hold the same decisions, those of the journal, each once. */
    private void assertWhole(String moment) throws IOException {
        Verification verification = decisions.journal().verify();
        assertThat(verification.problem()).as(moment).isEmpty();
        List<String> told = decisions.transactions().stream()
                .flatMap(transaction -> transaction.effective().stream())
                .filter(change -> change.file().equals(GovernanceFiles.WEBSITES))
                .map(change -> change.after().get(Decisions.NAME))
                .toList();
        assertThat(masters(GovernanceFiles.WEBSITES)).as(moment).isEqualTo(told).doesNotHaveDuplicates();
        assertThat(masters(GovernanceFiles.SEGMENTS)).as(moment).isEqualTo(told);
        assertThat(decisions.transactions())
                .as(moment)
                .noneMatch(transaction -> transaction.origin().owner().equals(Origin.OUTSIDE));
        try (Stream<Path> left = Files.list(decisions.folder())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .as(moment)
                    .noneMatch(name -> name.endsWith(".new") || name.contains("pending"));
        }
    }

    @Test
    void twoWritersLoseNothing() throws IOException, InterruptedException {
        decisions = new Decisions(Files.createDirectory(temp.resolve("input")));
        int count = Soak.on() ? 1000 : 50;
        long start = System.nanoTime();
        Process one = ChangeLoop.start(decisions.folder(), "ONE", count, temp.resolve("one.txt"));
        Process two = ChangeLoop.start(decisions.folder(), "TWO", count, temp.resolve("two.txt"));
        ChangeLoop.begin(one);
        ChangeLoop.begin(two);
        assertThat(one.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(two.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        System.out.println(
                "two writers, " + count + " decisions each: " + (System.nanoTime() - start) / 1_000_000 + " ms");

        List<String> said = new ArrayList<>(Folders.lines(temp.resolve("one.txt")));
        said.addAll(Folders.lines(temp.resolve("two.txt")));
        assertThat(said).hasSize(2 * count);
        Set<String> taken = new HashSet<>();
        Set<String> transactions = new HashSet<>();
        for (String line : said) {
            if (!line.startsWith("refused")) {
                assertThat(transactions.add(line.substring(0, line.indexOf(' '))))
                        .as(line)
                        .isTrue();
                taken.add(line.substring(line.indexOf(' ') + 1));
            }
        }
        System.out.println(said.size() - taken.size() + " decisions refused");
        assertThat(new HashSet<>(masters(GovernanceFiles.SEGMENTS))).isEqualTo(taken);
        assertWhole("two writers");
    }
}
