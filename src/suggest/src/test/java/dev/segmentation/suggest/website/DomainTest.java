package dev.segmentation.suggest.website;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {

    @ParameterizedTest
    @CsvSource({
        "acme.com, acme.com",
        "shop.acme.com, acme.com",
        "a.b.acme.co.uk, acme.co.uk",
        "acme.com.au, acme.com.au",
        "www2.school.k12.ca.us, school.k12.ca.us",
        "mail.school.nsw.edu.au, school.nsw.edu.au",
        "portal.richmond.in.us, richmond.in.us",
        "web.de, web.de",
        "cs.uni-x.ac.at, uni-x.ac.at",
        "localhost, localhost"
    })
    void tellsWhatSomebodyRegistered(String host, String registered) {
        assertThat(Domain.registered(host)).isEqualTo(registered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"co.uk", "com", "k12.ca.us", "ca.us", "shop.acme.com", "nsw.edu.au", "ac.jp"})
    void suffixesAndWhatLiesBelowAnotherNameAreNobodysOwn(String host) {
        assertThat(Domain.registrable(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.com", "acme.co.uk", "acme.gov", "web.de", "xn--bcher-kva.de", "global.toyota"})
    void registeredNamesAre(String host) {
        assertThat(Domain.registrable(host)).isTrue();
    }
}
