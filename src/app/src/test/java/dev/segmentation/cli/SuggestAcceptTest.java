package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.cli.console.Task;
import dev.segmentation.suggest.workflow.SuggestionFiles;
import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People accept suggestions, and all that can go wrong with it. */
class SuggestAcceptTest extends SuggestionFolder {
    private static final String SOURCE = "Suggestions-" + LocalDate.now();

    private Call accept(Object... words) {
        Object[] all = new Object[words.length + 4];
        System.arraycopy(words, 0, all, 2, words.length);
        all[0] = "suggest";
        all[1] = "accept";
        all[words.length + 2] = "--owner";
        all[words.length + 3] = "kim";
        return call(all);
    }

    @Test
    void anAcceptedGroupIsADecisionOfABatchWithItsEvidenceAsReason() throws IOException {
        Call call = accept("1");

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(call.out())
                .contains("     1  QUORVAX", "Construction into MasterSegmentationOverrides.csv (0.95)")
                .contains("1 suggestion accepted; take it back with: segmenter undo D000001. Then: segmenter run");
        assertThat(segments())
                .containsExactly(
                        HEADER,
                        "QUORVAX," + id("QUORVAX") + ",Construction,something of it,2382,AI-Assisted Search,,,Final,"
                                + SOURCE + ",kim," + LocalDate.now()
                                + ",Suggested with probability 0.95 and accepted. three like it are so Sources: Register"
                                + " of QUORVAX (https://register.example/1); Something else,");
        assertThat(call("run").code()).isZero();
        assertThat(row("QUORVAX"))
                .contains(",Construction,something of it,2382,AI-Assisted Search,High,")
                .contains("decision of " + SOURCE);
    }

    @Test
    void acceptingAgainIsToldAndChangesNothing() throws IOException {
        accept("1");
        Map<String, String> before = Folders.files(folder.resolve("input"));

        Call same = accept("1");
        Call other = accept("1:2");

        assertThat(same.code()).isZero();
        assertThat(same.out())
                .contains("already decided: Construction of " + SOURCE + " (line 2) by kim on")
                .contains("0 suggestions accepted, 1 left as they are");
        assertThat(other.code()).isEqualTo(Task.REJECTED);
        assertThat(other.err()).contains("already decided: Construction");
        assertThat(Folders.files(folder.resolve("input"))).isEqualTo(before);
    }

    @Test
    void theSecondGroupIsTakenWithoutTheDetailOfTheFirst() throws IOException {
        assertThat(accept("4:2").code()).isZero();

        assertThat(segments().get(1))
                .startsWith("TALLOWAY KRINST," + id("TALLOWAY KRINST") + ",Manufacturing,,,AI-Assisted Search,")
                .contains("probability 0.04");
    }

    @Test
    void whereNothingIsSuggestedAPersonChooses() throws IOException {
        Call none = accept("3");
        assertThat(none.code()).isEqualTo(Task.REJECTED);
        assertThat(none.err()).contains("nothing is suggested; decide it with --group NAME");
        assertThat(segments()).isEmpty();

        Call chosen = accept("3", "1", "--group", "public schools (k-12)", "--json");

        assertThat(chosen.code()).isZero();
        JsonNode json = new ObjectMapper().readTree(chosen.out());
        assertThat(json.at("/answers/0/suggested").asText()).isEqualTo("Public Schools (K–12)");
        assertThat(json.at("/answers/0/outcome").asText()).isEqualTo("ACCEPTED");
        assertThat(json.at("/transaction").asText()).isEqualTo("D000001");
        assertThat(segments().get(1)).contains(",Public Schools (K–12),,,Manual Override,", "nothing was suggested.");
        assertThat(segments().get(2)).contains("Chosen by a person; Construction was suggested with probability 0.95.");
    }

    @Test
    void unknownIsNoGroupToAccept() throws IOException {
        write(
                SuggestionFiles.GROUPS,
                SuggestionFiles.GROUP_COLUMNS,
                List.of(group("1", "QUORVAX", "Unknown / Needs Review", "0.95")));

        assertThat(accept("1").err()).contains("nothing is suggested");
        assertThat(accept("--min-confidence", "0.5").out()).contains("0 suggestions accepted");
    }

    @Test
    void allFromAProbabilityOnAreAcceptedAndADryRunOnlyShowsThem() throws IOException {
        Map<String, String> before = Folders.files(folder.resolve("input"));

        Call dry = accept("--min-confidence", "0.9", "--dry-run");

        assertThat(dry.code()).isZero();
        assertThat(dry.out()).contains("2 suggestions would be accepted; nothing was written (--dry-run)");
        assertThat(Folders.files(folder.resolve("input"))).isEqualTo(before);
        assertThat(accept("--min-confidence", "0.9").code()).isZero();
        assertThat(segments()).hasSize(3).noneMatch(line -> line.startsWith("BRINDLEMOOR"));
    }

