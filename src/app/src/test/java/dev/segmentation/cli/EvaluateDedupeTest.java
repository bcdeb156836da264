package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The list has names that share their key and names that share nothing, so that what is expected does not hang on how
 * pairs are scored.
 */
class EvaluateDedupeTest {
    private static final Path LIST = Path.of("src/testkit/src/main/resources/evaluation");
    private static final Path CUSTOMERS = LIST.resolve("customers.csv");
    private static final Path TRUTH = LIST.resolve("truth.csv");

    @TempDir
    private Path temp;

    private Call evaluate(Object... more) {
        Object[] args = {"evaluate", "dedupe", "--output", temp.resolve("out"), "--rules", Golden.RULES};
        Object[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Call.of(all);
    }

    private String written(String file) throws IOException {
        return Files.readString(temp.resolve("out").resolve(file));
    }

    private static JsonNode json(Call call) throws IOException {
        return new ObjectMapper().readTree(call.out());
    }

    @Test
    void tableOfThresholdsIsTheGoldenOne() throws IOException {
        assertThat(evaluate("--customers", CUSTOMERS, "--truth", TRUTH, "--quiet"))
                .isEqualTo(new Call(0, "", ""));
        Path golden = LIST.resolve("DedupeEvaluation.csv");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, written("DedupeEvaluation.csv"));
        }
        assertThat(written("DedupeEvaluation.csv")).isEqualTo(Files.readString(golden));
    }

    @Test
    void reportTellsQualityErrorsAndFiles() {
        Call call = evaluate("--customers", CUSTOMERS, "--truth", TRUTH);
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains(
                        "8 customer keys, 6 masters at the threshold in use",
                        "Decisions of people were not applied.",
                        "7 keys are labelled: 4 entities, 5 masters",
                        "pairs of keys                0.500     0.250     0.333",
                        "keys (B-cubed)               0.857     0.667     0.750",
                        "2 pairs joined, 4 true, 1 both; 1 masters join several entities, 2 entities are split",
                        "equal key                        1         1     1.000",
                        "K04  BLUEBIRD BAKERY",
                        "entity bakery of the south",
                        "Same name once legal form, punctuation and abbreviations are set aside: BLUEBIRD BAKERY.",
                        "Only in K03: ZEPHYR MOTORS.",
                        "DedupeEvaluation.csv, DedupeEvaluation.html");
        assertThat(call.out().indexOf("ZEPHYR")).isLessThan(call.out().indexOf("VELVET ORCHARD"));
    }

    @Test
    void jsonHoldsMeasuresErrorsAndEveryThreshold() throws IOException {
        JsonNode json = json(evaluate("--customers", CUSTOMERS, "--truth", TRUTH, "--json", "--errors", "1"));
        assertThat(json.get("labelled").asInt()).isEqualTo(7);
        assertThat(json.get("quality").get("f1").asDouble()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(json.get("quality").get("bCubedPrecision").asDouble()).isCloseTo(6.0 / 7, within(1e-9));
        assertThat(json.get("thresholds").size()).isGreaterThan(20);
        assertThat(json.get("recallBySimilarity").size()).isEqualTo(6);
        assertThat(json.get("falseMerges").get(0).get("first").get("key").asText())
                .isEqualTo("K04");
        assertThat(json.get("missedMerges").size()).isEqualTo(1);
        assertThat(json.get("missedMerges").get(0).get("pairs").asInt()).isEqualTo(2);
        assertThat(json.has("steps")).isFalse();
    }

    @Test
    void pageShowsHostileNamesAsText() throws IOException {
        evaluate("--customers", CUSTOMERS, "--truth", TRUTH, "--quiet");
        assertThat(written("DedupeEvaluation.html"))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;PLUM&quot;", "&lt;b&gt;plum")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void sameFilesWhateverTheOrderOfRowsAndTheNumberOfThreads() {
        evaluate("--customers", CUSTOMERS, "--truth", TRUTH, "--quiet", "--threads", "1");
        Map<String, String> expected = Folders.files(temp.resolve("out"));
        assertThat(expected).containsOnlyKeys("DedupeEvaluation.csv", "DedupeEvaluation.html");

        Path customers = shuffled(CUSTOMERS);
        Path truth = shuffled(TRUTH);
        evaluate("--customers", customers, "--truth", truth, "--quiet", "--threads", "3");

        assertThat(Folders.files(temp.resolve("out"))).isEqualTo(expected);
    }

    private Path shuffled(Path file) {
        List<String> lines = new ArrayList<>(Folders.lines(file));
        Collections.shuffle(lines.subList(1, lines.size()), new Random(7));
        return Folders.write(temp.resolve(file.getFileName()), lines);
    }

    @Test
    void withoutLabelsItShowsWhatOtherThresholdsWouldDo() throws IOException {
        Call call = evaluate("--customers", CUSTOMERS);
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("No labels were given", "Merged keys", "come apart")
                .doesNotContain("Precision", "Wrong merges");
        assertThat(written("DedupeEvaluation.html"))
                .contains("No labels were given")
                .doesNotContain("Precision");
        assertThat(written("DedupeEvaluation.csv").lines().skip(1))
                .allSatisfy(row -> assertThat(row).endsWith(",6,4,2,0,0,,,,,,,,,,,"));
        JsonNode json = json(evaluate("--customers", CUSTOMERS, "--json"));
        assertThat(json.has("quality")).isFalse();
        assertThat(json.get("thresholds").get(0).has("quality")).isFalse();
        assertThat(json.get("steps").size()).isEqualTo(json.get("thresholds").size() - 1);
    }

    @Test
    void badRowsOfTheLabelsAreNamedAndCostOnlyThemselves() {
        List<String> lines = new ArrayList<>(Folders.lines(TRUTH));
        lines.add("K99,nobody");
        lines.add("K01,acme");
        Path truth = Folders.write(temp.resolve("bad.csv"), lines);
        Call call = evaluate("--customers", CUSTOMERS, "--truth", truth);
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out())
                .contains(
                        "7 keys are labelled",
                        "Rows that could not be used: 2",
                        "bad.csv:9, column Customer Key: not in the customer list (K99).",
                        "bad.csv:10, column Customer Key: this key stands on line 2 too");
    }

    @Test
    void filesThatAreMissingOrNoLabelsAreNamedAndNothingIsWritten() {
        Call noTruth = evaluate("--customers", CUSTOMERS, "--truth", temp.resolve("none.csv"));
        assertThat(noTruth.code()).isEqualTo(3);
        assertThat(noTruth.err()).contains("none.csv does not exist", "Customer Key and EntityId");
        Call noCustomers = evaluate("--customers", temp.resolve("none.csv"));
        assertThat(noCustomers.code()).isEqualTo(3);
        assertThat(noCustomers.err()).contains("none.csv does not exist", "--customers FILE");
        Call noColumn = evaluate("--customers", CUSTOMERS, "--truth", CUSTOMERS);
        assertThat(noColumn.code()).isEqualTo(3);
        assertThat(noColumn.err()).contains("customers.csv", "EntityId");
        Call noRules = Call.of(
                "evaluate", "dedupe", "--output", temp.resolve("out"), "--rules", temp, "--customers", CUSTOMERS);
        assertThat(noRules.code()).isEqualTo(3);
        assertThat(noRules.err()).contains("holds the name tables", "--rules");
        assertThat(noTruth.out() + noCustomers.out() + noColumn.out() + noRules.out())
                .isEmpty();
        assertThat(Folders.files(temp.resolve("out"))).isEmpty();
    }

    @Test
    void outputThatCannotBeWrittenIsNamed() throws IOException {
        Files.createFile(temp.resolve("out"));
        Call call = evaluate("--customers", CUSTOMERS);
        assertThat(call.code()).isEqualTo(4);
        assertThat(call.err()).contains("out cannot be written");
    }

    @Test
    void decisionsOfPeopleAreAppliedOnlyWhereTheInputFolderIsNamed() {
        Path input = temp.resolve("input");
        Folders.write(
                input.resolve("MasterMergeOverrides.csv"),
                List.of("Alias Canonical,Master Canonical,Judgement", "ZEPHYR MOTORS,ACME FREIGHT,merge"));
        assertThat(evaluate("--customers", CUSTOMERS, "--truth", TRUTH).out()).contains("4 true, 1 both");
        Call decided = evaluate("--customers", CUSTOMERS, "--truth", TRUTH, "--input", input);
        assertThat(decided.out()).contains("4 true, 3 both", "Decisions of people were applied.");
        Call gone = evaluate("--customers", CUSTOMERS, "--input", temp.resolve("inptu"));
        assertThat(gone.code()).isEqualTo(3);
        assertThat(gone.err()).contains("inptu is no folder");
    }

    @Test
    void errorsCanBeFewerOrNone() {
        assertThat(evaluate("--customers", CUSTOMERS, "--truth", TRUTH, "--errors", "0")
                        .out())
                .contains("none to show")
                .doesNotContain("VELVET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--errors=-1", "--errors=10001", "--errors=many", "--threads=0"})
    void numbersThatMakeNoSenseAreWrongUsage(String option) {
        Call call = evaluate("--customers", CUSTOMERS, option);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains(option.substring(0, option.indexOf('=')));
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void evaluateAloneSaysWhatItCanDo() {
        assertThat(Call.of("evaluate").code()).isEqualTo(2);
        assertThat(Call.of("evaluate").err()).contains("segmenter evaluate dedupe");
        assertThat(Call.of("evaluate", "dedupe", "--help").out()).contains("Example: segmenter evaluate dedupe");
    }

    @Test
    void namesPutNoControlCharactersOnTheTerminal() {
        Path customers = Folders.write(
                temp.resolve("esc.csv"),
                List.of("Customer Key,Customer Name", "K1,\u001B[31mRED HARBOR", "K2,GREEN \u202EVALLEY"));
        Path truth = Folders.write(temp.resolve("t.csv"), List.of("Customer Key,EntityId", "K1,e", "K2,e"));
        Call call = evaluate("--customers", customers, "--truth", truth);
        assertThat(call.out()).contains("RED HARBOR").doesNotContain("\u001B", "\u202E");
    }
}
