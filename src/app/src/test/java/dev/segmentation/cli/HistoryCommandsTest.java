package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.journal.DecisionJournal;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.table.edit.EditableTable;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandsTest {
    private static final String NAME = "Master Customer Name Canonical";

    @TempDir
    private static Path shared;

    private static Path output;

    @TempDir
    private Path temp;

    private Path input;
    private GovernanceStore store;
    private String master;

    @BeforeAll
    static void oneRun() {
        output = shared.resolve("output");
        Path people = shared.resolve("people");
        Folders.copy(Golden.FOLDER.resolve("people/input"), people);
        Call call = Call.of("run", "--input", people, "--output", output, "--rules", Golden.RULES, "--quiet");
        assertThat(call.code()).isZero();
    }

    @BeforeEach
    void decide() throws IOException {
        input = Files.createDirectory(temp.resolve("input"));
        store = new GovernanceStore(
                input, StandardCharsets.UTF_8, Clock.fixed(Golden.CLOCK.instant(), Golden.CLOCK.getZone()));
        master = canonical();
        Origin batch = new Origin("analyst-1", "import-batch", "Batch-2026-11.md");
        store.change(batch, tables -> {
            EditableTable table = tables.table(GovernanceFiles.SEGMENTS);
            table.append(Map.of(NAME, master, "Industrial Group", "Utilities", "Source", "Batch-2026-11"));
            table.append(Map.of(NAME, "SOMEBODY ELSE", "Industrial Group", "Utilities", "Source", "Batch-2026-11"));
        });
        store.change(new Origin("analyst-2", "decide", ""), tables -> {
            EditableTable table = tables.table(GovernanceFiles.SEGMENTS);
            table.replace(table.rows().get(0), Map.of("Industrial Group", "Construction"));
        });
    }

    /** Some master of the run. */
    private static String canonical() {
        String[] cells =
                Folders.lines(output.resolve("CustomerMasterMap.csv")).get(1).split(",");
        return cells[4];
    }

    private Call call(Object... words) {
        Object[] folders = {"--input", input, "--output", output, "--rules", Golden.RULES};
        return Call.of(
                Stream.concat(Arrays.stream(words), Arrays.stream(folders)).toArray());
    }

    @Test
    void historyTellsWhoDecidedWhatNewestLast() {
        Call call = call("history");

        assertThat(call.code()).isZero();
        assertThat(call.out().lines())
                .containsSubsequence(
                        "2026-02-03T04:05:06Z  D000001  analyst-1  import-batch (Batch-2026-11.md)",
                        "  + D000001-1  MasterSegmentationOverrides.csv  " + master + " / Batch-2026-11",
                        "2026-02-03T04:05:06Z  D000002  analyst-2  decide",
                        "  ~ D000002-1  MasterSegmentationOverrides.csv  " + master + " / Batch-2026-11",
                        "      Industrial Group: Utilities → Construction");
        assertThat(call.err()).isEmpty();
    }

    @Test
    void historyOfAMasterIsFoundByAnySpellingAndById() throws IOException {
        Call call = call("history", master.toLowerCase(java.util.Locale.ROOT) + " inc");

        assertThat(call.code()).isZero();
        assertThat(call.out()).startsWith(master + "  [M").contains("D000002-1").doesNotContain("SOMEBODY ELSE");
        String id = call.out().replaceFirst("(?s).*?\\[(M\\w+)].*", "$1");
        Files.writeString(
                input.resolve("MasterMergeOverrides.csv"),
                "Alias Canonical,Master Canonical\nSOMETHING," + master + "\n");
        Call byId = call("history", id);
        assertThat(byId.out()).isEqualTo(call.out());

        JsonNode json =
                new ObjectMapper().readTree(call("history", id, "--json").out());
        assertThat(json.get("masterId").asText()).isEqualTo(id);
        assertThat(json.get("entries")).hasSize(2);
        assertThat(json.get("entries")
                        .get(1)
                        .get("changes")
                        .get(0)
                        .get("after")
                        .get("Industrial Group")
                        .asText())
                .isEqualTo("Construction");
    }

    @Test
    void historyHoldsWhatRunsDidToTheMaster() throws IOException {
        Path other = Files.createDirectory(temp.resolve("output"));
        Files.writeString(
                other.resolve("MasterHistory.csv"),
                "Run Id,Time,Master Id,Event,From,To,Keys\n"
                        + "R1,2026-01-01T00:00:00Z,MABC,renamed,OLD NAME,NEW NAME,x\n"
                        + "R2,2026-03-01T00:00:00Z,MXYZ,merged into,OTHER,MABC NEW NAME,x\n"
                        + "R2,2026-03-01T00:00:00Z,MQQQ,gone,QUITE OTHER,,x\n");

        Call call = Call.of("history", "MABC", "--input", input, "--output", other, "--rules", Golden.RULES);

        assertThat(call.out())
                .contains("in no run of this output folder", "master MABC renamed: OLD NAME → NEW NAME")
                .contains("master MXYZ merged into: OTHER → MABC NEW NAME")
                .doesNotContain("QUITE OTHER");
    }

    @Test
    void historyOfOneTransaction() {
        assertThat(call("history", "D000001").out()).contains("D000001-2").doesNotContain("D000002");
        assertThat(call("history", "D000099").code()).isEqualTo(3);
        assertThat(call("history", "nobody at all").out()).contains("Nothing is written down about it.");
    }

    @Test
    void verifyFindsALineThatWasChanged() throws IOException {
        assertThat(call("history", "--verify").out()).contains("is whole: 2 transactions in 7 lines");
        Path journal = input.resolve(DecisionJournal.FILE);
        Files.writeString(journal, Files.readString(journal).replaceFirst("Utilities", "Commercial"));

        Call call = call("history", "--verify");

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out()).contains("DecisionJournal.jsonl:2: its checksum does not follow");
    }

    @Test
    void undoTakesBackAndTellsWhatItCannot() throws IOException {
        Call dry = call("undo", "D000001", "--dry-run");
        assertThat(dry.code()).isEqualTo(1);
        assertThat(dry.out()).contains("- MasterSegmentationOverrides.csv  SOMEBODY ELSE", "nothing was written");
        assertThat(dry.err()).contains("Refused: D000001-1: " + master, "changed since by D000002-1 (analyst-2)");

        Call undo = call("undo", "d000002", "--owner", "analyst-9", "--json");
        assertThat(undo.code()).isZero();
        JsonNode json = new ObjectMapper().readTree(undo.out());
        assertThat(json.get("transaction").asText()).isEqualTo("D000003");
        assertThat(json.get("changes").get(0).get("undoes").get(0).asText()).isEqualTo("D000002-1");

        assertThat(call("undo", "Batch-2026-11").code()).isZero();
        assertThat(Folders.lines(input.resolve(GovernanceFiles.SEGMENTS))).hasSize(1);
        assertThat(call("history").out()).contains("D000003  analyst-9  undo", "takes back D000002-1", "D000004");
        assertThat(call("undo", "Batch-2026-11").out()).contains("Nothing to take back.");
        assertThat(call("undo", "D000099").code()).isEqualTo(3);
        assertThat(call("undo").code()).isEqualTo(2);
    }

    @Test
    void inputFolderMustBeThere() {
        Call call = Call.of("history", "--input", temp.resolve("missing"), "--output", output);
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("is no folder");
    }
}
