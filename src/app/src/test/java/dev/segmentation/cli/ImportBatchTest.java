package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What importing a batch does to the decisions that there are, and what it tells. */
class ImportBatchTest extends AnalystFolder {
    @Test
    void theSameBatchAgainChangesNothing() throws IOException {
        Path batch = batch(
                "Batch-1.md",
                "## Utilities",
                "| Customer | Method |",
                "|---|---|",
                "| QUORVAX | Rule-Based |",
                "| NOBODY KNOWN | Heuristic |");
        call("import-batch", batch);
        List<String> before = segments();

        Call again = call("import-batch", batch);

        assertThat(again.out()).contains("0 new, 0 changed, 2 unchanged");
        assertThat(segments()).isEqualTo(before);
    }

    @Test
    void whatWasEditedInABatchIsChangedAndSaysWhatItReplaces() throws IOException {
        call(
                "import-batch",
                batch(
                        "Batch-1.md",
                        "## Utilities",
                        "| Customer | Industry Detail |",
                        "|---|---|",
                        "| QUORVAX | Gas |",
                        "| ZEPPERIN | Gas |"));

        Call edited =
                call("import-batch", batch("Batch-1.md", "## Construction", "| Customer |", "|---|", "| QUORVAX |"));

        assertThat(edited.out())
                .contains(
                        "0 new, 1 changed, 0 unchanged",
                        "QUORVAX: Construction instead of Utilities of Batch-1 (line 2)")
                .contains("No longer in the file, and kept: ZEPPERIN");
        assertThat(segments()).hasSize(3);
        assertThat(segments().get(1)).contains(",Construction,Gas,");
    }

    @Test
    void aLaterBatchReplacesAnEarlierOneAndManualDecisionsOutrankBoth() throws IOException {
        call(
                "import-batch",
                batch("Batch-1.md", "## Utilities", "| Customer |", "|---|", "| QUORVAX |", "| ZEPPERIN |"));
        Path file = folder.resolve("input").resolve(SEGMENTS);
        List<String> rows = new ArrayList<>(segments());
        rows.add("ZEPPERIN,,Construction,,,,,,Final,Manual,kim,2026-01-01,seen on site,");
        Files.write(file, rows);

        Call later = call(
                "import-batch",
                batch("Batch-2.md", "## Manufacturing", "| Customer |", "|---|", "| QUORVAX |", "| ZEPPERIN |"));

        assertThat(later.out())
                .contains("QUORVAX: Manufacturing instead of Utilities of Batch-1")
                .contains("Outranked by decisions made by hand: 1", "ZEPPERIN: Construction of Manual (line 4) counts");
        call("run");
        assertThat(row("QUORVAX")).contains(",Manufacturing,");
        assertThat(row("ZEPPERIN")).contains(",Construction,");
    }

    @Test
    void twoSpellingsOfOneMasterAreOneDecision() throws IOException {
        Call call = call(
                "import-batch",
                batch(
                        "Batch-1.md",
                        "## Utilities",
                        "| Customer |",
                        "|---|",
                        "| QUORVAX / QUORVAX LLC |",
                        "",
                        "## Construction",
                        "| Customer |",
                        "|---|",
                        "| QUORVAX INC. |"));

        assertThat(segments()).hasSize(2);
        assertThat(call.out())
                .contains("1 duplicate")
                .contains("Batch-1.md:9: QUORVAX INC.: stands in line 4 already, as Utilities");
    }

    @Test
    void aNameThatNoMasterBearsIsKeptAndTheNearestAreNamed() throws IOException {
        Call call = call(
                "import-batch",
                batch("Batch-1.md", "## Utilities", "| Customer |", "|---|", "| BRINDLEMOOR HOLDINGS TRUST III |"));

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("No present master: 1", "nearest: BRINDLEMOOR");
        assertThat(segments().get(1)).startsWith("BRINDLEMOOR HOLDINGS TRUST III,,Utilities");
    }

    @Test
    void aDryRunShowsTheChangesAndWritesNothing() throws IOException {
        Call call = call(
                "import-batch",
                "--dry-run",
                batch("Batch-1.md", "## Utilities", "| Customer |", "|---|", "| QUORVAX |"));

        assertThat(call.out()).contains("nothing was written (--dry-run)", "+ QUORVAX: Utilities");
        assertThat(folder.resolve("input").resolve(SEGMENTS)).doesNotExist();
        assertThat(folder.resolve("input/DecisionJournal.jsonl")).doesNotExist();
    }

