package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.cli.console.Task;
import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateSuggestTest {
    @TempDir
    Path folder;

    private Path truth;

    @BeforeEach
    void labels() {
        truth = folder.resolve("labels.csv");
        Folders.write(
                truth,
                List.of(
                        "Name,Expected Group",
                        "Harlow Plumbing & Heating Inc,Construction",
                        "Vessel Federal Credit Union,Financial Services",
                        "Saint Brigid Catholic Church,Non-Profit / Religious",
                        "Quornex Zvelt,Manufacturing",
                        "Blimbo Quarx,Nonsense"));
    }

    private Call evaluate(Object... words) {
        Object[] all = new Object[words.length + 8];
        Object[] first = {"evaluate", "suggest", "--truth", truth, "--input", folder, "--output", folder};
        System.arraycopy(first, 0, all, 0, 8);
        System.arraycopy(words, 0, all, 8, words.length);
        return Call.of(all);
    }

    @Test
    void countsWhatIsRightAndTellsTheNamesThatRulesLeaveOpenApart() throws IOException {
        Call call = evaluate("--json");

        JsonNode report = new ObjectMapper().readTree(call.out());
        assertThat(call.code()).isEqualTo(Task.REJECTED);
        assertThat(report.at("/overall/names").asInt()).isEqualTo(4);
        assertThat(report.at("/overall/top1").asDouble()).isGreaterThanOrEqualTo(0.75);
        assertThat(report.at("/open/names").asInt()).isEqualTo(1);
        assertThat(report.at("/rejected/0/value").asText()).isEqualTo("Nonsense");
        assertThat(report.at("/calibration")).hasSize(10);
        int inBins = 0;
        for (JsonNode bin : report.at("/calibration")) {
            inBins += bin.get("names").asInt();
        }
        assertThat(inBins).isEqualTo(4);
    }

    @Test
    void noNameIsLearnedFrom() throws IOException {
        Folders.write(
                folder.resolve("MasterSegmentationOverrides.csv"),
                List.of(
                        "Master Customer Name Canonical,Industrial Group,Owner,Date",
                        "QUORNEX ZVELT,Manufacturing,kim,2026-01-01"));

        int learned = new ObjectMapper()
                .readTree(evaluate("--json").out())
                .get("examples")
                .asInt();
        Folders.write(truth, List.of("Name,Expected Group", "Harlow Plumbing,Construction"));
        int withDecision = new ObjectMapper()
                .readTree(evaluate("--json").out())
                .get("examples")
                .asInt();

        assertThat(withDecision).isEqualTo(learned + 1);
    }

    @Test
    void foldsLearnFromEachOtherAndEveryNameIsAskedOnce() throws IOException {
        Folders.write(
                truth,
                List.of(
                        "Name,Expected Group",
                        "Aarvik Zorblixen,Utilities",
                        "Bexley Zorblixen,Utilities",
                        "Cadmus Zorblixen,Utilities",
                        "Dunmore Zorblixen,Utilities",
                        "Evenrood Zorblixen,Utilities",
                        "Farrow Zorblixen,Utilities"));

        JsonNode alone = new ObjectMapper().readTree(evaluate("--json").out());
        JsonNode folds =
                new ObjectMapper().readTree(evaluate("--json", "--folds", "3").out());

        assertThat(folds.get("names")).hasSize(6);
        assertThat(folds.at("/overall/top1").asDouble())
                .isGreaterThan(alone.at("/overall/top1").asDouble())
                .isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void printsATableForPeople() {
        assertThat(evaluate("--precision", "0.5").out())
                .contains("Left open by the rules")
                .contains("of the names can be had at a precision of 0.50")
                .contains("Promised")
                .contains("ms for a name");
    }

    @Test
    void oneFoldMakesNoSense() {
        assertThat(evaluate("--folds", "1").err()).contains("--folds must be 0 or 2 to 50, not 1");
    }
}
