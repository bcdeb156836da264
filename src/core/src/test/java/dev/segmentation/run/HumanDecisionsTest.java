package dev.segmentation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.output.RunReport;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HumanDecisionsTest {
    @TempDir
    Path folder;

    @Test
    void newestRowAboutOneMasterWinsWhicheverNameItUses() throws IOException {
        RunReport report = run(
                "ACME STEEL,Utilities,Manual,2026-02-01",
                "ACME STEEL CORP,Construction,,2026-03-01",
                "Acme Steel,Energy Services,Manual,2026-01-01");

        assertThat(segmentation()).contains("Construction").contains("MasterSegmentationOverrides.csv:3");
        assertThat(report.tally().conflicts()).isZero();
        assertThat(report.notes())
                .containsExactly(
                        "MasterSegmentationOverrides.csv:4: replaced by the newer line 2 about ACME STEEL.",
                        "MasterSegmentationOverrides.csv:2: replaced by the newer line 3 about ACME STEEL.");
    }

    @Test
    void laterRowWinsAmongRowsOfOneDate() throws IOException {
        run("ACME STEEL,Utilities,,", "ACME STEEL,Construction,,");

        assertThat(segmentation()).contains("Construction");
    }

    @Test
    void manualRowWinsOverANewerBatch() throws IOException {
        RunReport report = run("ACME STEEL,Utilities,Manual,2026-01-01", "ACME STEEL,Construction,Batch1,2026-03-01");

        assertThat(segmentation()).contains("Utilities").contains("Runner-up: Construction");
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void rowAboutNoPresentMasterIsNoted() throws IOException {
        RunReport report = run("NOBODY KNOWS,Utilities,,");

        assertThat(report.notes())
                .containsExactly("MasterSegmentationOverrides.csv:2: no master is named NOBODY KNOWS; the row has no"
                        + " effect now and is kept.");
    }

    private RunReport run(String... overrides) throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        Files.write(
                input.resolve("CustomerLastBillingDate.csv"), List.of("Customer Key,Customer Name", "1,ACME STEEL"));
        List<String> lines =
                new java.util.ArrayList<>(List.of("Master Customer Name Canonical,Industrial Group,Source,Date"));
        lines.addAll(List.of(overrides));
        Files.write(input.resolve("MasterSegmentationOverrides.csv"), lines);
        return new TestRun(input, folder.resolve("output")).execute(RunScope.ALL);
    }

    private String segmentation() throws IOException {
        return Files.readString(folder.resolve("output").resolve("MasterCustomerSegmentation.csv"));
    }
}