    @Test
    void whatWasRejectedIsAcceptedByItsRankAlone() throws IOException {
        call("suggest", "reject", "1");

        assertThat(accept("--min-confidence", "0.9").out()).contains("was rejected; name its rank");
        assertThat(segments()).hasSize(2);
        assertThat(accept("1").out()).contains("although it was rejected before");
        assertThat(segments()).hasSize(3);
    }

    @Test
    void mastersThatAreGoneOrRenamedAreToldAndNotGuessed() throws IOException {
        String brindlemoor = id("BRINDLEMOOR HOLDINGS");
        String talloway = id("TALLOWAY KRINST");
        customers(List.of(
                "Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)",
                "2,A2,QUORVAX INC.,ERP,2026-01-04",
                "6,A6,TALLOWAY KRINST,ERP,2024-01-01"));
        Folders.write(input("ManualOverrides.csv"), List.of("Customer Key,Manual Master Name", "6,Talloway Worldwide"));
        call("run");

        Call call = accept("1", brindlemoor, talloway);

        assertThat(call.code()).isEqualTo(Task.REJECTED);
        assertThat(call.err())
                .contains("BRINDLEMOOR HOLDINGS", "no present master has the id M")
                .contains("its master is called TALLOWAY WORLDWIDE now; suggest again");
        assertThat(segments()).hasSize(2).last().asString().startsWith("QUORVAX,");
    }

    @Test
    void decisionsOfPeopleStay() throws IOException {
        Folders.write(
                input(SEGMENTS),
                List.of(
                        HEADER,
                        "Quorvax L.L.C.,,Utilities,,,,,,Draft,Manual,lee,2026-01-01,,",
                        "TALLOWAY KRINST,,Construction,,,,,,,Batch-1,,2026-01-01,,"));
        Folders.write(input("ManualOverrides.csv"), List.of("Customer Key,Manual Segment", "3,medical"));

        Call call = accept("1", "2", "4");

        assertThat(call.code()).isEqualTo(Task.REJECTED);
        assertThat(call.err())
                .contains("already decided: Utilities (Draft) of Manual (line 2) by lee on 2026-01-01")
                .contains("already decided: manual segment medical of customer key 3")
                .contains("already decided: Construction of Batch-1 (line 3)");
        assertThat(segments()).hasSize(3);
    }

    @Test
    void decisionsThatWaitForResearchAreReplaced() throws IOException {
        Folders.write(
                input(SEGMENTS),
                List.of(
                        HEADER,
                        "QUORVAX,,Utilities,,,,,,Queued,Manual,lee,2026-01-01,,",
                        "TALLOWAY KRINST,,Manufacturing,,,,,,Queued,Batch-1,,2026-01-01,,",
                        "BRINDLEMOOR HOLDINGS,,Manufacturing,,,,,,Draft,Batch-1,,2999-01-01,,"));

        Call call = accept("1", "2", "4");

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(call.out())
                .contains("replaces Manufacturing (Queued) of Batch-1 (line 3)")
                .contains("a newer decision counts: Manufacturing (Draft) of Batch-1 (line 4), 2999-01-01");
        call("run");
        assertThat(row("QUORVAX")).contains(",Construction,");
        assertThat(row("TALLOWAY KRINST")).contains(",Utilities,");
    }

    @Test
    void allOfADayIsTakenBackTogether() throws IOException {
        Folders.write(input(SEGMENTS), List.of(HEADER, "ELSEWHERE,,Utilities,,,,,,Final,Manual,lee,2026-01-01,,"));
        Folders.write(
                input("MasterWebsites.csv"), List.of("Master Customer Name Canonical,Company Website", "X,x.com"));
        String segments = Files.readString(input(SEGMENTS));
        String websites = Files.readString(input("MasterWebsites.csv"));
        accept("1", "2");
        accept("4");
        accept("2", "--kind", "website");
        assertThat(segments()).hasSize(5);

        Call undo = call("undo", SOURCE);

        assertThat(undo.code()).as(undo.err()).isZero();
        assertThat(Files.readString(input(SEGMENTS))).isEqualTo(segments);
        assertThat(Files.readString(input("MasterWebsites.csv"))).isEqualTo(websites);
        assertThat(accept("1").code()).isZero();
    }

