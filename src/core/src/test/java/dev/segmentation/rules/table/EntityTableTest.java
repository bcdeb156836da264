package dev.segmentation.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.table.RowError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTableTest {
    private static final String HEADER = "Name,Industrial Group,Source,Guard\n";

    @TempDir
    Path rules;

    private final List<RowError> errors = new ArrayList<>();
    private NameTables names;

    @BeforeEach
    void nameTables() {
        write(
                "names/legal-forms.csv",
                "Form,Position,Class\nSA,end,SA\nS.A.,end,SA\nINC,end,INC\nINCORPORATED,end,INC\nLLC,end,LLC\nPLC,end,PLC\n");
        write("names/common-words.csv", "Word,Kind\nORANGE,\nINDUSTRIES,company\n");
        write("names/group-words.csv", "Word\nGROUP\n");
        write("names/places.csv", "Place,Kind\nABILENE,city\nSAN DIEGO,city\n");
        write("names/given-names.csv", "Given Name\nABIGAIL\n");
        write("names/chains.csv", "Prefix,Match,Master Name\nTARGET,whole,Target\n");
        names = new NameTables(rules.resolve("names"), errors::add);
    }

    @ParameterizedTest
    @CsvSource({
        "Orange S.A., ORANGE SA, true",
        "Orange S.A., ORANGE S.A., true",
        "Orange S.A., ORANGE, false",
        "Orange S.A., ORANGE LLC, false",
        "Orange S.A., ORANGES, false",
        "Orange Group S.A., ORANGE GROUP, false",
        "Orange Group S.A., ORANGE GROUP SA, true",
        "Orange Industries Inc, ORANGE INDUSTRIES, false",
        "Orange Juice Inc, ORANGE JUICE, true",
        "Vp plc, VP, false",
        "Vp plc, VP PLC, true",
        "KION Inc, KION, false",
        "Andritz SA, ANDRITZ, true",
        "Andritz SA, ANDRITZ LLC, true",
        "Abilene Inc, ABILENE, false",
        "San Diego Inc, SAN DIEGO, false",
        "Abigail Inc, ABIGAIL, false",
        "Abigail Inc, ABIGAIL INCORPORATED, true",
        "Target, TARGET, true"
    })
    void shortOrCommonNameNeedsItsKindOfLegalForm(String listed, String customer, boolean known) {
        register(listed + ",Utilities,register,\n");

        assertThat(find(customer) != null).isEqualTo(known);
        assertThat(errors).isEmpty();
    }

    @Test
    void guardCanBeTurnedOff() {
        register("Orange,Utilities,register,off\n");

        assertThat(find("ORANGE")).isNotNull();
        assertThat(find("ORANGE LLC")).isNotNull();
    }

    @Test
    void rowThatCouldMatchNobodyIsAnError() {
        register("Orange,Utilities,register,\nAcme,Utilities,register,on\n");

        assertThat(find("ORANGE")).isNull();
        assertThat(errors)
                .extracting(RowError::toString)
                .anySatisfy(e -> assertThat(e).contains("without a legal form would match nobody"))
                .anySatisfy(e -> assertThat(e).contains("neither blank nor off"))
                .hasSize(2);
    }

    @Test
    void rowWithoutSourceIsAnError() {
        register("Acme,Utilities,,\n");

        assertThat(find("ACME")).isNull();
        assertThat(errors).hasSize(1);
    }

    @Test
    void legalFormSettlesWhatTwoRegistersDispute() {
        register(
                "Capita plc,Construction,a,\nCapita Inc,Utilities,b,\nBoltec Inc,Utilities,a,\nBOLTEC.,Utilities,b,\n");

        assertThat(find("CAPITA")).isNull();
        assertThat(find("CAPITA PLC").name()).isEqualTo("Capita plc");
        assertThat(find("CAPITA INC").name()).isEqualTo("Capita Inc");
        assertThat(find("BOLTEC").line()).isEqualTo(4);
    }

    @Test
    void whatTwoRegistersStillDisputeDecidesNothing() {
        register("Capita Inc,Construction,a,\nCapita Incorporated,Utilities,b,\n---,Utilities,a,\n");

        assertThat(find("CAPITA")).isNull();
        assertThat(find("CAPITA INC")).isNull();
    }

    private void register(String rows) {
        write("entities/register.csv", HEADER + rows);
    }

    private EntityRow find(String customer) {
        EntityIndex index =
                EntityIndex.of(new EntityTable(rules, new RuleTables(rules, null, errors::add), names).read());
        return index.find(new NameParser(names).parse(customer), names);
    }

    private void write(String name, String text) {
        try {
            Path file = rules.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
