package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestWebsitesTest extends AnalystFolder {

    @BeforeEach
    void registers() {
        Folders.write(
                rules.resolve("websites/registers.csv"),
                List.of(
                        "Name,Website,Kind,Country,State,City,Level,Source",
                        "Brindlemoor Holdings Ltd,brindlemoor.com,company,United States,,,,book"));
        Folders.write(rules.resolve("websites/blocked-hosts.csv"), List.of("Host,Why"));
    }

    @Test
    void suggestsAndSaysWhereItIsWritten() {
        Call call = call("suggest-websites");

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("brindlemoor.com", "1 websites suggested for", "MasterWebsiteSuggestions.csv");
        assertThat(folder.resolve("output/MasterWebsiteSuggestions.csv")).isRegularFile();
        assertThat(folder.resolve("output/.suggest")).doesNotExist();
    }

    @Test
    void aRankStaysWhenAnotherMasterHasAWebsiteAndNamesItsMaster() throws IOException {
        Call call = call("suggest-websites");
        Map<String, String> before = ranks();
        assertThat(call.out()).contains("Master Id").containsPattern(" 2  M[A-Z2-7]{10} +1  Brindlemoor Holdings ");

        Folders.write(
                folder.resolve("input/MasterWebsites.csv"),
                List.of("Master Customer Name Canonical,Company Website", "QUORVAX,quorvax.example"));
        call("suggest-websites");

        assertThat(before.remove("QUORVAX")).isEqualTo("1");
        assertThat(ranks()).isEqualTo(before).containsEntry("BRINDLEMOOR HOLDINGS", "2");
    }

    private Map<String, String> ranks() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("output/MasterWebsiteSuggestions.csv"));
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[2], cells -> cells[0]));
    }

    @Test
    void jsonIsForPrograms() throws IOException {
        Call call = call("suggest-websites", "--json", "--limit", 2);

        JsonNode json = new ObjectMapper().readTree(call.out());
        assertThat(json.path("suggestions")).hasSize(2);
        assertThat(json.path("open").asInt()).isGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({
        "--limit,0,--limit must be",
        "--limit,x,--limit",
        "--sleep-seconds,-1,--sleep-seconds must be",
        "--sleep-seconds,NaN,--sleep-seconds must be"
    })
    void optionsThatMakeNoSenseAreRefused(String option, String value, String said) {
        Call call = call("suggest-websites", option, value);

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains(said);
    }

    @Test
    void onlineAndOfflineContradictEachOther() {
        assertThat(call("suggest-websites", "--online", "--offline").code()).isEqualTo(2);
    }

    @Test
    void badRowOfTheRegistersIsToldAndTheOthersCount() {
        Folders.write(rules.resolve("websites/blocked-hosts.csv"), List.of("Host,Why", "no host,directory"));

        Call call = call("suggest-websites");

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out()).contains("brindlemoor.com");
        assertThat(call.err()).contains("blocked-hosts.csv", "no host");
    }

    @Test
    void withoutRegistersItSaysThatThereAreNone() throws IOException {
        Path other = folder.resolve("rules");
        Folders.copy(rules, other);
        for (String file : List.of("registers.csv", "blocked-hosts.csv", "")) {
            Files.deleteIfExists(other.resolve("websites").resolve(file));
        }

        Call call = Call.of(
                "suggest-websites",
                "--input",
                folder.resolve("input"),
                "--output",
                folder.resolve("output"),
                "--rules",
                other);

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(call.err())
                .contains("Note: " + other.resolve("websites") + " does not exist: there are no registers");
        assertThat(call("suggest-websites").err()).doesNotContain("does not exist");
    }

    @Test
    void withoutARunItSaysWhatToDo() throws IOException {
        Files.delete(folder.resolve("output/CustomerMasterMap.csv"));

        Call call = call("suggest-websites");

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("segmenter run");
    }
}
