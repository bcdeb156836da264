package dev.segmentation.suggest.website;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.suggest.network.Masters;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.table.RowError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped registers, asked as a billing list would. */
class RegisterWebsitesTest {
    private static final int VARIANTS = 300;
    private static final int STRANGERS = 100;

    private static RegisterWebsites registers;
    private static List<RegisterRow> rows;

    @BeforeAll
    static void read() {
        List<RowError> errors = new ArrayList<>();
        BlockedHosts blocked = new BlockedHosts(Masters.RULES.resolve("websites"), errors::add);
        registers = RegisterWebsites.read(Masters.RULES, Masters.NAMES, blocked, errors::add);
        rows = RegisterRow.read(Masters.RULES.resolve("websites"), blocked, errors::add);
        assertThat(errors).isEmpty();
        assertThat(rows).hasSizeGreaterThan(60_000);
    }

    private static String host(String name) {
        return new WebsiteChoice(new BlockedHosts(Masters.RULES.resolve("websites"), error -> {}))
                .best(registers.candidates(Masters.of(name)))
                .map(WebsiteCandidate::host)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Air Products and Chemicals, Inc.; airproducts.com",
                "AIR PRODUCTS & CHEMICALS INC; airproducts.com",
                "AIR PRODUCTS & CHEMCIALS; airproducts.com",
                "THE AIR PRODUCTS AND CHEMICALS; airproducts.com",
                "AIR PRODUCTS & CHEMICALS C/O JLL; airproducts.com",
                "AIR PRODUCTS & CHEMICALS INC ATTN: ACCOUNTS PAYABLE; airproducts.com",
                "AIRPRODUCTS & CHEMICALS; airproducts.com",
                "TEXTAINER GROUP HLDGS LTD; textainer.com",
                "ORAL ROBERTS UNIV; oru.edu",
                "TECHNISCHE UNIVERSITAT DRESDEN; tu-dresden.de",
                "HOBOKEN, CITY OF NJ; hobokennj.gov",
                "CITY OF HOBOKEN, NJ; hobokennj.gov",
                "CITY OF HOBOKEN NEW JERSEY; hobokennj.gov",
                "CEDARTOWN, CITY OF; cedartowngeorgia.gov",
                "CITY OF RICHMOND, INDIANA; richmondindiana.gov",
                "COUNTY OF SEBASTIAN; sebastiancountyar.gov",
                "CITY OF BERRY HILL TN; berryhilltn.gov",
                "TSUMURA USA INC; tsumura.co.jp",
                "HALLIBURTON; halliburton.com",
                "HALIBURTON CO; halliburton.com"
            })
    void findsTheWebsiteHoweverTheNameIsBilled(String name, String host) {
        assertThat(host(name)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CITY OF RICHMOND",
                "CITY OF HOBOKEN",
                "COUNTY OF LOS ANGELES, CA",
                "WASHINGTON COUNTY",
                "CITY OF RICHMOND, NV",
                "CITY OF BERRY HILL IN",
                "CITY OF CLIO DE",
                "HAWAII COUNTY POLICE DEPARTMENT KS",
                "CHRIST HOSPITAL",
                "CONCORDIA UNIVERSITY",
                "RENOVA OF OHIO LLC",
                "TARGET",
                "ORANGE",
                "ORANGE LLC",
                "DELTA",
                "DELTA LIMITED",
                "SAINT MARYS HIGH SCHOOL",
                "DEPARTMENT OF HEALTH",
                "POLICE DEPARTMENT",
                "NATIONAL BANK",
                "FIRST BAPTIST CHURCH",
                "SMITH, JOHN A",
                "N/A",
                "UNKNOWN",
                "C/O",
                "",
                "INC",
                "MIAMI OF UNIVERSITY",
                "'; DROP TABLE masters; --",
                "=HYPERLINK(\"http://evil.example\")",
                "\"\"\",,,"
            })
    void proposesNothingWhereTheNameCannotSettleIt(String name) {
        assertThat(host(name)).isEmpty();
    }

    @Test
    void universitiesOfTheSameWordsInAnotherOrderAreTwo() {
        assertThat(host("MIAMI UNIVERSITY")).isNotEqualTo("miami.edu");
        assertThat(host("UNIVERSITY OF MIAMI")).isEqualTo("miami.edu");
    }

    @Test
    void nameOfManyLettersFindsNothing() {
        assertThat(host("A".repeat(100_000))).isEmpty();
        assertThat(host("ACME ".repeat(50_000))).isEmpty();
    }

    @Test
    void spellingsThatPointToTwoHostsSettleNothing() {
        OpenMaster mixed = Masters.of("Textainer", "TEXTAINER GROUP HOLDINGS LTD", "AIR PRODUCTS AND CHEMICALS INC");

        assertThat(registers.candidates(mixed)).isEmpty();
    }

    @Test
    void saysWhereItStandsAndWhatDiffers() {
        WebsiteCandidate found =
                registers.candidates(Masters.of("HALIBURTON CO")).get(0);

        assertThat(found.reason())
                .contains("FinanceDatabase lists \"Halliburton Company\" (United States)")
                .contains("HALIBURTON for HALLIBURTON");
        assertThat(found.evidence()).singleElement().satisfies(evidence -> assertThat(evidence.title())
                .isEqualTo("FinanceDatabase: Halliburton Company"));
        assertThat(found.score()).isLessThan(1).isGreaterThan(WebsiteChoice.LEAST);
    }

    /** The bar: of 300 names of all registers, billed otherwise, nine hosts of ten that are proposed are right. */
    @Test
    void variantsOfRegisterNamesFindTheirHostAndHardlyEverAnotherOne() {
        NameVariants variants = new NameVariants(20261125);
        Random random = new Random(7);
        Map<RegisterRow.Kind, List<RegisterRow>> kinds =
                rows.stream().collect(Collectors.groupingBy(RegisterRow::kind));
        int proposed = 0;
        int wrong = 0;
        for (int i = 0; i < VARIANTS; i++) {
            List<RegisterRow> some = kinds.get(RegisterRow.Kind.values()[i % kinds.size()]);
            RegisterRow row = some.get(random.nextInt(some.size()));
            String host = host(variants.of(row));
            proposed += host.isEmpty() ? 0 : 1;
            wrong += host.isEmpty() || host.equals(row.website()) ? 0 : 1;
        }
        assertThat(proposed).isGreaterThan(VARIANTS * 6 / 10);
        assertThat(wrong).isLessThanOrEqualTo(proposed / 50);
    }

    @Test
    void namesThatStandInNoRegisterFindNothing() {
        Set<String> known = new HashSet<>();
        rows.forEach(row -> known.add(letters(row.name())));
        Random random = new Random(11);
        List<String> trades = List.of(
                "PLUMBING LLC",
                "DENTAL GROUP",
                "PROPERTIES LP",
                "ELECTRIC INC",
                "BAPTIST CHURCH",
                "APARTMENTS",
                "AUTO REPAIR",
                "TOWNHOMES HOA",
                "FAMILY PRACTICE PC",
                "LANDSCAPING");
        List<String> found = new ArrayList<>();
        int asked = 0;
        while (asked < STRANGERS) {
            String first =
                    rows.get(random.nextInt(rows.size())).name().split(" ")[0].toUpperCase(Locale.ROOT);
            String name = first + " " + trades.get(random.nextInt(trades.size()));
            if (!known.contains(letters(name))) {
                asked++;
                String host = host(name);
                if (!host.isEmpty()) {
                    found.add(name + " " + host);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static String letters(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
