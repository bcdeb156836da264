package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.suggest.workflow.Outside;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder in which a first run was made, and what an analyst does there. */
abstract class AnalystFolder {
    static final String SEGMENTS = "MasterSegmentationOverrides.csv";
    static final String HEADER = "Master Customer Name Canonical,Master Id,Industrial Group,Industry Detail,NAICS,"
            + "Method,Support Category,Company Website,Status,Source,Owner,Date,Reason,Notes";
    private static final List<String> CUSTOMERS = List.of(
            "Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)",
            "1,A1,QUORVAX LLC,ERP,2026-01-03",
            "2,A2,QUORVAX INC.,ERP,2026-01-04",
            "3,A3,BRINDLEMOOR HOLDINGS,ERP,2026-01-05",
            "4,A4,ZEPPERIN,ERP,2025-11-01",
            "5,A5,MELROSE PLACE ASSOCIATES GP,ERP,2023-11-01",
            "6,A6,TALLOWAY KRINST,ERP,2024-01-01");

    @TempDir
    Path folder;

    @TempDir
    static Path rules;

    @BeforeAll
    static void rules() throws IOException {
        Folders.copy(Golden.RULES, rules);
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

    final void customers(List<String> lines) {
        Folders.write(folder.resolve("input/CustomerLastBillingDate.csv"), lines);
    }

    final Call call(Object... words) {
        return call(Outside.real(), words);
    }

    final Call call(Outside outside, Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--input", folder.resolve("input"), "--output", folder.resolve("output"), "--rules", rules));
        return Call.of(outside, all.toArray());
    }

    final Path batch(String name, String... lines) {
        return Folders.write(folder.resolve(name), List.of(lines));
    }

    final List<String> segments() throws IOException {
        Path file = folder.resolve("input").resolve(SEGMENTS);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    final String row(String canonical) throws IOException {
        return Files.readAllLines(folder.resolve("output/MasterCustomerSegmentation.csv")).stream()
                .filter(line -> line.contains("," + canonical + ","))
                .findFirst()
                .orElseThrow();
    }
}
