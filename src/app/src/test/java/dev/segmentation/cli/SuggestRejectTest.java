package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.cli.console.Task;
import dev.segmentation.service.TestRun;
import dev.segmentation.suggest.workflow.Rejections;
import dev.segmentation.suggest.workflow.SuggestionFiles;
import dev.segmentation.table.RowError;
import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People reject suggestions, which then stay away until what speaks for them changes. */
class SuggestRejectTest extends SuggestionFolder {
    private final List<RowError> errors = new ArrayList<>();

    private Rejections rejections() {
        return Rejections.read(
                new TestRun(folder.resolve("input"), folder.resolve("output")).settings(), errors::add, note -> {});
    }

    @Test
    void aRejectedGroupStaysAwayUntilItsEvidenceChanges() throws IOException {
        assertThat(rejections().rejected("group", id("QUORVAX"), "Construction", "e1"))
                .isFalse();

        Call call = call("suggest", "reject", "1", "--reason", "it sells tea", "--owner", "kim");

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(call.out())
                .contains("rejected: Construction (0.95), does not come back until its evidence changes")
                .contains("1 suggestion rejected; take it back with: segmenter undo D000001");
        assertThat(lines(REJECTIONS))
                .containsExactly(
                        "Kind,Master Id,Master Customer Name Canonical,Suggested,Evidence,Owner,Date,Reason",
                        "group," + id("QUORVAX") + ",QUORVAX,Construction,e1,kim," + LocalDate.now() + ",it sells tea");
        Rejections rejections = rejections();
        assertThat(rejections.rejected("group", id("QUORVAX"), "Construction", "e1"))
                .isTrue();
        assertThat(rejections.rejected("group", id("QUORVAX"), "Construction", "e2"))
                .isFalse();
        assertThat(rejections.rejected("group", id("QUORVAX"), "Manufacturing", "e1"))
                .isFalse();
        assertThat(rejections.rejected("group", id("ZEPPERIN"), "Construction", "e1"))
                .isFalse();
        assertThat(rejections.rejected("website", id("QUORVAX"), "Construction", "e1"))
                .isFalse();
    }

    @Test
    void aRejectedWebsiteStaysAwayUntilItsSourcesChange() throws IOException {
        assertThat(call("suggest", "reject", "2", "--kind", "website").code()).isZero();

        Rejections rejections = rejections();
        String id = id("ZEPPERIN");
        assertThat(rejections.rejected(
                        "website",
                        id,
                        "zepperin.example",
                        Rejections.evidence("zepperin.example", List.of("", "Register", ""))))
                .isTrue();
        assertThat(rejections.rejected(
                        "website",
                        id,
                        "zepperin.example",
                        Rejections.evidence("zepperin.example", List.of("Register", "Wikidata"))))
                .isFalse();
        assertThat(rejections.rejected(
                        "website", id, "other.example", Rejections.evidence("other.example", List.of("Register"))))
                .isFalse();
    }

    @Test
    void evidenceDoesNotDependOnTheOrderOfSourcesNorOnWhatTheFileHasNoRoomFor() {
        assertThat(Rejections.evidence("a.example", List.of("x", "y", "z", "more")))
                .isEqualTo(Rejections.evidence("a.example", List.of("x", " y\n", "z")));
        assertThat(Rejections.evidence("a.example", List.of("x", "y")))
                .isEqualTo(Rejections.evidence("A.example", List.of("y", " x")))
                .isNotEqualTo(Rejections.evidence("a.example", List.of("xy")));
    }

    @Test
    void rejectingAgainIsToldAndChangesNothing() {
        Call both = call("suggest", "reject", "1", "1:2", "1");
        Map<String, String> before = Folders.files(folder.resolve("input"));

        Call again = call("suggest", "reject", "1");

        assertThat(both.out()).contains("2 suggestions rejected");
        assertThat(again.out()).contains("was rejected before", "0 suggestions rejected, 1 left as they are");
        assertThat(Folders.files(folder.resolve("input"))).isEqualTo(before);
        assertThat(lines(REJECTIONS)).hasSize(3);
    }

    @Test
    void whatWasAcceptedOrNeverSuggestedIsNotRejected() {
        call("suggest", "accept", "1");

        Call call = call("suggest", "reject", "1", "3");

        assertThat(call.code()).isEqualTo(Task.REJECTED);
        assertThat(call.err()).contains("people decided so: Construction of Suggestions-", "nothing to reject");
        assertThat(input(REJECTIONS)).doesNotExist();
        assertThat(call("suggest", "reject", "1:2").code()).isZero();
    }

