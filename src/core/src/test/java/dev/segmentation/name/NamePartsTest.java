package dev.segmentation.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePartsTest {

    @ParameterizedTest
    @ValueSource(strings = {"SMITH, JOHN", "SMITH, JOHN A", "JOHN A SMITH", "Smith, Mary Ann"})
    void recognisesNaturalPersons(String name) {
        assertThat(Names.PARSER.parse(name).person()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JOHN SMITH",
                "SMITH, JOHN A INC",
                "SMITH & JOHN",
                "SMITH, ACME",
                "JOHN A SMITH PLUMBING",
                "SMITH, JOHN, INC, LTD",
                "JOHN 3 SMITH",
                "ACME, JOHN #3"
            })
    void doubtsWhatCouldBeACompany(String name) {
        assertThat(Names.PARSER.parse(name).person()).isFalse();
    }
}
