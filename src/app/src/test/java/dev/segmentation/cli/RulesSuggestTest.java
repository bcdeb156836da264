package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.cli.console.Task;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words are learned from what people decided. */
class RulesSuggestTest {
    @TempDir
    private Path folder;

    private Path rules;
    private final List<String> customers = new ArrayList<>(List.of("Customer Key,Customer Name"));
    private final List<String> decisions = new ArrayList<>(
            List.of("Master Customer Name Canonical,Industrial Group,Industry Detail,NAICS,Status,Source"));

    @BeforeEach
    void rules() {
        rules = folder.resolve("rules");
        Folders.copy(Golden.RULES, rules);
    }

    private void open(String... names) {
        for (String name : names) {
            customers.add(customers.size() + "," + name);
        }
    }

    private void decided(String group, String detail, String naics, String... names) {
        open(names);
        for (String name : names) {
            decisions.add(name + "," + group + "," + detail + "," + naics + ",Final,Batch-1");
        }
    }

    private Call call(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--input", folder.resolve("input"), "--output", folder.resolve("output"), "--rules", rules));
        return Call.of(all.toArray());
    }

    private JsonNode suggest(Object... words) throws IOException {
        Folders.write(folder.resolve("input/CustomerLastBillingDate.csv"), customers);
        Folders.write(folder.resolve("input/MasterSegmentationOverrides.csv"), decisions);
        assertThat(call("run", "--quiet").code()).isZero();
        List<Object> all = new ArrayList<>(List.of("rules", "suggest", "--json"));
        all.addAll(List.of(words));
        Call call = call(all.toArray());
        assertThat(call.code()).as(call.err()).isZero();
        return new ObjectMapper().readTree(call.out());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private void plumbers() {
        decided("Construction", "Plumber", "238220", "ZORBLATT PLUMBING", "QUIVELLE PLUMBING");
        decided("Construction", "Pipe Fitter", "2382", "MERVOLD PLUMBING");
        open("ASTRUMB PLUMBING LLC", "OGGLETH PLUMBING", "WHITTERSNAP");
    }

    @Test
    void aWordThatTellsAGroupBecomesARowWithWhatItWouldDo() throws IOException {
        plumbers();

        JsonNode rows = suggest();

        assertThat(rows).hasSize(1);
        JsonNode row = rows.get(0);
        assertThat(row.get("term").asText()).isEqualTo("PLUMBING");
        assertThat(row.get("match").asText()).isEqualTo("words");
        assertThat(row.get("method").asText()).isEqualTo("Heuristic");
        assertThat(row.get("support").asInt()).isEqualTo(3);
        assertThat(row.get("known").asInt()).isEqualTo(3);
        assertThat(row.get("lowerBound").asDouble()).isBetween(0.52, 0.53);
        assertThat(row.get("presentRules").asText()).isEqualTo("no rule places it");
        assertThat(texts(row.at("/places/names"))).containsExactly("Astrumb Plumbing", "Oggleth Plumbing");
        assertThat(row.at("/learns/count").asInt()).isEqualTo(3);
        assertThat(row.at("/mistakes/count").asInt()).isZero();
        assertThat(row.get("row").asText())
                .isEqualTo("CON-001,PLUMBING,words,Heuristic,Plumber,238220,,,\"learned from 3 decisions: Mervold"
                        + " Plumbing, Quivelle Plumbing, Zorblatt Plumbing\"");
    }

    @Test
    void aPastedRowDoesWhatWasSaid() throws IOException {
        plumbers();
        JsonNode row = suggest().get(0);
        Path table = rules.resolve(row.get("table").asText());
        Folders.write(
                table,
                List.of(
                        "Id,Term,Match,Method,Industry Detail,NAICS,Support Category,Unless,Note",
                        row.get("row").asText()));

        assertThat(call("rules", "check").code()).isZero();
        assertThat(call("run", "--quiet").code()).isZero();

        assertThat(Folders.lines(folder.resolve("output/MasterCustomerSegmentation.csv")))
                .filteredOn(line -> line.contains(",CON-001,"))
                .hasSize(2)
                .allMatch(line -> line.contains("PLUMBING,Construction,Plumber,238220,Heuristic,Low,"));
        assertThat(call("rules", "suggest").out()).contains("No words tell more than the rules know.");
    }

    @Test
    void rowsFollowTheColumnsAndIdsOfTheirTable() throws IOException {
        Folders.write(
                rules.resolve("groups/construction/terms.csv"),
                List.of(
                        "Term,Id,Mine,Method,Match,NAICS,Industry Detail",
                        "EXCAVATOR,CON-007,x,Rule-Based,words,,",
                        "DIGGER,CON-003,x,Rule-Based,words,,"));
        plumbers();
        decided("Construction", "Roofer", "238160", "ZORBLATT ROOFING", "HEXWORTH ROOFING", "VARDLE ROOFING");
        open("KELPWICK ROOFING");

        JsonNode rows = suggest();

        assertThat(texts(new ObjectMapper().valueToTree(rows.findValuesAsText("row"))))
                .containsExactly(
                        "PLUMBING,CON-008,,Heuristic,words,238220,Plumber",
                        "ROOFING,CON-009,,Heuristic,words,238160,Roofer");
    }

    @Test
    void aRowIsRuleBasedOnceItIsSurelyRight() throws IOException {
        for (String name : "ZORBLATT QUIVELLE MERVOLD HEXWORTH VARDLE KELPWICK TROSSEN UMBRILL FENDACK".split(" ")) {
            decided("Construction", "Plumber", "", name + " PLUMBING");
        }
        open("ASTRUMB PLUMBING");

        JsonNode row = suggest().get(0);

        assertThat(row.get("support").asInt()).isEqualTo(9);
        assertThat(row.get("method").asText()).isEqualTo("Rule-Based");
    }

    @Test
    void namesOfPeoplePlacesBrandsAndLegalFormsAreNoTerms() throws IOException {
        decided("Construction", "", "", "ZORBLATT JOHN LLC", "QUIVELLE JOHN LLC");
        decided("Utilities", "", "", "KRINST VALE", "KRINST MERVE", "KRINST OGGLE 12", "QUORVAX 12");
        open("MERVOLD JOHN LLC", "KRINST EAST", "ASTRUMB 12");

        assertThat(suggest()).isEmpty();
    }

    @Test
    void whatTheRulesKnowIsNotLearnedAgainAndCountsAgainstOthers() throws IOException {
        decided("Healthcare / Senior Living", "", "", "ZORBLATT DENTAL", "QUIVELLE DENTAL");
        decided("Manufacturing", "", "", "MERVOLD SUPPLY", "ASTRUMB SUPPLY");
        open("OGGLETH DENTAL SUPPLY", "VARDLE DENTAL SUPPLY", "HEXWORTH SUPPLY");

        assertThat(suggest()).isEmpty();

        JsonNode rows = suggest("--min-precision", "0.5");
        assertThat(rows.findValuesAsText("term")).containsExactly("SUPPLY");
        assertThat(rows.get(0).get("known").asInt()).isEqualTo(4);
        assertThat(texts(rows.get(0).at("/places/names"))).containsExactly("Hexworth Supply");
    }

    @Test
    void mastersThatPeopleDecidedOtherwiseAreMistakes() throws IOException {
        plumbers();
        decided("Manufacturing", "Valves", "", "HEXWORTH PLUMBING");

        JsonNode row = suggest("--min-precision", "0.7").get(0);

        assertThat(row.get("right").asInt()).isEqualTo(3);
        assertThat(row.get("known").asInt()).isEqualTo(4);
        assertThat(texts(row.at("/mistakes/names"))).containsExactly("Hexworth Plumbing");
        assertThat(call("rules", "suggest", "--min-precision", "0.7").out())
                .contains("GETS WRONG 1: Hexworth Plumbing", "right 3 of 4 known (75 %");
        assertThat(suggest()).isEmpty();
    }

    @Test
    void aRowThatSpeaksAgainstAnotherIsAConflict() throws IOException {
        decided("Construction", "", "", "ZORBLATT SERVICE BARN", "QUIVELLE BARN");
        open("MERVOLD BARN", "ASTRUMB SERVICE BARN");

        JsonNode row = suggest().get(0);

        assertThat(row.get("term").asText()).isEqualTo("BARN");
        assertThat(texts(row.at("/conflicts/names"))).contains("Astrumb Service Barn");
    }

    @Test
    void aWordThatTellsAtTheEndAloneIsASuffix() throws IOException {
        decided("Construction", "", "", "ZORBLATT BARN", "QUIVELLE BARN");
        decided("Manufacturing", "", "", "HEXWORTH BARN LAMPS", "VARDLE BARN LIGHTS");
        open("MERVOLD BARN INC", "OGGLETH BARN OWLS");

        JsonNode rows = suggest();

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("match").asText()).isEqualTo("suffix");
        assertThat(texts(rows.get(0).at("/places/names"))).containsExactly("Mervold Barn");
    }

