package dev.segmentation.customer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

    @ParameterizedTest
    @CsvSource({
        "acme.com, acme.com",
        "ACME.com, acme.com",
        "www.acme.com, acme.com",
        "https://www.acme.co.uk/path?q=1#top, acme.co.uk",
        "http://user:pw@acme.com:8080/, acme.com",
        "acme.com., acme.com",
        " acme.com , acme.com",
        "shop.acme-west.com, shop.acme-west.com",
        "bücher.de, xn--bcher-kva.de"
    })
    void takesTheBareHostFromWhatPeoplePaste(String text, String host) {
        assertThat(Host.bare(text)).contains(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "no host",
                "acme..com",
                "-acme.com",
                "acme.com-",
                "192.168.0.1",
                "http://",
                "ann@",
                "a.b",
                "=cmd.com",
                "javascript:alert(1)"
            })
    void findsNoHostWhereThereIsNone(String text) {
        assertThat(Host.bare(text)).isEmpty();
    }

    @Property(tries = 500)
    void hostOfAHostIsItself(@ForAll String text) {
        assertThat(Host.bare(text).flatMap(Host::bare)).isEqualTo(Host.bare(text));
    }
}
