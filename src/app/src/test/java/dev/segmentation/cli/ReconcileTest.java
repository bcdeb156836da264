package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions and the masters they are about, after masters changed. */
class ReconcileTest extends AnalystFolder {
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
}
