package dev.segmentation.suggest.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WikidataModelTest {
    private static final Path RULES = Path.of("rules");
    private static final NameParser NAMES = new NameParser(new NameTables(RULES.resolve("names"), error -> {}));

    @TempDir
    Path folder;

    private static OpenMaster master(String name) {
        return new OpenMaster("M1", name, name, List.of(name), List.of(), 1, "Unknown", 1);
    }

    private static WikidataModel.Said ask(String name, RecordedWeb web) throws IOException {
        IndustryTable table = IndustryTable.read(RULES, error -> {});
        return new WikidataModel(web, table, NAMES).ask(master(name));
    }

    @Test
    void anOrganisationOfTheSameNameSuggestsItsGroup() throws IOException {
        WikidataModel.Said said = ask("ACME STEEL INC", RecordedWeb.wikidata());

        GroupSuggestion suggestion = said.suggestion().orElseThrow();
        assertThat(suggestion.classification())
                .isEqualTo(new Classification(IndustrialGroup.MANUFACTURING, "Steel", "3311", SupportCategory.NONE));
        assertThat(suggestion.probability()).isEqualTo(0.6);
        assertThat(suggestion.evidence())
                .isEqualTo(said.evidence())
                .singleElement()
                .satisfies(evidence -> {
                    assertThat(evidence.url()).isEqualTo("https://www.wikidata.org/wiki/Q100");
                    assertThat(evidence.text())
                            .isEqualTo(
                                    "American steel maker. Industry: steel industry. Kind: business. Country: United States");
                });
    }

    @Test
    void otherNamesAreNoMatch() throws IOException {
        assertThat(ask("ACME STEEL OF OHIO AND INDIANA", RecordedWeb.wikidata()))
                .isEqualTo(new WikidataModel.Said(List.of(), java.util.Optional.empty()));
    }

    @Test
    void organisationsOfOtherCountriesSuggestLess() throws IOException {
        RecordedWeb web = new RecordedWeb()
                .with("action=wbsearchentities", 200, RecordedWeb.file("wikidata/search.json"))
                .with("props=labels|aliases", 200, RecordedWeb.file("wikidata/entities.json"))
                .with(
                        "props=labels&",
                        200,
                        RecordedWeb.file("wikidata/labels.json").replace("United States", "Finland"));

        assertThat(ask("ACME STEEL", web).suggestion().orElseThrow().probability())
                .isEqualTo(0.3);
    }

    @Test
    void industriesWithoutMeaningAreEvidenceOnly() throws IOException {
        RecordedWeb web = new RecordedWeb()
                .with("action=wbsearchentities", 200, RecordedWeb.file("wikidata/search.json"))
                .with("props=labels|aliases", 200, RecordedWeb.file("wikidata/entities.json"))
                .with(
                        "props=labels&",
                        200,
                        RecordedWeb.file("wikidata/labels.json").replace("steel industry", "alchemy"));

        WikidataModel.Said said = ask("ACME STEEL", web);
        assertThat(said.evidence()).hasSize(1);
        assertThat(said.suggestion()).isEmpty();
    }

    @Test
    void theTableOfTheProductIsSoundAndItsCodesExist() {
        List<RowError> errors = new ArrayList<>();
        IndustryTable table = IndustryTable.read(RULES, errors::add);
        Set<String> codes = new HashSet<>(Set.of(""));
        read("common/naics2022.csv", TableSpec.of("Code"), row -> codes.add(row.get("Code")));

        assertThat(errors).isEmpty();
        assertThat(table.size()).isGreaterThan(150);
        read(IndustryTable.FILE, TableSpec.of("NAICS"), row -> assertThat(codes).contains(row.get("NAICS")));
    }

    private static void read(
            String file, TableSpec spec, java.util.function.Consumer<dev.segmentation.table.Row> rows) {
        TableReader.read(RULES.resolve(file), StandardCharsets.UTF_8, spec, rows, error -> {}, note -> {});
    }

    @Test
    void wrongRowsOfTheTableAreTold() throws IOException {
        Path file = folder.resolve(IndustryTable.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                Industry,Group,Support Category,NAICS
                bank,Financial Services,,522
                Bank,Utilities,,
                ship,Unknown,,
                shop,Commercial Services,Shops,
                ,Utilities,,
                film,,,
                mill,Manufacturing,,31 or 33
                """);
        List<RowError> errors = new ArrayList<>();

        IndustryTable table = IndustryTable.read(folder, errors::add);

        assertThat(errors).extracting(RowError::line).containsExactly(3L, 4L, 5L, 6L, 8L);
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.noCustomer(List.of("Film"))).isTrue();
        assertThat(IndustryTable.read(folder.resolve("none"), errors::add).size())
                .isZero();
    }
}
