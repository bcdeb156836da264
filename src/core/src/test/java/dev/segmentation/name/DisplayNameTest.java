package dev.segmentation.name;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNameTest {
    private final DisplayName display = Names.TABLES.display();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACME BAKERY                | Acme Bakery",
                "BANK OF NEW YORK           | Bank of New York",
                "OF MICE                    | Of Mice",
                "JOHNSON AND JOHNSON        | Johnson and Johnson",
                "JOHNSON & JOHNSON          | Johnson & Johnson",
                "IBM                        | IBM",
                "CBRE                       | CBRE",
                "KLM IV                     | KLM IV",
                "ACME XIII                  | Acme XIII",
                "ACME OH                    | Acme OH",
                "OH HAPPY DAY               | Oh Happy Day",
                "3M                         | 3M",
                "24 HOUR FITNESS            | 24 Hour Fitness",
                "WENDY'S                    | Wendy's",
                "O'REILLY                   | O'Reilly",
                "MCKENZIE                   | McKenzie",
                "ACME-WEST                  | Acme-West",
                "ΑΘΗΝΑ                      | Αθηνα",
                "日立製作所                  | 日立製作所",
                "ЧАЙКА                      | Чайка"
            })
    void writesNamesAsAPersonWould(String canonical, String shown) {
        assertThat(display.of(canonical)).isEqualTo(shown);
    }

    @Property(tries = 1000)
    void showsAnyText(@ForAll String text) {
        assertThat(display.of(text)).isNotNull();
    }
}
