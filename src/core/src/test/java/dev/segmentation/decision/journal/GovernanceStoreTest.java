package dev.segmentation.decision.journal;

import static dev.segmentation.decision.journal.Decisions.HEADER;
import static dev.segmentation.decision.journal.Decisions.ORIGIN;
import static dev.segmentation.decision.journal.Decisions.ROWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.file.GovernanceColumns;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.table.TableException;
import dev.segmentation.testkit.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GovernanceStoreTest {
    @TempDir
    private Path folder;

    private Decisions decisions;

    @BeforeEach
    void begin() {
        decisions = new Decisions(folder);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> backups() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".backup"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void addsARowAndWritesItDown() throws IOException {
        Receipt receipt = decisions.store().change(ORIGIN, Decisions.add("ACME", "Utilities"));

        assertThat(decisions.segments()).isEqualTo(HEADER + ROWS + "ACME,Utilities,Batch-2026-11,\r\n");
        assertThat(receipt.transaction()).isEqualTo("D000001");
        assertThat(receipt.written()).containsExactly(decisions.file(GovernanceFiles.SEGMENTS));
        assertThat(receipt.sideFile()).isEmpty();
        assertThat(receipt.changes()).hasSize(1);
        Transaction told = decisions.transactions().get(0);
        assertThat(told.origin()).isEqualTo(ORIGIN);
        assertThat(told.time()).isEqualTo(Instant.parse("2026-11-25T10:15:00Z"));
        assertThat(told.changes()).isEqualTo(receipt.changes());
        Change change = told.changes().get(0);
        assertThat(change.id()).isEqualTo("D000001-1");
        assertThat(change.kind()).isEqualTo(Change.Kind.ADDED);
        assertThat(change.before()).isEmpty();
        assertThat(change.after())
                .containsEntry("Industrial Group", "Utilities")
                .doesNotContainKey("Notes");
        assertThat(backups())
                .containsExactly(
                        "MasterSegmentationOverrides.csv.20261125T101500Z-D000000",
                        "MasterSegmentationOverrides.csv.20261125T101500Z-D000001");
    }

    @Test
    void nothingToChangeWritesNothing() throws IOException {
        Receipt receipt = decisions.store().change(ORIGIN, tables -> tables.table(GovernanceFiles.MERGES));

        assertThat(receipt.transaction()).isEmpty();
        assertThat(decisions.file(DecisionJournal.FILE)).doesNotExist();
        assertThat(decisions.file(GovernanceFiles.MERGES)).doesNotExist();
    }

    @Test
    void previewWritesNothing() throws IOException {
        List<Change> changes = decisions.store().preview(Decisions.regroup("COHERENT", "Utilities"));

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).before()).containsEntry("Industrial Group", "Manufacturing");
        assertThat(changes.get(0).after()).containsEntry("Industrial Group", "Utilities");
        assertThat(names()).containsExactly(GovernanceFiles.SEGMENTS);
    }

    @Test
    void fileThatIsAbsentIsMade() {
        decisions.store().change(ORIGIN, Decisions.website("ACME", "acme.com"));

        assertThat(decisions.text(GovernanceFiles.WEBSITES))
                .isEqualTo("Master Customer Name Canonical,Company Website\nACME,acme.com\n");
    }

    @Test
    void keepsTheLastVersions() throws IOException {
        for (int i = 0; i < 8; i++) {
            decisions.store().change(ORIGIN, Decisions.add("ACME " + i, "Utilities"));
        }

        assertThat(backups()).hasSize(5).last().asString().endsWith("-D000008");
        assertThat(Files.readString(folder.resolve(".backup").resolve(backups().get(4))))
                .isEqualTo(decisions.segments());
    }

    @Test
    void presentVersionIsKeptWhateverTheClockSays() throws IOException {
        for (int i = 0; i < 6; i++) {
            Clock earlier = Clock.offset(Decisions.CLOCK, Duration.ofHours(-i));
            new GovernanceStore(folder, StandardCharsets.UTF_8, 3, Duration.ZERO, earlier, new FileSteps())
                    .change(ORIGIN, Decisions.add("ACME " + i, "Utilities"));
        }

        assertThat(backups()).hasSize(3).anyMatch(name -> name.endsWith("-D000006"));
    }

    @Test
    void editFromOutsideIsWrittenDownFirst() {
        decisions.store().change(ORIGIN, Decisions.add("ACME", "Utilities"));
        decisions.write(
                GovernanceFiles.SEGMENTS,
                HEADER
                        + "HUNTINGTON,Utilities,Manual,\r\nBOLT,Construction,Manual,\r\nACME,Utilities,Batch-2026-11,\r\n");
        decisions.write(GovernanceFiles.WEBSITES, "Master Customer Name Canonical,Company Website\nBOLT,bolt.com\n");

        Receipt receipt = decisions.store().change(ORIGIN, Decisions.delete("BOLT"));

        assertThat(receipt.transaction()).isEqualTo("D000003");
        assertThat(receipt.notes()).hasSize(1).first().asString().contains("changed outside the program", "D000002");
        Transaction outside = decisions.transactions().get(1);
        assertThat(outside.origin().owner()).isEqualTo("outside");
        assertThat(outside.changes())
                .extracting(
                        Change::kind,
                        change -> GovernanceColumns.key(
                                change.file(), change.after().isEmpty() ? change.before() : change.after()))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Change.Kind.CHANGED, "HUNTINGTON / Manual"),
                        org.assertj.core.groups.Tuple.tuple(Change.Kind.ADDED, "BOLT / Manual"),
                        org.assertj.core.groups.Tuple.tuple(Change.Kind.DELETED, "COHERENT / Manual"),
                        org.assertj.core.groups.Tuple.tuple(Change.Kind.ADDED, "BOLT"));
        assertThat(decisions.journal().verify().ok()).isTrue();
    }

    @Test
    void editIsAppliedAnewWhereAnotherProgramWritesInBetween() {
        int[] calls = {0};
        Consumer<GovernanceTables> edit = tables -> {
            Decisions.add("ACME", "Utilities").accept(tables);
            if (calls[0]++ == 0) {
                decisions.write(GovernanceFiles.SEGMENTS, HEADER + "BOLT,Construction,Manual,\r\n");
            }
        };

        decisions.store().change(ORIGIN, edit);

        assertThat(calls[0]).isEqualTo(2);
        assertThat(decisions.segments())
                .isEqualTo(HEADER + "BOLT,Construction,Manual,\r\nACME,Utilities,Batch-2026-11,\r\n");
    }

    @Test
    void fileThatChangesAgainAndAgainIsNotOverwritten() throws IOException {
        int[] calls = {0};
        Consumer<GovernanceTables> edit = tables -> {
            Decisions.add("ACME", "Utilities").accept(tables);
            decisions.write(GovernanceFiles.SEGMENTS, HEADER + "BOLT " + calls[0]++ + ",Construction,Manual,\r\n");
        };

        assertThatThrownBy(() -> decisions.store().change(ORIGIN, edit))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("3 times");

        assertThat(calls[0]).isEqualTo(3);
        assertThat(decisions.segments()).isEqualTo(HEADER + "BOLT 2,Construction,Manual,\r\n");
        assertThat(names()).noneMatch(name -> name.endsWith(".new"));
    }

    @Test
    void changeBetweenJournalAndMoveIsNotOverwritten() {
        FileSteps steps = new FileSteps() {
            @Override
            public void append(Path file, byte[] bytes) throws IOException {
                super.append(file, bytes);
                if (!decisions.segments().contains("BOLT")) {
                    decisions.write(GovernanceFiles.SEGMENTS, HEADER + "BOLT,Construction,Manual,\r\n");
                }
            }
        };

        Receipt receipt = decisions.store(steps).change(ORIGIN, Decisions.add("ACME", "Utilities"));

        assertThat(decisions.segments())
                .isEqualTo(HEADER + "BOLT,Construction,Manual,\r\nACME,Utilities,Batch-2026-11,\r\n");
        List<Transaction> told = decisions.transactions();
        assertThat(told).hasSize(3);
        assertThat(told.get(0).effective()).isEmpty();
        assertThat(told.get(0).why()).contains("changed by another program");
        assertThat(told.get(1).origin().owner()).isEqualTo("outside");
        assertThat(receipt.transaction()).isEqualTo("D000003");
        assertThat(decisions.journal().verify().ok()).isTrue();
    }

    /** A file that another program holds open, as Windows has it. */
    private static FileSteps heldOpen(String name) {
        return new FileSteps() {
            @Override
            public void rename(Path from, Path to) throws IOException {
                if (to.getFileName().toString().equals(name)) {
                    throw new AccessDeniedException(to.toString());
                }
                super.rename(from, to);
            }
        };
    }

    @Test
    void newContentOfAFileThatIsHeldOpenGoesIntoASideFile() throws IOException {
        GovernanceStore store = decisions.store(heldOpen(GovernanceFiles.SEGMENTS));

        PendingChangeException held = catchThrowableOfType(
                PendingChangeException.class, () -> store.change(ORIGIN, Decisions.add("ACME", "Utilities")));

        Path side = folder.resolve("MasterSegmentationOverrides.pending-20261125T101500Z.csv");
        assertThat(held)
                .hasMessageContaining("Excel")
                .hasMessageContaining(side.toString())
                .hasMessageContaining("run the command again")
                .hasMessageContaining("D000001");
        assertThat(held.receipt().sideFile()).contains(side);
        assertThat(side).hasContent((HEADER + ROWS + "ACME,Utilities,Batch-2026-11,\r\n").replace("\r\n", "\n"));
        assertThat(decisions.segments()).isEqualTo(HEADER + ROWS);
        Transaction told = decisions.transactions().get(0);
        assertThat(told.effective()).isEmpty();
        assertThat(told.why()).contains(side.toString());
        assertThat(names()).noneMatch(name -> name.endsWith(".new"));

        Files.move(side, decisions.file(GovernanceFiles.SEGMENTS), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        decisions.store().change(ORIGIN, Decisions.add("BOLT", "Utilities"));
        assertThat(decisions.transactions().get(1).note()).contains("D000001 was put in place by hand");
        assertThat(decisions.journal().verify().ok()).isTrue();
    }

    @Test
    void filesPutInPlaceBeforeTheOneThatIsHeldOpenAreTold() {
        GovernanceStore store = decisions.store(heldOpen(GovernanceFiles.WEBSITES));

        assertThatThrownBy(() -> store.change(
                        ORIGIN,
                        Decisions.both(Decisions.add("ACME", "Utilities"), Decisions.website("ACME", "acme.com"))))
                .isInstanceOf(PendingChangeException.class)
                .hasMessageContaining(GovernanceFiles.SEGMENTS + " was written before");

        Transaction told = decisions.transactions().get(0);
        assertThat(told.effective()).extracting(Change::file).containsExactly(GovernanceFiles.SEGMENTS);
        assertThat(decisions.segments()).contains("ACME");
    }

    @Test
    void readOnlyFileIsLeftAlone() throws IOException {
        Files.setPosixFilePermissions(
                decisions.file(GovernanceFiles.SEGMENTS), PosixFilePermissions.fromString("r--r--r--"));

        assertThatThrownBy(() -> decisions.store().change(ORIGIN, Decisions.add("ACME", "Utilities")))
                .isInstanceOf(PendingChangeException.class)
                .hasMessageContaining("read-only")
                .hasMessageContaining("pending-");
        assertThat(decisions.segments()).isEqualTo(HEADER + ROWS);
    }

    @Test
    void keepsPermissionsAndLinks() throws IOException {
        Path real = Files.createDirectories(folder.resolve("shared")).resolve("decisions.csv");
        Files.move(decisions.file(GovernanceFiles.SEGMENTS), real);
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw----"));
        Files.createSymbolicLink(decisions.file(GovernanceFiles.SEGMENTS), real);

        decisions.store().change(ORIGIN, Decisions.add("ACME", "Utilities"));

        assertThat(decisions.file(GovernanceFiles.SEGMENTS)).isSymbolicLink();
        assertThat(real).content().contains("ACME");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void waitsForARunToEnd() throws Exception {
        FolderLock lock = FolderLock.take(folder, Instant.EPOCH);
        assertThatThrownBy(() -> decisions.store().change(ORIGIN, Decisions.add("ACME", "Utilities")))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid() + " since 1970-01-01T00:00:00Z");
        Thread other = new Thread(() -> {
            GovernanceStore store = new GovernanceStore(folder, StandardCharsets.UTF_8, Clock.systemUTC());
            store.change(ORIGIN, Decisions.add("ACME", "Utilities"));
        });
        other.start();
        Waiting.untilAThreadWaitsIn(FolderLock.class);
        assertThat(other.isAlive()).isTrue();
        lock.close();
        other.join();
        assertThat(decisions.segments()).contains("ACME");
    }

    @Test
    void folderThatIsMissingIsNotMade() {
        Path missing = folder.resolve("missing");
        GovernanceStore store = new GovernanceStore(missing, StandardCharsets.UTF_8, Decisions.CLOCK);

        assertThatThrownBy(() -> store.change(ORIGIN, Decisions.add("ACME", "Utilities")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("is no folder");
        assertThat(missing).doesNotExist();
    }

    @Test
    void onlyGovernanceFilesAreTables() {
        assertThatThrownBy(() -> decisions.store().change(ORIGIN, tables -> tables.table("../x.csv")
                        .append(Map.of("a", "b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
