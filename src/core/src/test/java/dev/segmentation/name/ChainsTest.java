package dev.segmentation.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainsTest {

    @ParameterizedTest
    @CsvSource({
        "TARGET STORE T 123, Target",
        "UPS GROUND, UPS",
        "WALMART SUPERCENTER, Walmart",
        "7 ELEVEN 1234, 7-Eleven",
        "ABERCROMBIE AND FITCH, Abercrombie & Fitch",
        "ALDI, Aldi"
    })
    void nameBelongsToTheChainItBeginsWith(String name, String master) {
        assertThat(master(name)).isEqualTo(master);
    }

    @ParameterizedTest
    @CsvSource({
        "TARGETED MARKETING",
        "UPSTATE MEDICAL",
        "ALDI LOGISTICS",
        "BIG TARGET",
        "HARDEE COUNTY BOCC",
        "PUBLIC STORAGE PARTNERS II",
        "ABERCROMBIE",
        "''"
    })
    void wholeWordsCountAndFromTheBeginning(String name) {
        assertThat(master(name)).isNull();
    }

    @Test
    void longestPrefixWinsAndWholeNamesMatchOnlyWhole() {
        Chains chains = new Chains(Names.TABLES.fold(), "COUNTY"::equals);
        chains.add(List.of("ACME"), false, "Acme");
        chains.add(List.of("ACME", "BAKERY"), false, "Acme Bakeries");
        chains.add(List.of("BOLT"), true, "Bolt");

        assertThat(chains.master(List.of("ACME", "WEST"))).isEqualTo("Acme");
        assertThat(chains.master(List.of("ACME", "BAKERIES", "7"))).isEqualTo("Acme Bakeries");
        assertThat(chains.master(List.of("BOLT"))).isEqualTo("Bolt");
        assertThat(chains.master(List.of("BOLT", "WEST"))).isNull();
        assertThat(chains.master(List.of("ACME", "COUNTY"))).isNull();
    }

    private static String master(String name) {
        return Names.TABLES.chains().master(Arrays.asList(name.split(" ")));
    }
}
