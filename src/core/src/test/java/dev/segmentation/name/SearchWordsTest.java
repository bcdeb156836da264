package dev.segmentation.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
    @ParameterizedTest
    @CsvSource({
        "St. Mary's Hosp, ST MARYS HOSP",
        "São Paulo Café, SAO PAULO CAFE",
        "A.B.C. Corp., ABC CORP",
        "C-1001, C 1001",
        "St.Mary, ST MARY",
        "O’Brien, OBRIEN",
        "!!!, ''"
    })
    void wordsAreWhatPeopleType(String text, String words) {
        assertThat(String.join(" ", SearchWords.typed(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"AT&T, AT T ATT", "SMITH & SONS, SMITH SONS SMITH SONS", "Plain, PLAIN"})
    void namesWithAndAreFoundBothWays(String name, String words) {
        assertThat(String.join(" ", SearchWords.found(name))).isEqualTo(words);
    }
}
