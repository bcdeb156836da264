package dev.segmentation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingsTest {
    private static final Path RULES = Path.of("rules");
    private static final int TIMES = 3_000;
    private static final WordBank BANK = new WordBank(RULES, Path.of("src/bench/words"));

    private static Set<String> spellings(Entity entity) {
        Spellings spellings = new Spellings(BANK, new Abbreviations(RULES), new Random(1));
        Set<String> all = new HashSet<>();
        for (int i = 0; i < TIMES; i++) {
            all.add(spellings.another(entity, true));
        }
        return all;
    }

    @Test
    void neverCutsOffTheNumberThatTellsSeriesApart() {
        Entity series = new Entity("E1", Kind.SERIES, "KIRKLAND MEADOW SPRINGS VILLAGE 2", "LLC");
        assertThat(spellings(series))
                .allSatisfy(name -> assertThat(name.split("[^A-Za-z0-9]+")).contains("2"));
    }

    @Test
    void neverPutsAnotherTownBehindAnInstitution() {
        Entity church = new Entity("E1", Kind.INSTITUTION, "ST MARK CHURCH QUILCENE", "");
        assertThat(spellings(church)).noneMatch(name -> name.toUpperCase(Locale.ROOT)
                .matches(".* (?:- )?(?:ABILENE|AKRON|ALBUQUERQUE|ALEXANDRIA|ALLENTOWN|AMARILLO|ANAHEIM|ANCHORAGE)"));
    }

    @Test
    void writesACompanyInAllWaysThatBillingSystemsKnow() {
        Entity company = new Entity("E1", Kind.COMPANY, "BROWN AND WHITMAN MANUFACTURING SERVICES", "INC");
        Set<String> names = spellings(company);
        assertThat(names)
                .contains(
                        "BROWN AND WHITMAN MANUFACTURING SERVICES",
                        "BROWN AND WHITMAN MANUFACTURING SERVICES INCORPORATED",
                        "BROWN & WHITMAN MANUFACTURING SERVICES INC",
                        "THE BROWN AND WHITMAN MANUFACTURING SERVICES INC",
                        "BROWN AND WHITMAN MANUFACTURING SERVICES INC (BAWMS)",
                        "BROWN AND WHITMAN MANUFACTURIN");
        for (String part : List.of(" MFG ", " #", "STORE ", "ACCOUNTS PAYABLE", "C/O ", "DBA BROWN ", " - ")) {
            assertThat(names).anyMatch(name -> name.contains(part));
        }
    }

    @Test
    void turnsPersonsAndTownsAround() {
        assertThat(spellings(new Entity("E1", Kind.PERSON, "ALICE B QUIMBY", "")))
                .contains("QUIMBY, ALICE B", "QUIMBY ALICE B");
        assertThat(spellings(new Entity("E2", Kind.INSTITUTION, "CITY OF QUILCENE", "")))
                .contains("QUILCENE, CITY OF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "A B", "3M", "É", "GREG HU", "& SONS", "CITY OF X", "O'NEIL-É ÅB"})
    void spellsShortAndStrangeNamesOfEveryKind(String core) {
        for (Kind kind : Kind.values()) {
            assertThat(spellings(new Entity("E1", kind, core, "")))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(name -> assertThat(name).isNotBlank());
        }
    }
}
