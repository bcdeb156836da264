package dev.segmentation.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFoldTest {
    private final WordFold fold = new WordFold(Map.of("MFG", "MANUFACTURING", "SVC", "SERVICE", "APTS", "APARTMENTS"));

    @ParameterizedTest
    @CsvSource({
        "SCHOOLS, SCHOOL",
        "BAKERIES, BAKERY",
        "CHURCHES, CHURCH",
        "BOXES, BOX",
        "CLASSES, CLASS",
        "GLASS, GLASS",
        "CAMPUS, CAMPUS",
        "BASIS, BASIS",
        "PIES, PIE",
        "GAS, GAS",
        "S, S",
        "日立S, 日立S"
    })
    void makesPluralsSingular(String word, String singular) {
        assertThat(WordFold.singular(word)).isEqualTo(singular);
    }

    @Test
    void writesAbbreviationsOutBeforeAndAfterTheSingular() {
        assertThat(fold.expand("MFG")).isEqualTo("MANUFACTURING");
        assertThat(fold.expand("SVCS")).isEqualTo("SVCS");
        assertThat(fold.fold("SVCS")).isEqualTo("SERVICE");
        assertThat(fold.fold("APTS")).isEqualTo("APARTMENT");
    }

    @Test
    void foldsThePhrasesOfTablesAsNamesAreFolded() {
        assertThat(fold.phrase("The Mfg. & svcs, Ltd"))
                .containsExactly("THE", "MANUFACTURING", "AND", "SERVICE", "LTD");
        assertThat(fold.phrase(" ")).isEmpty();
    }
}
