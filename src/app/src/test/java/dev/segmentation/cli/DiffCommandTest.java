package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.service.TestRun;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code diff} and the trend over three real runs: the same twice, then other customers and another decision. */
class DiffCommandTest {
    private static final String FIRST = "20260203T040506Z";
    private static final String LAST = "20260203T040508Z";

    @TempDir
    private static Path folder;

    private static Path output;

    @TempDir
    private Path temp;

    @BeforeAll
    static void threeRuns() {
        output = folder.resolve("output");
        Path input = folder.resolve("input");
        Folders.copy(Golden.FOLDER.resolve("people/input"), input);
        new TestRun(input, output).execute(RunScope.ALL);
        new TestRun(input, output).later(1).execute(RunScope.ALL);
        edit(input.resolve("CustomerLastBillingDate.csv"), rows -> {
            rows.removeIf(row -> row.startsWith("2017,"));
            rows.add("2999,P99,CITY OF ELSEWHERE,ERP,2026-01-01");
        });
        edit(input.resolve("ManualOverrides.csv"), rows -> rows.replaceAll(row -> row.replace("muncipal", "medical")));
        new TestRun(input, output).later(2).execute(RunScope.ALL);
    }

    private static void edit(Path file, Consumer<List<String>> change) {
        List<String> rows = new ArrayList<>(Folders.lines(file));
        change.accept(rows);
        Folders.write(file, rows);
    }

    private static Call diff(Object... args) {
        List<Object> all = new ArrayList<>(List.of("diff", "--output", output));
        all.addAll(List.of(args));
        return Call.of(all.toArray());
    }

    @Test
    void lastTwoRunsAreComparedUnlessOthersAreNamed() {
        Call call = diff();
        assertThat(call.code()).isZero();
        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .contains(
                        "after   " + LAST,
                        "Customer keys: 1 new, 1 gone, 0 with another master",
                        "Masters: 1 in another group, 0 merged into others, 0 split off, 0 renamed, 1 new, 1 gone",
                        "Masters in another group (1)",
                        "after   Healthcare / Senior Living: GOV-")
                .doesNotContain(FIRST);
        assertThat(diff(FIRST, LAST).out()).contains("before  " + FIRST, "1 in another group");
        assertThat(diff(FIRST, "previous").out()).contains("Nothing changed");
        assertThat(diff(output.resolve("runs").resolve(FIRST), output).out()).contains("1 in another group");
    }

    @Test
    void jsonHoldsEverything() throws IOException {
        JsonNode report =
                new ObjectMapper().readTree(diff("--json", "--limit", "0").out());
        assertThat(report.get("before").get("masters").asInt()).isEqualTo(16);
        assertThat(report.get("regrouped").size()).isEqualTo(1);
        assertThat(report.get("regrouped").get(0).get("before").get("ruleId").asText())
                .startsWith("GOV-");
        assertThat(report.get("groups").size()).isEqualTo(15);
        assertThat(report.get("keys").get("added").asInt()).isEqualTo(1);
    }

    @Test
    void pageIsWrittenWhereTheOptionSaysAndNowhereElse() throws IOException {
        Path page = temp.resolve("diff.html");
        assertThat(diff("--html", page).out()).contains("Page: " + page);
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("Masters in another group (1)", "<svg", "upper bar: before")
                .doesNotContain("<script", "http:");
        Path table = Folders.write(temp.resolve("table.csv"), List.of("mine"));
        assertThat(diff("--html", table).code()).isEqualTo(2);
        assertThat(table).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource({"20990101T000000Z, 3", "../.., 3", "'', 3", "runs, 3"})
    void runThatIsNotThereIsAnInputProblem(String name, int code) {
        Call call = diff(name, "last");
        assertThat(call.code()).isEqualTo(code);
        assertThat(call.err()).contains("There is no run", FIRST, LAST);
    }

    @Test
    void wrongLimitIsWrongUsage() {
        assertThat(diff("--limit", "-1").code()).isEqualTo(2);
    }

    @Test
    void folderWithoutRunsSaysHowToKeepThem() {
        Call call = Call.of("diff", "--output", temp);
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("no previous run", "holds no run", "--keep-runs");
    }

    @Test
    void statusShowsTheTrend() throws IOException {
        assertThat(Call.of("status", "--output", output).out())
                .contains("Trend of the last 3 runs", "Masters      ▁▁▁", "Worklist", "16 -> 16");
        JsonNode trend = new ObjectMapper()
                .readTree(Call.of("status", "--output", output, "--json").out())
                .get("trend");
        assertThat(trend.size()).isEqualTo(3);
        assertThat(trend.get(0).get("masters").asInt()).isEqualTo(16);
        assertThat(trend.get(0).get("unknownPercent").asDouble()).isEqualTo(18.8);
        assertThat(trend.get(0).get("worklist").asInt()).isPositive();
    }

    @Test
    void sparklineRunsFromTheLeastToTheMost() {
        assertThat(StatusCommand.sparkline(Arrays.asList(0, 50, null, 100))).isEqualTo("▁▅ █");
        assertThat(StatusCommand.sparkline(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1", "10001", "many"})
    void numberOfRunsToKeepThatMakesNoSenseIsWrongUsage(String number) {
        Call call = Call.of("run", "--output", temp.resolve("none"), "--keep-runs", number);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("--keep-runs");
    }
}