    @Test
    void linesThatAreNotUnderstoodAreListedByFileAndLine() {
        Call call = call("import-batch", batch("Batch-1.md", "## Gizmos", "| Customer |", "|---|", "| QUORVAX |"));

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out())
                .contains("0 decided, 0 queued, 0 duplicate, 1 not understood")
                .contains("Batch-1.md:4: QUORVAX: the heading \"Gizmos\" names no known group");
    }

    @Test
    void filesThatAreNoBatchesAreRefusedByName() {
        assertThat(call("import-batch", folder.resolve("none.md")).err()).contains("none.md does not exist");
        assertThat(call("import-batch", folder).err()).contains("is no file");
        assertThat(call("import-batch", folder.resolve("*.md")).err()).contains("No file matches");
        assertThat(call("import-batch").code()).isEqualTo(2);
        Path one = Folders.write(folder.resolve("a/Batch.md"), List.of("x"));
        Path two = Folders.write(folder.resolve("b/Batch.md"), List.of("x"));
        Call twins = call("import-batch", one, two);
        assertThat(twins.code()).isEqualTo(3);
        assertThat(twins.err()).contains("Two of the files make a batch called Batch");
    }

    @Test
    void patternsStandForSeveralFiles() {
        batch("Batch-1.md", "## Utilities", "| Customer |", "|---|", "| QUORVAX |");
        batch("Batch-2.md", "## Utilities", "| Customer |", "|---|", "| ZEPPERIN |");

        assertThat(call("import-batch", "--input-md", folder.resolve("Batch*.md"))
                        .out())
                .contains("Batch-1.md: 1 name\n", "Batch-2.md: 1 name\n");
    }

    @Test
    void aNameWithoutItsMiddleThatFitsNoMasterIsOneRowHoweverOftenItIsImported() throws IOException {
        Path batch = batch(
                "Batch-1.md",
                "## Utilities",
                "| Customer |",
                "|---|",
                "| GREENFIELD … TRUST |",
                "| HARBORVIEW... LP |");
        call("import-batch", batch);
        List<String> before = segments();

        Call again = call("import-batch", batch);

        assertThat(again.out()).contains("0 new, 0 changed, 2 unchanged");
        assertThat(segments()).isEqualTo(before).hasSize(3);
        assertThat(before.get(1)).startsWith("GREENFIELD … TRUST,,");
    }

    @Test
    void theBeginningOfANameAloneFindsNoMaster() throws IOException {
        call("import-batch", batch("Batch-1.md", "## Utilities", "| Customer |", "|---|", "| MELROSE… |"));

        assertThat(segments().get(1)).startsWith("MELROSE…,,");
    }

    @Test
    void aNameThatPeopleKeepApartFromAMasterIsNeverTakenForIt() throws IOException {
        Folders.write(
                folder.resolve("input/MasterMergeOverrides.csv"),
                List.of(
                        "Alias Canonical,Master Canonical,Judgement",
                        "BRINDLEMOOR HOLDING,BRINDLEMOOR HOLDINGS,never"));
        Path batch = batch("Batch-1.md", "## Utilities", "| Customer |", "|---|", "| BRINDLEMOOR HOLDING |");

        Call call = call("import-batch", batch);

        assertThat(segments().get(1)).startsWith("BRINDLEMOOR HOLDING,,");
        assertThat(call.out()).doesNotContain("BRINDLEMOOR HOLDINGS");
    }

    @Test
    void anIdAndANameOfTwoMastersAreTold() throws IOException {
        String id = row("ZEPPERIN").replaceFirst(".*,", "");
        Path batch = batch(
                "Batch-1.md",
                "## Utilities",
                "| Customer | Master Id |",
                "|---|---|",
                "| BRINDLEMOOR HOLDINGS | " + id + " |");

        Call call = call("import-batch", batch);

        assertThat(call.out()).contains("its id means ZEPPERIN and its name BRINDLEMOOR HOLDINGS; the id counts");
    }

    @Test
    void aNewDateAndANewGroupChangeTheirRowAndTheReasonWithIt() throws IOException {
        String head = "| Customer | Date |";
        call("import-batch", batch("Batch-1.md", "## Utilities", head, "|---|---|", "| QUORVAX | 2026-01-01 |"));
        call("import-batch", batch("Batch-1.md", "## Utilities", head, "|---|---|", "| QUORVAX | 2026-02-01 |"));

        assertThat(segments().get(1)).contains(",2026-02-01,listed under Utilities");

        call("import-batch", batch("Batch-1.md", "## Construction", head, "|---|---|", "| QUORVAX | 2026-02-01 |"));

        assertThat(segments()).hasSize(2);
        assertThat(segments().get(1)).contains(",Construction,", ",2026-02-01,listed under Construction");
    }

    @Test
    void signsThatSteerATerminalAreNotPrinted() {
        Path batch = batch("Batch-1.md", "## Utilities", "| Customer |", "|---|", "| EVIL \u001B[31mRED\u0007 |");

        Call call = call("import-batch", batch, "--verbose");

        assertThat(call.out()).contains("EVIL").doesNotContain("\u001B", "\u0007");
    }

    @Test
    void decisionsAboutMastersThatWereTakenTogetherSinceAreNotOverwritten() throws IOException {
        Path batch = batch(
                "Batch-1.md",
                "## Utilities",
                "| Customer |",
                "|---|",
                "| ZEPPERIN |",
                "",
                "## Construction",
                "| Customer |",
                "|---|",
                "| TALLOWAY KRINST |");
        call("import-batch", batch);
        List<String> before = segments();
        Folders.write(
                folder.resolve("input/ManualOverrides.csv"),
                List.of("Customer Key,Manual Master Name", "4,Talloway Krinst", "6,Talloway Krinst"));
        call("run");

        Call again = call("import-batch", batch);

        assertThat(again.out()).contains("1 duplicate", "0 new, 0 changed, 1 unchanged");
        assertThat(segments()).isEqualTo(before);
    }
}
