package dev.segmentation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.history.RunHistory;
import dev.segmentation.output.Changes;
import dev.segmentation.output.RunReport;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.RowError;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.testkit.Soak;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentationRunTest {
    private static final Path DIRTY = Golden.FOLDER.resolve("dirty/input");
    private static final Path PEOPLE = Golden.FOLDER.resolve("people/input");
    private static final Path SHIPPED = Path.of("input", RunSettings.CUSTOMER_FILE);
    private static final List<String> SAME_IN_ANY_ORDER = List.of(
            "CustomerMasterMap.csv",
            "CustomerDeduplicationLog.csv",
            "MasterCustomerSegmentation.csv",
            "CustomerSegmentation.csv",
            "SegmentationReviewWorklist.csv");

    @TempDir
    private Path temp;

    static IntStream seeds() {
        return Soak.seeds(4, 60);
    }

    /** Each seed is another order of the rows and another number of threads. */
    @ParameterizedTest
    @MethodSource("seeds")
    void rowOrderAndThreadsChangeNoTable(int seed) {
        List<String> rows = manyRows(seed);
        Map<String, String> straight = tables(rows, 1, "straight");
        Collections.shuffle(rows.subList(1, rows.size()), new Random(seed));
        assertThat(tables(rows, 1 << seed % 3, "shuffled")).isEqualTo(straight);
    }

    private Map<String, String> tables(List<String> rows, int threads, String name) {
        Path customers = Folders.write(temp.resolve(name).resolve("customers.csv"), rows);
        Path output = temp.resolve(name).resolve("output");
        new TestRun(PEOPLE, output).customers(customers).threads(threads).execute(RunScope.ALL);
        return tables(output);
    }

    private static Map<String, String> tables(Path output) {
        Map<String, String> files = Folders.files(output);
        files.keySet().retainAll(SAME_IN_ANY_ORDER);
        assertThat(files.keySet()).containsExactlyInAnyOrderElementsOf(SAME_IN_ANY_ORDER);
        return files;
    }

    /** The people case, a slice of the shipped list, and keys that stand twice with other dates and names. */
    private static List<String> manyRows(int seed) {
        List<String> rows = new ArrayList<>(Folders.lines(PEOPLE.resolve(RunSettings.CUSTOMER_FILE)));
        List<String> shipped = Folders.lines(SHIPPED);
        for (int i = 1 + seed % 3; i < shipped.size(); i += 3) {
            rows.add(shipped.get(i));
            if (i % 7 == 0) {
                rows.add(shipped.get(i).replaceFirst(",\\d{4}-", ",2026-"));
            } else if (i % 11 == 0) {
                rows.add(shipped.get(i).replaceFirst(",ERP", ",ZRP"));
            }
        }
        return rows;
    }

    @Test
    void everyRowComesOutOrIsRejected() {
        RunReport report = new TestRun(DIRTY, temp).execute(RunScope.ALL);
        long rejected = report.rejected().stream()
                .filter(error -> error.file().equals(RunSettings.CUSTOMER_FILE))
                .count();
        assertThat(rejected).isPositive();
        assertThat(report.rows()).isEqualTo(36).isEqualTo(report.tally().customers() + rejected);
        assertThat(RunHistory.read(temp.resolve(RunHistory.FILE), note -> {})).hasSize(1);
    }

    @Test
    void classifyAfterDedupeWritesTheTablesOfRun() {
        for (Path input : List.of(DIRTY, PEOPLE)) {
            Path name = input.getParent().getFileName();
            Path whole = temp.resolve("whole").resolve(name);
            Path steps = temp.resolve("steps").resolve(name);
            new TestRun(input, whole).execute(RunScope.ALL);
            new TestRun(input, steps).execute(RunScope.DEDUPE);
            new TestRun(input, steps).execute(RunScope.CLASSIFY);
            assertThat(tables(steps)).isEqualTo(tables(whole));
        }
    }

    @Test
    void secondRunReportsNoChanges() {
        assertThat(new TestRun(PEOPLE, temp).execute(RunScope.ALL).changes()).isEqualTo(new Changes(true, 0, 0, 0, 0));
        assertThat(new TestRun(PEOPLE, temp).later(60).execute(RunScope.ALL).changes())
                .isEqualTo(new Changes(false, 0, 0, 0, 0));
        assertThat(RunHistory.read(temp.resolve(RunHistory.FILE), note -> {}))
                .extracting(row -> row.get(0))
                .containsExactly("20260203T040506Z", "20260203T040606Z");
    }

    @Test
    void changesCountNewGoneMovedAndRegrouped() {
        new TestRun(PEOPLE, temp.resolve("output")).execute(RunScope.ALL);
        List<String> rows = new ArrayList<>(Folders.lines(PEOPLE.resolve(RunSettings.CUSTOMER_FILE)));
        rows.removeIf(row -> row.startsWith("2017,"));
        rows.replaceAll(row -> row.replace("2003,P3,BLUE HERON GROUP", "2003,P3,WALMART 7"));
        rows.add("2999,P99,CITY OF ELSEWHERE,ERP,2026-01-01");
        Path input = temp.resolve("input");
        Folders.copy(PEOPLE, input);
        Folders.write(input.resolve(RunSettings.CUSTOMER_FILE), rows);
        List<String> overrides = new ArrayList<>(Folders.lines(input.resolve("ManualOverrides.csv")));
        overrides.replaceAll(row -> row.replace("muncipal", "medical"));
        Folders.write(input.resolve("ManualOverrides.csv"), overrides);
        assertThat(new TestRun(input, temp.resolve("output"))
                        .execute(RunScope.ALL)
                        .changes())
                .isEqualTo(new Changes(false, 1, 1, 1, 1));
    }

    @Test
    void excelProfileMarksTheEncodingAndDisarmsFormulas() {
        new TestRun(DIRTY, temp).profile(CsvProfile.EXCEL).execute(RunScope.ALL);
        Map<String, String> files = Folders.files(temp);
        files.keySet().removeIf(file -> file.endsWith("manifest.json"));
        assertThat(files).hasSize(10 + 7).allSatisfy((file, text) -> assertThat(text)
                .startsWith("\u00EF\u00BB\u00BF"));
        assertThat(files.get("CustomerSegmentation.csv"))
                .contains(",\"'=HYPERLINK(\"\"x\"\")\",")
                .doesNotContain(",\"=HYPERLINK")
                .doesNotContain(",=HYPERLINK");
    }

    @Test
    void classifyReadsBackWhatTheExcelProfileWrote() {
        Path plain = temp.resolve("plain");
        Path excel = temp.resolve("excel");
        new TestRun(DIRTY, plain).execute(RunScope.ALL);
        new TestRun(DIRTY, excel).profile(CsvProfile.EXCEL).execute(RunScope.ALL);
        RunReport report = new TestRun(DIRTY, excel).later(1).execute(RunScope.CLASSIFY);
        assertThat(report.changes()).isEqualTo(new Changes(false, 0, 0, 0, 0));
        Map<String, String> expected = tables(plain);
        Map<String, String> actual = tables(excel);
        expected.remove("CustomerDeduplicationLog.csv");
        actual.remove("CustomerDeduplicationLog.csv");
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void rowWithAnImpossiblyLongNameIsRejectedAndCostsNothingElse() {
        List<String> rows =
                List.of("Customer Key,Customer Name", "1," + "STEEL ".repeat(100_000) + "MILL", "2,ROSE CHURCH");
        Path customers = Folders.write(temp.resolve("customers.csv"), rows);
        RunReport report =
                new TestRun(PEOPLE, temp.resolve("output")).customers(customers).execute(RunScope.ALL);
        assertThat(report.tally().customers()).isEqualTo(1);
        assertThat(report.rejected())
                .singleElement()
                .extracting(RowError::line, RowError::column, RowError::problem)
                .containsExactly(2L, "Customer Name", "longer than 10000 characters");
    }

    /** A key that looks like a comment, names with line breaks, and the longest name that is taken. */
    @Test
    void classifyReadsBackEveryNameThatDedupeTook() {
        String long1 = "\"" + "STEEL ".repeat(1_666) + "\"";
        String broken = "\"HOTEL" + "\n".repeat(90) + "ROSE\"";
        List<String> rows = List.of(
                "Customer Name,Customer Key",
                "ACME HOTEL,#1",
                broken + ",2",
                long1 + ",3",
                "\"say \"\"CHURCH\"\"\",4",
                "'=QUOTED CHURCH,5",
                "ROSE CHURCH,'=6");
        Path customers = Folders.write(temp.resolve("customers.csv"), rows);
        for (CsvProfile profile : CsvProfile.values()) {
            Path output = temp.resolve(profile.name());
            new TestRun(PEOPLE, output).customers(customers).profile(profile).execute(RunScope.ALL);
            Map<String, String> before = tables(output);
            RunReport report = new TestRun(PEOPLE, output).profile(profile).execute(RunScope.CLASSIFY);
            assertThat(report.changes()).as(profile.name()).isEqualTo(new Changes(false, 0, 0, 0, 0));
            assertThat(tables(output).equals(before)).as(profile.name()).isTrue();
        }
    }
}
