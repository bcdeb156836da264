package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.cli.console.Task;
import dev.segmentation.suggest.workflow.SuggestionFiles;
import dev.segmentation.suggest.workflow.SuggestionSeal;
import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of suggestions that somebody changed, or only saved again. */
class EditedSuggestionsTest extends SuggestionFolder {
    private void rows(List<String> columns, Map<String, String> row) throws IOException {
        write(
                SuggestionFiles.GROUPS,
                columns,
                List.of(row, group("2", "BRINDLEMOOR HOLDINGS", "Commercial Real Estate", "0.71")));
    }

    private Map<String, String> row() throws IOException {
        return group("1", "QUORVAX", "Healthcare / Senior Living", "0.87");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Suggested Industrial Group | Construction",
                "Suggested Industrial Group | ''",
                "Suggested Industry Detail | Acute care",
                "Suggested Support Category | Retail",
                "Suggested NAICS | 622110",
                "Probability | 0.99",
                "Second Group | Utilities",
                "Second Probability | 0.5",
                "Source 1 Title | Register of hospitals",
                "Source 2 URL | https://elsewhere.example/",
                "Language Model Alone | TRUE",
                "Evidence | e1",
                "Evidence | ''"
            })
    void aChangedRowIsRefusedWithItsCellAndTheOthersAreDone(String column, String cell) throws IOException {
        Map<String, String> edited = row();
        edited.put(column, cell);
        rows(SuggestionFiles.GROUP_COLUMNS, edited);

        Call call = call("suggest", "accept", "1", "2");

        assertThat(call.code()).isEqualTo(Task.REJECTED);
        assertThat(call.err())
                .contains(SuggestionFiles.GROUPS + ":2, column " + column + ": not as it was suggested")
                .contains("Suggest again, or choose the group yourself with --group.");
        assertThat(segments()).hasSize(2).last().asString().startsWith("BRINDLEMOOR HOLDINGS,");
        assertThat(call("suggest", "reject", "1").err()).contains("not as it was suggested");
        assertThat(input(REJECTIONS)).doesNotExist();
    }

    @Test
    void aGroupFilledInWhereNothingWasSuggestedIsNoSuggestion() throws IOException {
        Map<String, String> filled = group("1", "QUORVAX", "", "");
        filled.put(SuggestionFiles.GROUP, "Construction");
        filled.put(SuggestionFiles.PROBABILITY, "1");
        rows(SuggestionFiles.GROUP_COLUMNS, filled);

        assertThat(call("suggest", "accept", "1").err()).contains("not as it was suggested");
        assertThat(segments()).isEmpty();
    }

    @Test
    void whoChoosesTheGroupOfAChangedRowDecidesItWithoutItsEvidence() throws IOException {
        Map<String, String> edited = row();
        edited.put(SuggestionFiles.GROUP, "Construction");
        rows(SuggestionFiles.GROUP_COLUMNS, edited);

        assertThat(call("suggest", "accept", "1", "--group", "Construction").code())
                .isZero();

        assertThat(segments().get(1))
                .contains(",Construction,,,Manual Override,")
                .contains("Chosen by a person; the suggestion had been changed by hand.")
                .doesNotContain("0.87", "Register of");
    }

    @Test
    void ownNotesAndColumnsInAnotherOrderChangeNothing() throws IOException {
        Map<String, String> row = row();
        row.put(SuggestionFiles.NOTES, "looked at by kim");
        row.put(SuggestionFiles.NAME, "Quorvax of Oslo");
        List<String> turned = new ArrayList<>(SuggestionFiles.GROUP_COLUMNS);
        Collections.reverse(turned);
        rows(turned, row);

        Call call = call("suggest", "accept", "1");

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(segments().get(1)).contains(",Healthcare / Senior Living,something of it,2382,", "looked at by kim");
    }

    /** Excel drops zeros at the end, quotes otherwise, ends lines otherwise and puts a byte-order mark in front. */
    @Test
    void aFileThatASpreadsheetSavedAgainIsAsItWasSuggested() throws IOException {
        Map<String, String> row = row();
        row.put(SuggestionFiles.PROBABILITY, "0.870");
        row.put(SuggestionFiles.SECOND_GROUP, "Public Schools (K–12)");
        row.put(SuggestionFiles.SECOND_PROBABILITY, "0.100");
        seal(row, "12-1e5");
        row.put(SuggestionFiles.PROBABILITY, "0.87");
        row.put(SuggestionFiles.SECOND_PROBABILITY, "0.1");
        rows(SuggestionFiles.GROUP_COLUMNS, row);
        String text = Files.readString(folder.resolve("output").resolve(SuggestionFiles.GROUPS));
        Folders.write(
                folder.resolve("output").resolve(SuggestionFiles.GROUPS),
                List.of("\uFEFF" + text.strip().replace(",", ";").replace("\n", "\r\n")));

        Call call = call("suggest", "accept", "1");

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(segments()).hasSize(2);
    }

    @Test
    void whatTheExcelProfileWritesIsAsItWasSuggested() throws IOException {
        customers(List.of(
                "Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)",
                "1,A1,STEELWERX LLC,ERP,2026-01-03"));
        call("run");
        call("suggest", "--abstain-below", "0", "--csv-profile", "excel");

        Call call = call("suggest", "accept", "--min-confidence", "0.01");

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(segments()).hasSizeGreaterThan(1);
    }

    @Test
    void aNulCharacterIsNoCellOfOurs() throws IOException {
        Map<String, String> row = row();
        row.put(SuggestionFiles.NOTES, "a\0b");
        rows(SuggestionFiles.GROUP_COLUMNS, row);

        Call call = call("suggest", "accept", "2");

        assertThat(call.code()).isEqualTo(Task.INPUT);
        assertThat(call.err())
                .contains(SuggestionFiles.GROUPS + ":2, column Notes: a NUL character")
                .doesNotContain("\0");
        assertThat(segments()).isEmpty();
    }

    @Test
    void aSealTellsEveryCellThatItCovers() throws IOException {
        Map<String, String> row = row();

        assertThat(SuggestionSeal.on("e", row::get)).isEqualTo(SuggestionSeal.on("e", Map.copyOf(row)::get));
        assertThat(SuggestionSeal.on("e", row::get)).startsWith("e/").isNotEqualTo(SuggestionSeal.on("f", row::get));
    }

    @Test
    void whatALanguageModelAloneSaysIsAcceptedByItsRankOnly() throws IOException {
        Map<String, String> claimed = row();
        claimed.put(SuggestionFiles.CLAIMED, "TRUE");
        seal(claimed, "e1");
        rows(SuggestionFiles.GROUP_COLUMNS, claimed);

        Call likely = call("suggest", "accept", "--min-confidence", "0.7");

        assertThat(likely.code()).as(likely.err()).isZero();
        assertThat(likely.out()).contains("1 suggestion accepted");
        assertThat(likely.err()).contains("1 suggestion is left out, for a language model alone says so");
        assertThat(segments()).hasSize(2).last().asString().startsWith("BRINDLEMOOR HOLDINGS,");
        assertThat(call("suggest", "accept", id("QUORVAX")).code()).isZero();
        assertThat(segments()).hasSize(3);
    }
}