    @Test
    void aDryRunOfARejectionWritesNothing() {
        assertThat(call("suggest", "reject", "1", "--dry-run").out())
                .contains("1 suggestion would be rejected; nothing was written");
        assertThat(input(REJECTIONS)).doesNotExist();
    }

    @Test
    void ranksMustBeInTheFile() {
        assertThat(call("suggest", "reject").code()).isEqualTo(Task.USAGE);
        Call call = call("suggest", "reject", "1", "9");
        assertThat(call.code()).isEqualTo(Task.USAGE);
        assertThat(call.err()).contains(SuggestionFiles.GROUPS + " has no rank 9. Nothing was done.");
        assertThat(input(REJECTIONS)).doesNotExist();
    }

    @Test
    void aMasterIdMeansItsMasterWhateverRankItHasNow() throws IOException {
        String id = id("QUORVAX");
        write(
                SuggestionFiles.GROUPS,
                SuggestionFiles.GROUP_COLUMNS,
                List.of(
                        group("1", "TALLOWAY KRINST", "Utilities", "0.93"),
                        group("2", "QUORVAX", "Construction", "0.95")));

        assertThat(call("suggest", "reject", id + ":2", id + ":2").out())
                .contains("2:2  QUORVAX", "1 suggestion rejected");
        assertThat(call("suggest", "accept", id).out()).contains("2  QUORVAX", "1 suggestion accepted");
        Call gone = call("suggest", "accept", id("TALLOWAY KRINST"), "MAAAAAAAAAA");

        assertThat(gone.code()).isEqualTo(Task.USAGE);
        assertThat(gone.err()).contains("has no master MAAAAAAAAAA. Maybe it is decided. Nothing was done.");
        assertThat(lines("MasterSegmentationOverrides.csv")).noneMatch(line -> line.startsWith("TALLOWAY KRINST"));
    }

    @Test
    void aRejectionIsTakenBack() throws IOException {
        call("suggest", "reject", "1");
        String one = Files.readString(input(REJECTIONS));
        call("suggest", "reject", "4", "2:2");

        assertThat(call("undo", "D000002").code()).isZero();

        assertThat(Files.readString(input(REJECTIONS))).isEqualTo(one);
        assertThat(call("undo", "Rejections-" + LocalDate.now()).code()).isZero();
        assertThat(rejections().rejected("group", id("QUORVAX"), "Construction", "e1"))
                .isFalse();
    }

    @Test
    void historyOfAMasterTellsWhatWasRejectedAndAccepted() {
        call("suggest", "reject", "1", "--owner", "kim", "--reason", "it sells tea");
        call("suggest", "accept", "1:2", "--owner", "lee");
        call("suggest", "accept", "4");

        Call call = call("history", "quorvax inc");

        assertThat(call.out().lines())
                .anyMatch(line -> line.endsWith("D000001  kim  suggest reject (Rejections-" + LocalDate.now() + ")"))
                .anyMatch(line -> line.endsWith("D000002  lee  suggest accept (Suggestions-" + LocalDate.now() + ")"))
                .contains(
                        "  + D000001-1  SuggestionRejections.csv  QUORVAX / group / Construction / e1",
                        "  + D000002-1  MasterSegmentationOverrides.csv  QUORVAX / Suggestions-" + LocalDate.now())
                .anyMatch(line -> line.contains("Reason: it sells tea"));
        assertThat(call.out()).doesNotContain("TALLOWAY");
        assertThat(call("history", "--verify").code()).isZero();
    }

    @Test
    void rowsThatPeopleWroteAreReadOrReported() throws IOException {
        Folders.write(
                input(REJECTIONS),
                List.of(
                        "Kind;Master Id;Suggested;Evidence;Reason",
                        "Group;" + id("QUORVAX") + ";construction;;never",
                        "colour;M1;red;;",
                        "website;;x.example;;",
                        "website;M1;;;"));

        Rejections rejections = rejections();

        assertThat(rejections.rejected("group", id("QUORVAX"), "Construction", "whatever"))
                .isTrue();
        assertThat(errors)
                .extracting(RowError::problem)
                .containsExactly("not a kind of suggestion", "no master id", "rejects nothing");
        Call call = call("suggest", "reject", "1");
        assertThat(call.out()).contains("was rejected before");
    }
}