    @Test
    void aLongerPhraseThatAddsNothingIsLeftOut() throws IOException {
        decided("Construction", "", "", "ZORBLATT HEATING AND COOLING", "QUIVELLE HEATING AND COOLING");
        open("MERVOLD HEATING AND COOLING");

        assertThat(suggest().findValuesAsText("term")).containsExactly("COOLING");
    }

    @Test
    void queuedDecisionsTeachNothingAndTheirMastersArePlaced() throws IOException {
        plumbers();
        open("HEXWORTH PLUMBING");
        decisions.add("HEXWORTH PLUMBING,Utilities,,,Queued,Batch-1");

        JsonNode row = suggest().get(0);

        assertThat(row.get("support").asInt()).isEqualTo(3);
        assertThat(row.get("known").asInt()).isEqualTo(3);
        assertThat(texts(row.at("/places/names"))).contains("Hexworth Plumbing");
    }

    @Test
    void theRowsAreWrittenAsCsv() throws IOException {
        plumbers();
        Path csv = folder.resolve("terms.csv");
        suggest("--csv", csv);
        List<String> cells = new ArrayList<>();

        TableReader.read(
                csv,
                StandardCharsets.UTF_8,
                TableSpec.of("Table", "Id", "Term", "Precision", "Places", "Row"),
                row -> cells.addAll(List.of(
                        row.get("Table"), row.get("Id"), row.get("Term"), row.get("Precision"), row.get("Places"))),
                error -> cells.add(error.toString()),
                note -> {});

        assertThat(cells).containsExactly("groups/construction/terms.csv", "CON-001", "PLUMBING", "1.000", "2");
    }

