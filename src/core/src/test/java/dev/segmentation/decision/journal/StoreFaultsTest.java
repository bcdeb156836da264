package dev.segmentation.decision.journal;

import static dev.segmentation.decision.journal.Decisions.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.files.CutSteps;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.OutputException;
import dev.segmentation.testkit.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change is cut off, or meets a full disk, at each of its steps: every file is old or new, and the journal is true. */
@Tag("long")
class StoreFaultsTest {
    private static final Consumer<GovernanceTables> EDIT = Decisions.both(
            Decisions.both(Decisions.add("ACME", "Utilities"), Decisions.website("ACME", "acme.com")),
            Decisions.reject("ACME", "Construction"));
    private static final int STRIDE = 4;

    @TempDir
    private Path temp;

    private Decisions decisions;
    private int works;

    /** A folder after one change, so that journal and backups are there. */
    private void begin() throws IOException {
        decisions = new Decisions(Files.createDirectory(temp.resolve("input" + works++)));
        decisions.store().change(ORIGIN, Decisions.website("BOLT", "bolt.com"));
    }

    private List<String> files() {
        return List.of(
                decisions.segments(),
                decisions.text(GovernanceFiles.WEBSITES),
                decisions.text(GovernanceFiles.REJECTIONS));
    }

    @Test
    void killBeforeEachStepAndAgainDuringRecovery() throws IOException {
        begin();
        List<String> old = files();
        decisions.store().change(ORIGIN, EDIT);
        List<String> after = files();
        for (int cut = 0; ; cut++) {
            for (int second = Soak.on() ? 0 : cut % STRIDE; ; second += Soak.on() ? 1 : STRIDE) {
                begin();
                boolean killed = !survives(cut, true);
                assertOldOrNew(old, after);
                boolean again = !survives(second, false);
                assertOldOrNew(old, after);
                decisions.store().recoverHoldingLock();
                assertWhole("cut " + cut + ", then " + second, old, after);
                if (!killed) {
                    assertThat(decisions.text(GovernanceFiles.WEBSITES)).isEqualTo(after.get(1));
                    assertThat(cut).isGreaterThan(10);
                    return;
                }
                if (!again) {
                    break;
                }
            }
        }
    }

    private boolean survives(int cut, boolean change) {
        GovernanceStore store = decisions.store(new CutSteps(cut, null, null));
        try {
            if (change) {
                store.change(ORIGIN, EDIT);
            } else {
                store.recoverHoldingLock();
            }
            return true;
        } catch (CutSteps.Killed e) {
            return false;
        }
    }

    private void assertOldOrNew(List<String> old, List<String> after) {
        List<String> found = files();
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).isIn(old.get(i), after.get(i));
        }
    }

    /** All files are as the journal says, nothing lies about, and the next change goes on from there. */
    private void assertWhole(String moment, List<String> old, List<String> after) throws IOException {
        List<Transaction> told = decisions.transactions();
        boolean counted = told.size() == 2 && told.get(1).notInPlace().isEmpty();
        assertThat(files()).as(moment).isEqualTo(counted ? after : old);
        assertThat(decisions.journal().verify().ok()).as(moment).isTrue();
        try (Stream<Path> left = Files.list(decisions.folder())) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .as(moment)
                    .noneMatch(name -> name.endsWith(".new"));
        }
        Receipt next = decisions.store().change(ORIGIN, Decisions.add("CRANE", "Construction"));
        assertThat(next.notes()).as(moment).isEmpty();
        assertThat(decisions.journal().verify().ok()).as(moment).isTrue();
    }

    /** From the given step on, every step fails, or that one alone. */
    private static final class FullDisk extends FileSteps {
        private final int first;
        private final boolean forGood;
        private int done;

        FullDisk(int first, boolean forGood) {
            this.first = first;
            this.forGood = forGood;
        }

        private void step() throws IOException {
            int number = done++;
            if (number == first || forGood && number > first) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            step();
            super.write(file, bytes);
        }

        @Override
        public void append(Path file, byte[] bytes) throws IOException {
            super.append(file, Arrays.copyOf(bytes, bytes.length / 2));
            step();
            super.append(file, Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            step();
            super.rename(from, to);
        }

        @Override
        public void copy(Path from, Path to) throws IOException {
            step();
            super.copy(from, to);
        }

        @Override
        public void truncate(Path file, long length) throws IOException {
            step();
            super.truncate(file, length);
        }

        @Override
        public void force(Path path) throws IOException {
            step();
            super.force(path);
        }

        @Override
        public void delete(Path path) throws IOException {
            step();
            super.delete(path);
        }

        @Override
        public void makeFolder(Path folder) throws IOException {
            step();
            super.makeFolder(folder);
        }
    }

    @Test
    void failureOfEachStepIsToldAndNothingIsLost() throws IOException {
        begin();
        List<String> old = files();
        decisions.store().change(ORIGIN, EDIT);
        List<String> after = files();
        for (int step = 0; step < 40; step++) {
            for (boolean forGood : new boolean[] {false, true}) {
                String moment = "step " + step + (forGood ? " and all after it" : "");
                begin();
                boolean done = fails(new FullDisk(step, forGood));
                assertOldOrNew(old, after);
                if (done) {
                    assertThat(files()).as(moment).isEqualTo(after);
                }
                decisions.store().recoverHoldingLock();
                assertOldOrNew(old, after);
                assertThat(decisions.journal().verify().ok()).as(moment).isTrue();
                assertAsTold(moment);
                decisions.store().change(ORIGIN, Decisions.add("CRANE", "Construction"));
                assertThat(decisions.transactions())
                        .as(moment)
                        .noneMatch(told -> told.origin().owner().equals(Origin.OUTSIDE));
            }
        }
    }

    private boolean fails(FileSteps steps) {
        try {
            decisions.store(steps).change(ORIGIN, EDIT);
            return true;
        } catch (PendingChangeException e) {
            assertThat(e.receipt().sideFile().isPresent()
                            || e.getMessage().contains("no room")
                            || e.getMessage().contains("completes this one first"))
                    .isTrue();
            e.receipt().sideFile().ifPresent(side -> assertThat(side).content().contains("ACME"));
            return false;
        } catch (OutputException e) {
            return false;
        }
    }

    /** What counts by the journal is in the files, and nothing else is. */
    private void assertAsTold(String moment) {
        List<String> counted = decisions.transactions().stream()
                .flatMap(told -> told.effective().stream())
                .filter(change -> change.after().containsValue("ACME"))
                .map(Change::file)
                .toList();
        assertThat(decisions.segments().contains("ACME"))
                .as(moment)
                .isEqualTo(counted.contains(GovernanceFiles.SEGMENTS));
        for (String file : List.of(GovernanceFiles.WEBSITES, GovernanceFiles.REJECTIONS)) {
            assertThat(decisions.text(file).contains("ACME")).as(moment).isEqualTo(counted.contains(file));
        }
    }
}
