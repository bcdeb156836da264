package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.Folders;
import dev.segmentation.run.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of an analyst on the command line: run, worklist, batch, import, reconcile, and what may go wrong between. */
class BatchMonthTest {
    private static final String SEGMENTS = "MasterSegmentationOverrides.csv";
    private static final String HEADER =
            "Master Customer Name Canonical,Master Id,Industrial Group,Industry Detail,NAICS,"
                    + "Method,Support Category,Company Website,Status,Source,Owner,Date,Reason,Notes";
    private static final List<String> CUSTOMERS = List.of(
            "Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)",
            "1,A1,QUORVAX LLC,ERP,2026-01-03",
            "2,A2,QUORVAX INC.,ERP,2026-01-04",
            "3,A3,BRINDLEMOOR HOLDINGS,ERP,2026-01-05",
            "4,A4,ZEPPERIN,ERP,2025-11-01",
            "5,A5,MELROSE PLACE ASSOCIATES GP,ERP,2025-11-01",
            "6,A6,TALLOWAY KRINST,ERP,2024-01-01");

    @TempDir
    private Path folder;

    @TempDir
    private static Path rules;

    @BeforeAll
    static void rules() throws IOException {
        Folders.copy(TestRun.RULES, rules);
        for (String table : List.of("batch-headings.csv", "batch-columns.csv", "legacy-segments.csv")) {
            Files.copy(
                    Path.of("rules/common", table),
                    rules.resolve("common").resolve(table),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @BeforeEach
    void firstRun() {
        customers(CUSTOMERS);
        assertThat(call("run").code()).isZero();
    }

    @Test
    void rulesBehindASymbolicLinkCount() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), rules);

        Call plain = call("run", "--json");
        Call linked = Call.of(
                "run",
                "--json",
                "--input",
                folder.resolve("input"),
                "--output",
                folder.resolve("output"),
                "--rules",
                link);

        assertThat(linked.code()).isZero();
        assertThat(linked.out().replaceAll("(?s).*\"groups\"|\"changes\".*", ""))
                .isEqualTo(plain.out().replaceAll("(?s).*\"groups\"|\"changes\".*", ""));
    }

    private void customers(List<String> lines) {
        Folders.write(folder.resolve("input/CustomerLastBillingDate.csv"), lines);
    }

    private Call call(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--input", folder.resolve("input"), "--output", folder.resolve("output"), "--rules", rules));
        return Call.of(all.toArray());
    }

    private Path batch(String name, String... lines) {
        return Folders.write(folder.resolve(name), List.of(lines));
    }

