package dev.segmentation.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that no one would make up, and lists that consist of one name in all spellings. */
class StrangeNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "-",
                "7",
                "000000000000000000000000000000000000000000",
                "🍕🍕🍕",
                "شركة النور المحدودة",
                "חברת החשמל",
                "株式会社日立製作所",
                "ООО Ромашка",
                "\u202EESREVER",
                "A\u0301\u0301\u0301\u0301",
                "&&&&&&&&&&&&&&&&"
            })
    void everyCustomerHasAMaster(String name) {
        DedupeResult result = Book.of(name, name + " INC", "BOLT", name).dedupe();
        assertThat(result.entries())
                .hasSize(4)
                .allMatch(entry -> !entry.master().id().isEmpty());
    }

    @Test
    void namesOfOtherScriptsAreOneMasterOnlyWhereTheirLettersAgree() {
        DedupeResult result =
                Book.of("РОМАШКА СЕВЕР", "ромашка (СЕВЕР)", "日立製作所", "東芝電機").dedupe();
        assertThat(result.entries().get(0).master())
                .isEqualTo(result.entries().get(1).master());
        assertThat(result.masters()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "ООО Газпром, GAZPROM OOO",
        "ООО Ромашка, Romashka OOO",
        "ПАО «Газпром», Gazprom PJSC",
        "トヨタ 株式会社, TOYOTA K.K."
    })
    void nameSpelledInTwoScriptsIsOneMaster(String name, String latin) {
        assertThat(Book.of(name, latin).dedupe().masters()).hasSize(1);
    }

    @Test
    void namesInHanCharactersAreOneMasterOnlyWhereTheyAgree() {
        assertThat(Book.of("株式会社 日立製作所", "日立製作所", "株式会社 東芝電機").dedupe().masters())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A ", "ABCDEFGHIJ", "1 ", "SMITH & ", "É"})
    void namesOfTenThousandCharactersAreNotLost(String part) {
        String name = part.repeat(10_000 / part.length());
        String[] names = new String[60];
        Arrays.setAll(names, i -> name.substring(0, name.length() - i));
        assertThat(Book.of(names).dedupe().entries()).hasSize(60);
    }

    @Test
    void blockOfNearlyEqualNamesIsComparedAmongNeighbours() {
        assertThat(nearlyEqual(2_000)).hasSize(2_000);
    }

    @Test
    @EnabledIfSystemProperty(named = "soak", matches = "true")
    void blockOfFiftyThousandNearlyEqualNamesIsComparedAmongNeighbours() {
        assertThat(nearlyEqual(50_000)).hasSize(50_000);
    }

    @Test
    @EnabledIfSystemProperty(named = "soak", matches = "true")
    void fiftyThousandCustomersOfOneNameAreOneMaster() {
        String[] names = new String[50_000];
        Arrays.setAll(names, i -> "KALAMAZOO VALVE" + (i % 2 == 0 ? " INC" : ", L.L.C."));
        assertThat(Book.of(names).dedupe().masters()).hasSize(1);
    }

    private static List<DedupeEntry> nearlyEqual(int size) {
        String[] names = IntStream.range(0, size)
                .mapToObj(i -> "OAK SQUARE APARTMENTS PHASE " + i)
                .toArray(String[]::new);
        DedupeResult result = Book.of(names).dedupe();
        assertThat(result.masters()).as("numbers keep them apart").hasSize(size);
        return result.entries();
    }
}