    @Test
    void anAcceptedWebsiteIsAMastersWebsite() throws IOException {
        Call call = accept("1", "--kind", "website");

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("quorvax.example into MasterWebsites.csv (0.90)");
        assertThat(lines("MasterWebsites.csv"))
                .containsExactly("Master Customer Name Canonical,Company Website", "QUORVAX,quorvax.example");
        assertThat(accept("1", "--kind", "website").out()).contains("already decided: quorvax.example");
        Folders.write(input(SEGMENTS), List.of(HEADER, "ZEPPERIN,,Utilities,,,,,z.example,Final,Manual,,2026-01-01,,"));
        Call other = accept("--min-confidence", "0.5", "--kind", "website");
        assertThat(other.code()).isEqualTo(Task.REJECTED);
        assertThat(other.err()).contains("already decided: z.example (MasterSegmentationOverrides.csv:2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 99 | AI_Assisted_Suggestions.csv has no rank 99. Nothing was done.",
                "1 3:2 | suggests nothing in place 2 of rank 3",
                "1 4:3 | suggests nothing in place 3 of rank 4",
                "1 x | (x) is no rank. Write 12, 3-7, or 12:2",
                "1 0 | (0) is no rank",
                "1 4-2 | (4-2) is no rank",
                "1 1:2 | Rank 1 is named twice, as 1 and as 1:2",
                "2-9 | has no rank 5",
                "1 --min-confidence 0.5 | and not both",
                "--min-confidence 0 | above 0 and at most 1",
                "--min-confidence NaN | above 0 and at most 1",
                "1 --group Builders | (Builders) is no group that can be decided. There are: Manufacturing;",
                "1 --group unknown | is no group",
                "1:2 --group Utilities | goes with nothing else that chooses",
                "1 --kind website --group Utilities | goes with nothing else that chooses",
                "--dry-run | Say which suggestions"
            })
    void whatCannotBeMeantIsRefusedAndNothingIsHalfDone(String words, String message) throws IOException {
        Map<String, String> before = Folders.files(folder.resolve("input"));

        Call call = accept((Object[]) words.split(" "));

        assertThat(call.code()).isEqualTo(Task.USAGE);
        assertThat(call.err()).contains(message);
        assertThat(Folders.files(folder.resolve("input"))).isEqualTo(before);
    }

    @Test
    void theFileMustBeThere() throws IOException {
        Files.delete(folder.resolve("output").resolve(SuggestionFiles.GROUPS));

        Call call = accept("1");

        assertThat(call.code()).isEqualTo(Task.INPUT);
        assertThat(call.err()).contains("does not exist. Run `segmenter suggest` first.");
        Files.delete(folder.resolve("output/CustomerMasterMap.csv"));
        assertThat(accept("1", "--kind", "website").err()).contains("Run `segmenter run` first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rank | one | not a rank (one)",
                "Rank | 1 | a rank that stands twice",
                "Master Id | '' | no master id",
                "Suggested Industrial Group | Builders | not an industrial group (Builders)",
                "Third Group | Builders | not an industrial group",
                "Suggested Support Category | Shops | not a support category",
                "Suggested NAICS | 5 | not a NAICS code",
                "Probability | 0,93 | not a number from 0 to 1 (0,93)",
                "Probability | 1.5 | not a number from 0 to 1",
                "Second Probability | '' | not a number from 0 to 1"
            })
    void aDamagedFileIsRefusedWhole(String column, String cell, String problem) throws IOException {
        Map<String, String> damaged = group("2", "ZEPPERIN", "Utilities", "0.93");
        damaged.put(column, cell);
        write(
                SuggestionFiles.GROUPS,
                SuggestionFiles.GROUP_COLUMNS,
                List.of(group("1", "QUORVAX", "Construction", "0.95"), damaged));

        Call call = accept("1");

        assertThat(call.code()).isEqualTo(Task.INPUT);
        assertThat(call.err())
                .contains(SuggestionFiles.GROUPS + ":", ", column " + column + ": " + problem)
                .contains("Nothing was done. `segmenter suggest` makes this file anew.");
        assertThat(segments()).isEmpty();
    }

    @Test
    void aFileOfOtherColumnsIsRefused() throws IOException {
        Folders.write(folder.resolve("output").resolve(SuggestionFiles.GROUPS), List.of("Rank,Something", "1,2"));

        Call call = accept("1");

        assertThat(call.code()).isEqualTo(Task.INPUT);
        assertThat(call.err()).contains("lacks the column", "Suggested Industrial Group");
    }

    @Test
    void aReasonIsBoundedWhateverTheSourcesSay() throws IOException {
        Map<String, String> long_ = group("1", "QUORVAX", "Construction", "0.95");
        long_.put(SuggestionFiles.NOTES, "n".repeat(5000));
        long_.put(SuggestionFiles.title(1), "=cmd\r\n\u001b[31m" + "t".repeat(5000));
        long_.put(SuggestionFiles.url(1), "https://x.example/" + "u".repeat(5000));
        seal(long_, "e1");
        write(SuggestionFiles.GROUPS, SuggestionFiles.GROUP_COLUMNS, List.of(long_));

        accept("1");

        assertThat(segments()).hasSize(2);
        assertThat(segments().get(1)).hasSizeLessThan(800).doesNotContain("\u001b");
    }
}
