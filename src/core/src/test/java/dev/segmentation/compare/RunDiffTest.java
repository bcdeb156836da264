package dev.segmentation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.segmentation.history.Snapshot;
import dev.segmentation.testkit.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two small runs, and everything that can become of a master. */
class RunDiffTest {
    @TempDir
    private Path temp;

    /** Tables of a run from {@code key master group} rows; the canonical name of a master is its id behind a name. */
    private Snapshot run(String name, boolean classified, String... rows) {
        Path folder = temp.resolve(name);
        List<String> map = new ArrayList<>(
                List.of("Customer Key,Original Name,Master Customer Name,Master Customer Name Canonical,Master Id"));
        Map<String, String> masters = new LinkedHashMap<>();
        for (String row : rows) {
            String[] cells = row.split(" ");
            String[] master = cells[1].split(":");
            String canonical = master[master.length - 1];
            map.add(cells[0] + ",name " + cells[0] + ",Master " + canonical + "," + canonical + "," + master[0]);
            masters.put(master[0], cells[2]);
        }
        Folders.write(folder.resolve("CustomerMasterMap.csv"), map);
        if (classified) {
            List<String> table = new ArrayList<>(List.of("Master Id,Industrial Group,Method,Rule Id,Rationale"));
            masters.forEach((id, group) -> table.add(id + "," + group + ",Rule-Based,R-" + group + ",because"));
            Folders.write(folder.resolve("MasterCustomerSegmentation.csv"), table);
        }
        return new Snapshot(folder, name, true);
    }

    private DiffReport diff(List<String> before, List<String> after) {
        return RunDiff.between(
                run("before", true, before.toArray(String[]::new)), run("after", true, after.toArray(String[]::new)));
    }

    @Test
    void sameRunHasNoDifference() {
        DiffReport report = diff(List.of("1 A Energy", "2 B Utilities"), List.of("2 B Utilities", "1 A Energy"));
        assertThat(report.same()).isTrue();
        assertThat(report.notes()).isEmpty();
        assertThat(ChangePage.of(report)).contains("0 in another group").doesNotContain("<table");
    }

    @Test
    void masterInAnotherGroupIsToldWithBothRulesMostKeysFirst() {
        DiffReport report = diff(
                List.of("1 A Energy", "2 B Energy", "3 B Energy", "4 C Utilities"),
                List.of("1 A Utilities", "2 B Utilities", "3 B Utilities", "4 C Energy"));
        assertThat(report.regrouped())
                .extracting(DiffReport.Regrouped::masterId)
                .containsExactly("B", "A", "C");
        assertThat(report.regrouped().get(0))
                .isEqualTo(new DiffReport.Regrouped(
                        "B",
                        "Master B",
                        2,
                        new DiffReport.Side("Energy", "Rule-Based", "R-Energy", "because"),
                        new DiffReport.Side("Utilities", "Rule-Based", "R-Utilities", "because")));
        assertThat(report.moves())
                .containsExactly(
                        new DiffReport.Move("Energy", "Utilities", 2, 3),
                        new DiffReport.Move("Utilities", "Energy", 1, 1));
        assertThat(report.groups())
                .contains(
                        new DiffReport.GroupCount("Utilities", 1, 2, 1, 3),
                        new DiffReport.GroupCount("Energy", 2, 1, 3, 1));
        assertThat(report.keys()).isEqualTo(new DiffReport.Keys(4, 4, 0, 0, 0));
    }

    @Test
    void mergedSplitNewAndGoneMastersAreToldApart() {
        DiffReport report = diff(
                List.of("1 A x", "2 A x", "3 B x", "4 C x", "5 C x", "6 C x", "7 D x"),
                List.of("1 A x", "2 A x", "3 A x", "4 C x", "5 C x", "6 E x", "8 F x"));
        assertThat(report.merged()).containsExactly(new DiffReport.Successor("B", "Master B", "A", "Master A", 1));
        assertThat(report.split()).containsExactly(new DiffReport.Successor("E", "Master E", "C", "Master C", 1));
        assertThat(report.gone()).containsExactly(new DiffReport.Single("D", "Master D", "x", 1));
        assertThat(report.fresh()).containsExactly(new DiffReport.Single("F", "Master F", "x", 1));
        assertThat(report.renamed()).isEmpty();
        assertThat(report.keys()).isEqualTo(new DiffReport.Keys(7, 7, 1, 1, 2));
        assertThat(report.rehomed())
                .extracting(DiffReport.Rehomed::fromId, DiffReport.Rehomed::toId, r -> r.keys()
                        .get(0)
                        .key())
                .containsExactly(tuple("B", "A", "3"), tuple("C", "E", "6"));
    }

    @Test
    void masterUnderAnotherNameOrIdIsRenamedAndItsGroupCompared() {
        DiffReport report =
                diff(List.of("1 A:OLD x", "2 B x", "3 B x", "4 B x"), List.of("1 A:NEW x", "2 C y", "3 C y", "4 D x"));
        assertThat(report.renamed())
                .containsExactly(
                        new DiffReport.Renamed("C", "B", "B", "C", 2),
                        new DiffReport.Renamed("A", "A", "OLD", "NEW", 1));
        assertThat(report.regrouped())
                .extracting(DiffReport.Regrouped::masterId)
                .containsExactly("C");
        assertThat(report.merged()).isEmpty();
        assertThat(report.split()).containsExactly(new DiffReport.Successor("D", "Master D", "B", "Master B", 1));
        assertThat(report.keys().rehomed()).isEqualTo(1);
    }

    @Test
    void runThatOnlyDedupedIsComparedByItsMasters() {
        DiffReport report =
                RunDiff.between(run("before", false, "1 A -", "2 B -"), run("after", true, "1 A Energy", "2 A Energy"));
        assertThat(report.merged()).hasSize(1);
        assertThat(report.groups()).isEmpty();
        assertThat(report.regrouped()).isEmpty();
        assertThat(report.notes()).anyMatch(note -> note.contains("only deduped"));
    }

    @Test
    void tableThatWasEditedLaterIsNoted() {
        Snapshot before = run("before", true, "1 A Energy");
        Folders.write(before.folder().resolve("manifest.json"), List.of("{\"run\": \"before\", \"outputs\": {}}"));
        assertThat(RunDiff.between(before, run("after", true, "1 A Energy")).notes())
                .hasSize(2)
                .allMatch(note -> note.contains("was changed after the run wrote it"));
    }

    @Test
    void pageEscapesWhatStrangersNamed() {
        DiffReport report = diff(List.of("1 A Energy"), List.of("1 A Utilities", "2 <b>&B Energy"));
        assertThat(ChangePage.of(report)).contains("&lt;b&gt;&amp;B").doesNotContain("<b>&B");
    }
}
