package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.cli.console.Task;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @TempDir
    private static Path folder;

    private static Path people;
    private static Path output;

    @TempDir
    private Path temp;

    @BeforeAll
    static void oneRun() {
        people = folder.resolve("input");
        output = folder.resolve("output");
        Folders.copy(Golden.FOLDER.resolve("people/input"), people);
        assertThat(Call.of("run", "--input", people, "--output", output, "--rules", Golden.RULES, "--quiet")
                        .code())
                .isZero();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(text);
    }

    private static Call explain(Object... name) {
        Object[] args = {"explain", "--output", output, "--rules", Golden.RULES};
        Object[] all = java.util.Arrays.copyOf(args, args.length + name.length);
        System.arraycopy(name, 0, all, args.length, name.length);
        return Call.of(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "dedupe",
                "classify",
                "status",
                "explain",
                "history",
                "undo",
                "evaluate",
                "evaluate dedupe",
                "rules",
                "rules check",
                "rules test",
                "rules preview",
                "serve"
            })
    void everyCommandHasHelp(String command) {
        String[] words = (command + " --help").split(" ");
        Call call = Call.of((Object[]) words);
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("Usage: segmenter " + command);
        assertThat(call.err()).isEmpty();
        assertThat(Call.of("--help").out()).contains(words[0]);
    }

    @Test
    void helpTellsTheExitCodesAndTheFirstStep() {
        assertThat(Call.of("--help").out()).contains("Exit codes: 0 done", "First steps: segmenter run");
        assertThat(Call.of("help", "run").out()).contains("--csv-profile");
    }

    @Test
    void versionNamesProductDroolsAndJava() {
        Call call = Call.of("--version");
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("segmenter " + Version.product(), "Drools 10.", "Java ")
                .doesNotContain("${");
    }

    @Test
    void noCommandAndUnknownCommandsAreWrongUsage() {
        assertThat(Call.of().code()).isEqualTo(2);
        assertThat(Call.of().err()).contains("segmenter run");
        assertThat(Call.of("rnu").code()).isEqualTo(2);
        assertThat(Call.of("rules").code()).isEqualTo(2);
        assertThat(Call.of("rules").err()).contains("segmenter rules check");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suggest accept --min-confidence 0,9 | --min-confidence (0,9) is not a number. Write it with a point, such as 0.9.",
                "suggest --limit many | --limit (many) is not a whole number. Write digits only, such as 1000.",
                "suggest accept 1 --kind host | --kind (host) is none of these: group, website.",
                "run --thredas 3 | Unknown options: '--thredas', '3'",
                "run --threads 0 | --threads must be 1 to",
                "run --encoding martian | no encoding is called (martian)",
                "suggest accept | Say which suggestions: ranks, or --min-confidence P"
            })
    void wrongUsageIsASentenceAndALineThatNamesTheHelp(String words, String message) {
        Call call = Call.of((Object[]) words.split(" "));

        assertThat(call.code()).isEqualTo(Task.USAGE);
        assertThat(call.err().lines().findFirst().orElse("")).contains(message);
        String command = words.startsWith("suggest accept") ? "suggest accept" : words.replaceFirst(" .*", "");
        assertThat(call.err().lines()).hasSizeLessThan(5).last().isEqualTo("Try 'segmenter " + command + " --help'.");
        assertThat(call.out()).isEmpty();
    }

    @Test
    void jsonIsOneDocumentAndPeopleReadTheRestOnStandardError() throws IOException {
        Call call = Call.of("run", "--input", people, "--output", temp, "--rules", Golden.RULES, "--json");
        assertThat(call.code()).isZero();
        JsonNode report = json(call.out());
        assertThat(report.get("customers").asInt()).isEqualTo(19);
        assertThat(report.get("groups").size()).isEqualTo(15);
        assertThat(report.get("rejected").size()).isZero();
        assertThat(report.get("masterChanges").get("merged").asInt()).isZero();
        assertThat(call.err()).contains("Note: MasterSegmentationOverrides.csv:11");
    }

    @Test
    void jsonStaysEmptyWhereTheRunFails() {
        Call call = Call.of("run", "--input", temp, "--output", temp, "--rules", Golden.RULES, "--json");
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).isNotEmpty();
    }

    @Test
    void quietSaysNothingWhereAllIsWell() {
        Call call = Call.of("run", "--input", people, "--output", temp, "--rules", Golden.RULES, "--quiet");
        assertThat(call).isEqualTo(new Call(0, "", ""));
    }

    @Test
    void reportTellsCountsChangesFilesAndHowToCorrect() {
        Call first = Call.of("run", "--input", people, "--output", temp, "--rules", Golden.RULES);
        assertThat(first.out())
                .contains(
                        "19 rows, 19 customer keys, 16 masters",
                        "Public Schools (K–12)",
                        "there was none in this folder",
                        "CustomerSegmentation.csv",
                        people.resolve("MasterSegmentationOverrides.csv").toString(),
                        "segmenter explain");
        assertThat(Call.of("run", "--input", people, "--output", temp, "--rules", Golden.RULES)
                        .out())
                .contains(
                        "0 new keys, 0 gone, 0 keys with another master, 0 masters in another group",
                        "Masters since the last run: 0 new, 0 gone, 0 merged into others, 0 split off, 0 renamed");
    }

    /** NO_COLOR asks for no escape codes; the program prints none in any case. */
    @Test
    void outputHoldsNoEscapeCodes() {
        Call run = Call.of("run", "--input", people, "--output", temp, "--rules", Golden.RULES);
        assertThat(run.out() + run.err()).doesNotContain("\u001B");
        assertThat(Call.of("status", "--output", temp).out()).doesNotContain("\u001B");
        assertThat(explain("MELROSE POWER").out()).doesNotContain("\u001B");
    }

    @Test
    void statusShowsTheRuns() throws IOException {
        assertThat(Call.of("status", "--output", output).out()).contains("Customers", "19");
        JsonNode status = json(Call.of("status", "--output", output, "--json").out());
        assertThat(status.get("runs").size()).isEqualTo(1);
        assertThat(status.get("runs").get(0).get("Masters").asText()).isEqualTo("16");
        assertThat(status.get("unfinished").asBoolean()).isFalse();
    }

    @Test
    void statusOfAnEmptyFolderSaysHowToStart() {
        Call call = Call.of("status", "--output", temp.resolve("nothing"));
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("No run yet", "segmenter run");
        assertThat(temp.resolve("nothing")).doesNotExist();
    }

    @Test
    void statusTellsOfARunThatWasCutOff() throws IOException {
        Files.createDirectory(temp.resolve(".commit"));
        assertThat(Call.of("status", "--output", temp).out()).contains("cut off");
    }

    @Test
    void explainKnowsAMasterByName() {
        Call call = explain("Melrose", "Power");
        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains(
                        "Melrose Power  [MELROSE POWER, M",
                        "Group       Energy Services",
                        "by GOV-001",
                        "Runner-up: Utilities by ENT-001",
                        "2007  MELROSE POWER CORPORATION")
                .doesNotContain("worked out by the present rules");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2005", "north star logistic, inc.", "Polaris Freight LLC", "POLARIS FREIGHT"})
    void explainKnowsKeysAndOtherSpellings(String name) {
        assertThat(explain(name).out())
                .contains("Polaris Freight  [", "Members     2", "decided by A. Analyst: renamed in 2025");
    }

    @Test
    void explainKnowsAMasterById() throws IOException {
        JsonNode answer = json(explain("QUIET HARBOR", "--json").out()).get(0);
        assertThat(answer.get("known").asBoolean()).isTrue();
        assertThat(explain(answer.get("masterId").asText()).out()).contains("Quiet Harbor");
    }

    @Test
    void explainWorksOutAnUnknownName() {
        assertThat(explain("Springfield Hotel LLC").out())
                .contains("in no run of this output folder", "Group       Commercial Services", "by COM-001");
        assertThat(explain("").code()).isEqualTo(2);
        assertThat(explain("").err()).contains("Say which name");
    }

    @Test
    void rulesCheckPassesGoodRulesAndNamesWhatIsWrong() throws IOException {
        Path rules = temp.resolve("rules");
        Folders.copy(Golden.RULES, rules);
        Call good = Call.of("rules", "check", "--base", "none", "--rules", rules);
        assertThat(good.out()).contains("All good: 11 rules");
        assertThat(good.code()).isZero();
        Path terms = rules.resolve("groups/manufacturing/terms.csv");
        Files.writeString(terms, Files.readString(terms) + "MFG-002,COPPER,words,Rule-Based,,,,,\n");
        Call bad = Call.of("rules", "check", "--base", "none", "--rules", rules);
        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.out())
                .contains(
                        "ERROR   groups/manufacturing/terms.csv:5, column Id: it is taken by groups/manufacturing/terms.csv:3");
        assertThat(json(Call.of("rules", "check", "--base", "none", "--rules", rules, "--json")
                                .out())
                        .get("findings")
                        .findValuesAsText("check"))
                .containsExactly("missing-folder", "missing-folder", "missing-folder", "duplicate-id");
    }

    @Test
    void rulesCheckTakesABaseAndCanBeStrict() throws IOException {
        Path rules = temp.resolve("rules");
        Folders.copy(Golden.RULES, rules);
        Path base = temp.resolve("base.csv");
        Files.writeString(base, "Customer Name\nMAPLE HOSPITAL\n");

        Call loose = Call.of("rules", "check", "--rules", rules, "--base", base);
        assertThat(loose.out())
                .contains("none of the 1 names of the base (--verbose lists them)")
                .doesNotContain("never-fires");
        assertThat(loose.code()).isZero();
        Call strict = Call.of("rules", "check", "--rules", rules, "--base", "none", "--strict", "--verbose");
        assertThat(strict.out()).contains("[missing-folder]").doesNotContain("of the base");
        assertThat(strict.code()).isEqualTo(1);
        assertThat(Call.of("rules", "check", "--rules", rules, "--base", rules.resolve("groups.csv"))
                        .err())
                .contains("holds no names");
        assertThat(Call.of("rules", "check", "--rules", rules, "--base", temp.resolve("no.csv"))
                        .code())
                .isEqualTo(3);
        assertThat(Call.of("rules", "check", "--rules", temp.resolve("no")).code())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void serveRefusesAddressesThatOthersReach(String host) {
        Call call = Call.of("serve", "--host", host);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("--host " + host + " is not a loopback address");
    }
}