    private List<String> segments() throws IOException {
        Path file = folder.resolve("input").resolve(SEGMENTS);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private String row(String canonical) throws IOException {
        return Files.readAllLines(folder.resolve("output/MasterCustomerSegmentation.csv")).stream()
                .filter(line -> line.contains("," + canonical + ","))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void decisionsOfABatchOutrankTheRulesFromTheNextRunOn() throws IOException {
        Path batch = batch(
                "Batch-1.md",
                "## Manufacturing (includes defense)",
                "",
                "| Customer | Industry Detail | NAICS | Method | Domain |",
                "|---|---|---|---|---|",
                "| Quorvax (all locations) | Pumps | 333914 | Entity Inference | https://www.Quorvax.com/about |",
                "| MELROSE PLACE … GP | Presses | 3335 | AI-Assisted Search | — |");

        Call call = call("import-batch", "--input-md", batch, "--owner", "pat");

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("1 decided, 1 queued, 0 duplicate, 0 not understood", "2 new");
        assertThat(segments()).hasSize(3).first().isEqualTo(HEADER);
        assertThat(segments().get(1))
                .startsWith("QUORVAX,M")
                .contains(
                        ",Manufacturing,Pumps,333914,Entity Inference,,quorvax.com,Final,Batch-1,pat,",
                        "all locations");
        assertThat(segments().get(2))
                .startsWith("MELROSE PLACE ASSOCIATES GP,M")
                .contains(",Queued,Batch-1,");
        assertThat(call("run").code()).isZero();
        assertThat(row("QUORVAX")).contains("Manufacturing,Pumps,333914,Entity Inference,High", "quorvax.com");
    }

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
    void theNextBatchIsFilledInAndReadBack() throws IOException {
        Call next = call("next-batch", "3", "--name", "Batch-next");
        assertThat(next.code()).isZero();
        Path md = folder.resolve("output/Batch-next.md");
        assertThat(folder.resolve("output/Batch-next.xlsx")).exists();
        List<String> lines = Files.readAllLines(md);
        int first = lines.indexOf("## To decide") + 4;
        assertThat(lines.get(first)).startsWith("| Quorvax | M");
        lines.set(first, lines.get(first).replaceFirst("\\| \\|", "| Utilities |"));
        Files.write(md, lines);

        Call call = call("import-batch", "--input-md", md);

        assertThat(call.out()).contains("1 decided, 0 queued, 0 duplicate, 0 not understood, 2 left open");
        assertThat(segments().get(1)).startsWith("QUORVAX,M").contains(",Utilities,", ",Batch-next,");
        assertThat(call("next-batch", "3", "--name", "Batch-next").out())
                .contains("Batch-next-2.md")
                .doesNotContain("Quorvax");
    }

    @Test
    void aWorklistAsWorkbookIsReadBack() throws IOException {
        call("next-batch", "2", "--format", "xlsx", "--name", "Batch-x");
        Path workbook = folder.resolve("output/Batch-x.xlsx");
        Workbooks.set(
                workbook, 1, "Industrial Group", "Construction", "NAICS", "0236", "Company Website", "quorvax.com");

        Call call = call("import-batch", "--input-xlsx", workbook);

        assertThat(call.out())
                .contains("Batch-x.xlsx: 2 names", "1 decided")
                .doesNotContain("no such column is known", "the sheet is not read");
        assertThat(segments().get(1))
                .startsWith("QUORVAX,M")
                .contains(",Construction,,0236,,,quorvax.com,Final,Batch-x,");
        assertThat(call("undo", "Batch-x").code()).isZero();
        assertThat(segments()).containsExactly(HEADER);
    }

    @Test
    void decisionsFollowMastersThatWereRenamedOrTakenOver() throws IOException {
        call(
                "import-batch",
                batch(
                        "Batch-1.md",
                        "## Utilities",
                        "| Customer |",
                        "|---|",
                        "| ZEPPERIN |",
                        "| BRINDLEMOOR HOLDINGS |"));
        Folders.write(
                folder.resolve("input/ManualOverrides.csv"),
                List.of("Customer Key,Manual Master Name", "4,Zepperin Worldwide", "3,Quorvax"));
        call("run");

        Call dry = call("reconcile", "--dry-run");
        Call call = call("reconcile");

        assertThat(dry.out()).contains("ZEPPERIN is now ZEPPERIN WORLDWIDE", "nothing was written");
        assertThat(call.code()).isZero();
        assertThat(segments().get(1)).startsWith("ZEPPERIN WORLDWIDE,M");
        assertThat(segments().get(2)).startsWith("QUORVAX,M");
        assertThat(call("reconcile").out()).contains("0 keyed anew");
    }

    @Test
    void whatFitsNoMasterIsReportedAndNeverGuessed() throws IOException {
        Folders.write(
                folder.resolve("input").resolve(SEGMENTS),
                List.of(
                        HEADER,
                        "BRINDLEMOOR HOLDINGS TRUST II,,Utilities,,,,,,Final,Manual,kim,2026-01-01,,",
                        "QUORVAX,,Utilities,,,,,,Final,Batch-1,kim,2026-01-01,,",
                        "QUORVAX,,Construction,,,,,,Final,Batch-2,kim,2026-01-02,,",
                        "QUORVAX,,Manufacturing,,,,,,Final,Manual,kim,2026-01-02,,",
                        "ZEPPERIN,,Construction,,,,,,Draft,Manual,kim,2020-01-02,,"));

        Call call = call("reconcile");

        assertThat(call.out())
                .contains("BRINDLEMOOR HOLDINGS TRUST II: no present master has this name; nearest: BRINDLEMOOR")
                .contains(SEGMENTS + ":3: QUORVAX: replaced by Construction of Batch-2 (line 4)")
                .contains(SEGMENTS + ":4: QUORVAX: outranked by Manufacturing of Manual (line 5)")
                .contains(SEGMENTS + ":6: ZEPPERIN: Draft since 2020-01-02");
        List<String> report = Files.readAllLines(folder.resolve("output/OverrideMismatchReport.csv"));
        assertThat(report.get(0))
                .isEqualTo("File,Line,Master Customer Name Canonical,Problem,Nearest Master 1,Score 1,Nearest Master 2,"
                        + "Score 2,Nearest Master 3,Score 3");
        assertThat(report.get(1))
                .startsWith(SEGMENTS + ",2,BRINDLEMOOR HOLDINGS TRUST II,")
                .contains(",BRINDLEMOOR HOLDINGS,0.");
        assertThat(segments().get(1)).startsWith("BRINDLEMOOR HOLDINGS TRUST II,,");
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
    void decisionsOfAMasterThatWentToSeveralAreNotGuessed() throws IOException {
        Folders.write(
                folder.resolve("output/MasterHistory.csv"),
                List.of(
                        "Run Id,Time,Master Id,Event,From,To,Keys",
                        "r1,2026-01-01T00:00:00Z,MAAAAAAAAAA,merged into,GONE CO,"
                                + row("ZEPPERIN").replaceFirst(".*,", "") + " ZEPPERIN,x",
                        "r1,2026-01-01T00:00:00Z,MAAAAAAAAAA,merged into,GONE CO,"
                                + row("QUORVAX").replaceFirst(".*,", "") + " QUORVAX,y"));
        Folders.write(
                folder.resolve("input").resolve(SEGMENTS),
                List.of(HEADER, "GONE CO,MAAAAAAAAAA,Utilities,,,,,,Final,Manual,kim,2026-01-01,,"));

        Call call = call("reconcile");

        assertThat(call.out()).contains("0 keyed anew", "GONE CO: no present master has this name");
    }

    @Test
    void theWebsiteOfTheDecisionThatCountsIsPromoted() throws IOException {
        Folders.write(
                folder.resolve("input").resolve(SEGMENTS),
                List.of(
                        HEADER,
                        "QUORVAX,,Utilities,,,,,hand.com,Final,Manual,kim,2026-01-01,,",
                        "ZEPPERIN,,Utilities,,,,,newer.com,Final,Batch-2,kim,2026-02-01,,",
                        "QUORVAX,,Utilities,,,,,batch.com,Final,Batch-2,kim,2026-02-01,,",
                        "ZEPPERIN,,Utilities,,,,,older.com,Final,Batch-1,kim,2026-01-01,,"));

        call("promote-websites");

        assertThat(Files.readAllLines(folder.resolve("input/MasterWebsites.csv")))
                .contains("QUORVAX,hand.com", "ZEPPERIN,newer.com")
                .hasSize(3);
    }

    @Test
    void aBatchIsNotHiddenByItsName() {
        assertThat(call("next-batch", "1", "--name", "..").code()).isEqualTo(2);
        assertThat(call("next-batch", "1", "--name", "../x").code()).isEqualTo(2);
    }

    @Test
    void websitesOfDecisionsArePromotedOnce() throws IOException {
        call(
                "import-batch",
                batch(
                        "Batch-1.md",
                        "## Utilities",
                        "| Customer | Domain |",
                        "|---|---|",
                        "| ZEPPERIN | zepperin.com |"));

        Call call = call("promote-websites");

        assertThat(call.out()).contains("ZEPPERIN: zepperin.com", "1 websites taken");
        assertThat(Files.readAllLines(folder.resolve("input/MasterWebsites.csv")))
                .containsExactly("Master Customer Name Canonical,Company Website", "ZEPPERIN,zepperin.com");
        assertThat(call("promote-websites").out()).contains("0 websites taken");
    }
}
