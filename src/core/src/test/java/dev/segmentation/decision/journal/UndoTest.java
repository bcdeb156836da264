package dev.segmentation.decision.journal;

import static dev.segmentation.decision.journal.Decisions.HEADER;
import static dev.segmentation.decision.journal.Decisions.ORIGIN;
import static dev.segmentation.decision.journal.Decisions.ROWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.table.TableException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoTest {
    private static final Origin UNDO = new Origin("analyst-2", "undo", "");
    private static final Origin BY_HAND = new Origin("analyst-3", "decide", "");

    @TempDir
    private Path folder;

    private Decisions decisions;
    private GovernanceStore store;

    @BeforeEach
    void begin() {
        decisions = new Decisions(folder);
        store = decisions.store();
    }

    @Test
    void takesBackAWholeTransactionAndThatAsWell() {
        Consumer<GovernanceTables> all = Decisions.both(
                Decisions.both(Decisions.add("ACME", "Utilities"), Decisions.website("ACME", "acme.com")),
                Decisions.both(Decisions.regroup("COHERENT", "Utilities"), Decisions.delete("HUNTINGTON")));
        store.change(ORIGIN, all);
        String done = decisions.segments();

        Receipt receipt = store.undo("D000001", UNDO);

        assertThat(receipt.refused()).isEmpty();
        assertThat(receipt.changes())
                .hasSize(4)
                .allMatch(change -> change.undoes().size() == 1);
        assertThat(decisions.segments())
                .isEqualTo((HEADER + ROWS).replace("\"Financial Services\"", "Financial Services"));
        store.undo(receipt.transaction(), UNDO);
        assertThat(decisions.segments()).isEqualTo(done);
        store.undo("D000003", UNDO);
        assertThat(store.undo("D000001", UNDO).refused())
                .hasSize(4)
                .allMatch(refused -> refused.contains("was taken back already by D000002"));
        store.undo("D000004", UNDO);
        assertThat(decisions.segments()).isEqualTo(done);
        assertThat(store.undo("D000001", UNDO).changes()).hasSize(4);
        assertThat(decisions.journal().verify().ok()).isTrue();
    }

    @Test
    void takesBackOneChange() {
        store.change(ORIGIN, Decisions.both(Decisions.add("ACME", "Utilities"), Decisions.add("BOLT", "Utilities")));

        store.undo("D000001-2", UNDO);

        assertThat(decisions.segments()).contains("ACME").doesNotContain("BOLT");
        Receipt again = store.undo("D000001", UNDO);
        assertThat(again.refused())
                .containsExactly(
                        "D000001-2: BOLT / Batch-2026-11 in MasterSegmentationOverrides.csv was taken back already by"
                                + " D000002-1.");
        assertThat(decisions.segments()).isEqualTo(HEADER + ROWS);
    }

    @Test
    void rowThatChangedSinceIsRefusedAndTheOthersAreTakenBack() {
        store.change(ORIGIN, Decisions.both(Decisions.add("ACME", "Utilities"), Decisions.add("BOLT", "Utilities")));
        store.change(BY_HAND, Decisions.regroup("ACME", "Construction"));

        Receipt receipt = store.undo("D000001", UNDO);

        assertThat(receipt.refused())
                .containsExactly(
                        "D000001-1: ACME / Batch-2026-11 in MasterSegmentationOverrides.csv was changed since by D000002-1"
                                + " (analyst-3); take that back first.");
        assertThat(decisions.segments()).contains("ACME,Construction").doesNotContain("BOLT");
    }

    @Test
    void deletedRowThatWasWrittenAnewIsRefused() {
        store.change(ORIGIN, Decisions.delete("COHERENT"));
        store.change(BY_HAND, tables -> tables.table(GovernanceFiles.SEGMENTS)
                .append(java.util.Map.of(
                        Decisions.NAME, "COHERENT", Decisions.GROUP, "Utilities", "Source", "Manual")));

        Receipt receipt = store.undo("D000001", UNDO);

        assertThat(receipt.transaction()).isEmpty();
        assertThat(receipt.refused()).hasSize(1).first().asString().contains("was written anew since by D000002-1");
    }

    @Test
    void takesBackABatchByItsName() {
        store.change(ORIGIN, Decisions.add("ACME", "Utilities"));
        store.change(BY_HAND, Decisions.add("CRANE", "Construction"));
        store.change(ORIGIN, Decisions.regroup("ACME", "Construction"));

        Receipt preview = store.previewUndo("batch-2026-11");
        assertThat(preview.changes()).hasSize(1);
        assertThat(preview.changes().get(0).undoes()).containsExactly("D000003-1", "D000001-1");
        Receipt receipt = store.undo("Batch-2026-11", UNDO);

        assertThat(receipt.refused()).isEmpty();
        assertThat(decisions.segments()).contains("CRANE").doesNotContain("ACME");
        assertThat(store.undo("Batch-2026-11", UNDO).transaction()).isEmpty();
        store.undo(receipt.transaction(), UNDO);
        assertThat(decisions.segments()).contains("ACME,Construction");
        assertThat(store.undo("Batch-2026-11", UNDO).refused()).isEmpty();
        assertThat(decisions.segments()).doesNotContain("ACME");
    }

    @Test
    void rowsThatWereDeletedTogetherComeBackInTheirOrder() {
        String rows = "A,Utilities,Manual,\nB,Utilities,Manual,\nC,Utilities,Manual,\nD,Utilities,Manual,\n";
        decisions.write(GovernanceFiles.SEGMENTS, HEADER + rows);
        store.change(ORIGIN, Decisions.both(Decisions.delete("B"), Decisions.delete("C")));

        store.undo("D000001", UNDO);

        assertThat(decisions.segments().lines().map(line -> line.substring(0, 1)))
                .isEqualTo(List.of("M", "A", "B", "C", "D"));
    }

    @Test
    void editFromOutsideCanBeTakenBack() {
        store.change(ORIGIN, Decisions.add("ACME", "Utilities"));
        decisions.write(GovernanceFiles.SEGMENTS, decisions.segments().replace("Manufacturing", "Energy Services"));

        assertThat(store.undo("D000001", UNDO).transaction()).isEqualTo("D000003");
        store.undo("D000002", UNDO);

        assertThat(decisions.segments()).isEqualTo(HEADER + ROWS);
    }

    @Test
    void unknownNameIsRefused() {
        assertThatThrownBy(() -> store.undo("D000009", UNDO))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("D000009");
    }
}
