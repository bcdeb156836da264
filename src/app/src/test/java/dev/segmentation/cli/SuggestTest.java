package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.cli.console.Task;
import dev.segmentation.suggest.workflow.SuggestionFiles;
import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suggestions for the worklist of a small run, learned from a small set of rules. */
class SuggestTest extends AnalystFolder {
    @BeforeEach
    void namesThatOnlyResembleTerms() {
        customers(List.of(
                "Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)",
                "1,A1,STEELWERX LLC,ERP,2026-01-03",
                "2,A2,STEELWERX INC.,ERP,2026-01-04",
                "3,A3,DENTALIXO,ERP,2026-01-05",
                "4,A4,QXZVJ,ERP,2025-11-01"));
        assertThat(call("run").code()).isZero();
    }

    private List<String> rows() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("output").resolve(SuggestionFiles.GROUPS));
        assertThat(lines.get(0)).isEqualTo(String.join(",", SuggestionFiles.GROUP_COLUMNS));
        return lines.subList(1, lines.size());
    }

    private Call suggest(Object... words) {
        Object[] all = new Object[words.length + 3];
        System.arraycopy(words, 0, all, 3, words.length);
        all[0] = "suggest";
        all[1] = "--abstain-below";
        all[2] = "0";
        return call(all);
    }

    @Test
    void everyOpenMasterGetsARowTheMostValuableFirstAndNothingIsDecided() throws IOException {
        Map<String, String> before = Folders.files(folder.resolve("input"));

        Call call = suggest();

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(rows()).hasSize(worklist()).hasSize(3).first().asString().startsWith("1,");
        assertThat(rows().get(0)).contains("Steelwerx,");
        assertThat(rows().get(0)).contains("STEELWERX,").contains(",Manufacturing,");
        assertThat(Folders.files(folder.resolve("input"))).isEqualTo(before);
        assertThat(call.out()).contains("open masters, learned from").contains("suggest accept RANK");
    }

    /** STEELWERX has more keys and was billed so long ago that ZENTRALIX is worth more. */
    @Test
    void theRankIsThatOfTheWorklistAndStaysWhenOthersAreDecided() throws IOException {
        customers(List.of(
                "Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)",
                "1,A1,STEELWERX LLC,ERP,2001-01-03",
                "2,A2,STEELWERX INC.,ERP,2001-01-04",
                "3,A3,DENTALIXO,ERP," + LocalDate.now(),
                "4,A4,QXZVJ,ERP,2001-11-01"));
        assertThat(call("run").code()).isZero();
        Map<String, String> worklist = ranks("SegmentationReviewWorklist.csv");

        Call first = suggest();

        assertThat(rows().get(0)).startsWith("2,").contains(",DENTALIXO,");
        assertThat(ranks(SuggestionFiles.GROUPS)).isEqualTo(worklist);
        assertThat(first.out()).contains("Master Id").containsPattern("\n +2  M[A-Z2-7]{10} +1  Dentalixo ");
        assertThat(call("suggest", "accept", "1", "--group", "Manufacturing").out())
                .contains("STEELWERX");
        suggest();
        worklist.remove("STEELWERX");
        assertThat(ranks(SuggestionFiles.GROUPS)).isEqualTo(worklist);
    }

    @Test
    void aRankThatALaterRunGaveToAnotherMasterIsRefused() throws IOException {
        suggest();
        customers(List.of(
                "Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)",
                "3,A3,DENTALIXO,ERP,2026-01-05",
                "4,A4,QXZVJ,ERP,2025-11-01"));
        assertThat(call("run").code()).isZero();
        Map<String, String> worklist = ranks("SegmentationReviewWorklist.csv");

        Call call = call("suggest", "accept", "1", "--group", "Construction");

        assertThat(worklist).containsEntry("DENTALIXO", "1");
        assertThat(call.code()).isEqualTo(Task.USAGE);
        assertThat(call.err())
                .contains("Rank 1 is STEELWERX (M", "and another master (M", "Suggest again, or name the Master Id")
                .contains("Nothing was done.");
        assertThat(folder.resolve("input").resolve(SEGMENTS)).doesNotExist();
    }

    /** The ranks of a table by canonical names. */
    private Map<String, String> ranks(String file) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("output").resolve(file));
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[2], cells -> cells[0]));
    }

    private int worklist() throws IOException {
        return Files.readAllLines(folder.resolve("output/SegmentationReviewWorklist.csv"))
                        .size()
                - 1;
    }

    @Test
    void suggestingTwiceGivesTheSameBytes() throws IOException {
        suggest();
        List<String> first = rows();
        suggest();

        assertThat(rows()).isEqualTo(first);
    }

    @Test
    void whatIsAcceptedIsDecidedAndNotSuggestedAgain() throws IOException {
        suggest();
        String group = new ObjectMapper()
                .readTree(suggest("--json").out())
                .at("/suggestions/0/groups/0/classification/group")
                .asText();

        Call accepted = call("suggest", "accept", "1", "--owner", "kim", "--group", "Construction");
        suggest();

        assertThat(group).isNotBlank();
        assertThat(accepted.code()).as(accepted.err()).isZero();
        assertThat(rows()).noneMatch(row -> row.contains("STEELWERX"));
    }

    @Test
    void whatIsRejectedStaysAwayUntilTheRejectionIsGone() throws IOException {
        suggest();
        Path rejected = folder.resolve("input/SuggestionRejections.csv");
        int rank = rankWithGroup();
        String name = rows().get(rank - 1).split(",")[2];
        assertThat(call("suggest", "reject", rank, "--owner", "kim").code()).isZero();
        assertThat(rejected).exists();

        suggest();
        assertThat(rows().get(rank - 1))
                .contains(name)
                .contains("Rejected before")
                .contains(",,,,,,");
        assertThat(call("suggest", "accept", rank).err())
                .contains(
                        "what was suggested was rejected before, and nothing else is suggested; decide it with --group");

        Files.delete(rejected);
        suggest();
        assertThat(rows().get(rank - 1)).doesNotContain("Rejected before");
    }

    @Test
    void aRejectedSecondGroupStaysAwayToo() throws IOException {
        suggest();
        int rank = rankWithGroup();
        String second = second(rank);
        assertThat(second).isNotBlank();

        assertThat(call("suggest", "reject", rank + ":2").code()).isZero();
        suggest();

        assertThat(second(rank)).isNotEqualTo(second);
    }

    private String second(int rank) throws IOException {
        return new ObjectMapper()
                .readTree(suggest("--json").out())
                .at("/suggestions/" + (rank - 1) + "/groups/1/classification/group")
                .asText();
    }

    @Test
    void originalNamesStandOnOneLineWithoutWhatCannotBeSeen() throws IOException {
        customers(List.of(
                "Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)",
                "1,A1,\"QXZVJ\n\u202eEVIL\u001b[31m\",ERP,2026-01-03"));
        assertThat(call("run").code()).isZero();

        suggest();

        assertThat(rows())
                .singleElement()
                .asString()
                .contains(",QXZVJ EVIL [31m,")
                .doesNotContain("\u202e", "\u001b");
    }

    private int rankWithGroup() throws IOException {
        JsonNode all = new ObjectMapper().readTree(suggest("--json").out()).get("suggestions");
        for (JsonNode one : all) {
            if (!one.get("groups").isEmpty()) {
                return one.get("rank").asInt();
            }
        }
        throw new AssertionError("nothing is suggested at all");
    }

    @Test
    void belowTheBoundNothingIsSuggestedAndTheFirstThoughtIsTold() throws IOException {
        assertThat(call("suggest", "--abstain-below", "1").code()).isZero();

        assertThat(rows())
                .allMatch(row -> row.contains("first thought: ")
                        || row.contains("QXZVJ") && row.contains("No word of the name"));
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThat(call("suggest", "--limit", "0").err()).contains("--limit must be 1 to");
        assertThat(call("suggest", "--abstain-below", "2").err()).contains("--abstain-below must be 0 to 1, not 2.0");
    }

    @Test
    void aDecisionThatCannotBeUsedIsToldOnce() {
        Folders.write(
                folder.resolve("input").resolve(SEGMENTS),
                List.of(HEADER, "STEELWERX,,Builders,,,,,,Final,Manual,kim,2026-01-01,,"));

        Call call = suggest();

        assertThat(call.err().lines())
                .filteredOn(line -> line.contains("Builders"))
                .singleElement()
                .asString()
                .contains(SEGMENTS + ":2");
    }

    @Test
    void withoutARunItSaysWhatToDo() throws IOException {
        Files.delete(folder.resolve("output/SegmentationReviewWorklist.csv"));

        Call call = suggest();

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("SegmentationReviewWorklist.csv does not exist. Run `segmenter run` first.");
    }
}
