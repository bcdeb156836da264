package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.files.FolderLock;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong outside the program: the exit code tells whose turn it is, the message what to do. */
class BadDaysTest {
    private static final Path CLEAN = Golden.FOLDER.resolve("clean/input");

    @TempDir
    private Path temp;

    private Path input;
    private Path output;
    private Path rules;

    @BeforeEach
    void copies() {
        input = temp.resolve("input");
        output = temp.resolve("output");
        rules = temp.resolve("rules");
        Folders.copy(CLEAN, input);
        Folders.copy(Golden.RULES, rules);
    }

    private Call run(Object... more) {
        return call("run", more);
    }

    private Call call(String command, Object... more) {
        Object[] args = {command, "--input", input, "--output", output, "--rules", rules};
        Object[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Call.of(all);
    }

    private Path customers(String... lines) {
        return Folders.write(input.resolve("CustomerLastBillingDate.csv"), List.of(lines));
    }

    @Test
    void inputFolderThatIsMissingLosesNoDecisionsOfPeople() {
        assertThat(run().code()).isZero();
        Map<String, String> former = Folders.files(output);

        input = temp.resolve("inptu");
        Call classify = call("classify");

        assertThat(classify.code()).isEqualTo(3);
        assertThat(classify.err()).contains("inptu is no folder. It holds the decisions of people.");
        assertThat(Folders.files(output)).isEqualTo(former);
    }

    @Test
    void secondRunOnTheSameOutputIsRefusedAndTellsWhoHoldsIt() throws IOException {
        assertThat(run().code()).isZero();
        Map<String, String> former = Folders.files(output);
        try (FolderLock lock = FolderLock.take(output, Instant.parse("2026-02-03T04:05:06Z"))) {
            Call second = run();
            assertThat(second.code()).isEqualTo(4);
            assertThat(second.err())
                    .contains(
                            "in use by another run",
                            "process " + ProcessHandle.current().pid() + " since 2026-02-03T04:05:06Z",
                            "--output");
            assertThat(second.out()).isEmpty();
        }
        assertThat(Folders.files(output)).isEqualTo(former);
        assertThat(run().code()).isZero();
    }

    @Test
    void outputThatIsAFileIsRefused() throws IOException {
        Files.writeString(output, "precious");
        Call call = run();
        assertThat(call.code()).isEqualTo(4);
        assertThat(call.err()).contains(output.toString());
        assertThat(output).hasContent("precious");
    }

    @ParameterizedTest
    @CsvSource({"CustomerMasterMap.csv", "RejectedRows.csv", "RunHistory.csv", "manifest.json"})
    void targetThatIsAFolderLeavesAllFormerFilesAsTheyWere(String target) throws IOException {
        assertThat(run().code()).isZero();
        Files.delete(output.resolve(target));
        Files.createDirectories(output.resolve(target).resolve("keep"));
        Map<String, String> former = Folders.files(output);
        Call call = run();
        assertThat(call.code()).isEqualTo(4);
        assertThat(call.err()).contains(target + " is a folder", "-unplaced", "Remove it");
        Map<String, String> after = Folders.files(output);
        Map<String, String> unplaced = Folders.files(unplaced(output));
        assertThat(unplaced).containsKeys("CustomerSegmentation.csv", "PossibleMerges.csv", "RunSummary.csv", target);
        after.keySet().removeIf(name -> name.contains("-unplaced/"));
        assertThat(after).isEqualTo(former);
        assertThat(output.resolve(target).resolve("keep")).isDirectory();
    }

    /** What its owner protected is not replaced, though a rename could; the new set can be read and compared. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void readOnlyOutputKeepsTheNewSetAsideUntilTheNextRun() throws IOException {
        assertThat(run().code()).isZero();
        Path table = output.resolve("CustomerSegmentation.csv");
        Files.setPosixFilePermissions(table, PosixFilePermissions.fromString("r--r--r--"));
        Map<String, String> former = Folders.files(output);
        customers("Customer Key,Customer Name", "1,ACME", "2,BOLT");

        Call call = run("--keep-runs", "0");

        assertThat(call.code()).isEqualTo(4);
        Path unplaced = unplaced(output);
        assertThat(call.err())
                .contains(table + " is read-only", unplaced.toString(), "take the protection away", "run again");
        assertThat(Folders.files(output)).containsAllEntriesOf(former);
        assertThat(Folders.lines(unplaced.resolve("CustomerSegmentation.csv"))).hasSize(3);
        Call diff = Call.of("diff", "--output", output, "last", unplaced.getFileName());
        assertThat(diff.code()).isZero();
        assertThat(diff.err()).contains("could not be put in place").doesNotContain("was changed after");
        Files.setPosixFilePermissions(table, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("--keep-runs", "1").code()).isZero();
        assertThat(Folders.lines(table)).hasSize(3);
        assertThat(unplaced).doesNotExist();
    }

    /** The one folder that keeps files which could not be put in place. */
    private static Path unplaced(Path output) throws IOException {
        try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
            return runs.filter(run -> run.toString().endsWith("-unplaced"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void missingCustomerListIsAnInputProblem() throws IOException {
        Files.delete(input.resolve("CustomerLastBillingDate.csv"));
        Call call = run();
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("CustomerLastBillingDate.csv does not exist", "--customers");
        assertThat(Folders.files(output)).isEmpty();
    }

    @Test
    void customerListThatIsAFolderIsAnInputProblem() {
        assertThat(run("--customers", rules).code()).isEqualTo(3);
    }

    @Test
    void missingColumnNamesTheFileAndTheColumnsFound() {
        customers("Key,Customer Name,Town", "1,ACME,Oslo");
        Call call = run();
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err())
                .contains("CustomerLastBillingDate.csv lacks the column Customer Key", "Key, Customer Name, Town");
    }

    @Test
    void missingColumnOfADecisionFileNamesItToo() {
        Folders.write(input.resolve("MasterWebsites.csv"), List.of("Master,Site", "ACME,acme.example"));
        Call call = run();
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("MasterWebsites.csv lacks the column", "It has Master, Site");
    }

    @Test
    void emptyFileIsAnInputProblem() {
        customers();
        Call call = run();
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("CustomerLastBillingDate.csv is empty");
    }

    @Test
    void listWithAHeaderAloneGivesEmptyTables() {
        customers("Customer Key,Customer Name");
        Call call = run();
        assertThat(call.code()).isZero();
        assertThat(Folders.lines(output.resolve("CustomerSegmentation.csv"))).hasSize(1);
    }

    @Test
    void classifyWithoutAMasterMapSaysWhatToRunFirst() {
        Call call = call("classify");
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("CustomerMasterMap.csv does not exist", "segmenter dedupe");
    }

    @ParameterizedTest
    @CsvSource({
        "--no-such-option, x, --no-such-option",
        "--encoding, klingon-8, klingon-8",
        "--encoding, '  ', no encoding",
        "--csv-profile, lotus, (lotus) is none of these",
        "--threads, 0, --threads must be 1 to 1024",
        "--threads, 100000, --threads must be 1 to 1024",
        "--threads, many, --threads",
        "--log-level, LOUD, LOUD"
    })
    void wrongUsageIsSaidAndNothingIsWritten(String option, String value, String said) {
        Call call = run(option, value);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains(said);
        assertThat(call.out()).isEmpty();
        assertThat(output).doesNotExist();
    }

    @Test
    void logFileThatCannotBeWrittenIsAnOutputProblem() {
        Path log = temp.resolve("no/such/folder/segmenter.log");
        Call call = run("--log-file", log);
        assertThat(call.code()).isEqualTo(4);
        assertThat(call.err()).contains(log.toString());
    }

    @Test
    void brokenRulesAreNamedAndTheFormerFilesStay() throws IOException {
        assertThat(run().code()).isZero();
        Map<String, String> former = Folders.files(output);
        Path terms = rules.resolve("groups/manufacturing/terms.csv");
        Files.writeString(terms, Files.readString(terms) + "MFG-009,IRON,sideways,Rule-Based,,,,,\n");
        Call call = run();
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("groups/manufacturing/terms.csv:5, column Match", "sideways");
        assertThat(Folders.files(output)).isEqualTo(former);
    }

    @Test
    void ruleThatDoesNotCompileIsNamedWithItsLine() throws IOException {
        Path drl = rules.resolve("groups/healthcare/rules.drl");
        Files.writeString(drl, Files.readString(drl).replace("$m.propose(", "$m.proposeNothingKnown("));
        Call call = run();
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("groups/healthcare/rules.drl");
    }

    @Test
    void missingRulesFolderIsAnInputProblem() {
        rules = temp.resolve("elsewhere");
        Call call = run();
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("elsewhere: there is no such folder", "--rules");
    }

    @Test
    void rejectedRowsAreCountedShownAndGiveOne() {
        customers("Customer Key,Customer Name", "1,ACME", ",NOBODY", "1,ACME");
        Call call = run();
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out()).contains("Rejected rows: 2", "CustomerLastBillingDate.csv:3, column Customer Key");
        assertThat(Folders.lines(output.resolve("RejectedRows.csv"))).hasSize(3);
    }
}