    @Test
    void rowsAreShownForPeople() throws IOException {
        plumbers();
        suggest();

        Call call = call("rules", "suggest");

        assertThat(call.out())
                .contains("PLUMBING  (words, Heuristic)  ->  Construction, Plumber 238220")
                .contains("  decided so 3, right 3 of 3 known (100 %, surely 53 %); now: no rule places it")
                .contains("  places 2: Astrumb Plumbing, Oggleth Plumbing")
                .contains("For groups/construction/terms.csv:\nCON-001,PLUMBING,words,")
                .doesNotContain("GETS WRONG", "CONFLICTS");
    }

    @Test
    void theLimitKeepsTheSurest() throws IOException {
        plumbers();
        decided("Construction", "", "", "VARDLE ROOFING", "KELPWICK ROOFING");
        open("HEXWORTH ROOFING");

        assertThat(suggest().findValuesAsText("term")).containsExactly("PLUMBING", "ROOFING");
        assertThat(suggest("--limit", "1").findValuesAsText("term")).containsExactly("PLUMBING");
        assertThat(suggest("--min-support", "3").findValuesAsText("term")).containsExactly("PLUMBING");
    }

    @ParameterizedTest
    @CsvSource({
        "--min-support,0,--min-support must be 1 or more",
        "--limit,0,--limit 1 to 1000",
        "--min-precision,1.2,--min-precision must be above 0 and at most 1",
        "--csv,terms.txt,Name a file that ends in .csv"
    })
    void optionsThatMakeNoSenseAreRefused(String option, String value, String message) {
        Call call = call("rules", "suggest", option, value);

        assertThat(call.code()).isEqualTo(Task.USAGE);
        assertThat(call.err()).contains(message);
    }

    @Test
    void thereMustHaveBeenARun() throws IOException {
        Files.createDirectories(folder.resolve("input"));

        Call call = call("rules", "suggest");

        assertThat(call.code()).isEqualTo(Task.INPUT);
        assertThat(call.err()).contains("CustomerMasterMap.csv does not exist");
    }
}
