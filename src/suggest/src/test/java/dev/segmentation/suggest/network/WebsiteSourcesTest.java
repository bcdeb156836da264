package dev.segmentation.suggest.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.suggest.website.BlockedHosts;
import dev.segmentation.suggest.website.NameLikeness;
import dev.segmentation.suggest.website.WebsiteCandidate;
import dev.segmentation.suggest.website.WebsiteChoice;
import dev.segmentation.suggest.website.WebsiteSource;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts made of names, hosts of works of reference and hosts that a search finds. */
class WebsiteSourcesTest {
    private static final NameLikeness LIKENESS = Masters.likeness();
    private static final BlockedHosts BLOCKED = new BlockedHosts(Masters.RULES.resolve("websites"), error -> {});

    private final FakeWeb web = new FakeWeb();
    private final WebsiteCheck check = new WebsiteCheck(web, LIKENESS, BLOCKED);

    @ParameterizedTest
    @CsvSource({
        "ZOLTREX PLUMBING LLC, zoltrexplumbing.com",
        "ZOLTREX PLUMBING LLC, zoltrex-plumbing.com",
        "ZOLTREX PLUMBING LLC, zoltrexplumbingllc.com",
        "Zoltrex Plumbers Inc., zoltrexplumbersinc.com",
        "ZOLTREX & SONS PLUMBING, zsp.com",
        "UNIVERSITY OF ZOLTREX, universityzoltrex.edu",
        "CITY OF ZOLTREX, cityzoltrex.gov",
        "ZOLTREX FOUNDATION, zoltrexfoundation.org"
    })
    void hostsAreMadeAsCompaniesRegisterThem(String name, String host) {
        assertThat(check.guessed(Masters.of(name))).contains(host).hasSizeLessThanOrEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "АСМЕ ПЛЮМБИНГ",
                "日本国際工科専門学校",
                "ACME/../../ETC LLC",
                "http://127.0.0.1:22/ LLC",
                "user@evil.com LLC",
                "\"<script>alert(1)</script>\" INC",
                "-- -- --",
                "X"
            })
    void whateverANameHoldsHostsAreBareAndAscii(String name) {
        assertThat(check.guessed(Masters.of(name)))
                .allMatch(host -> host.matches("[a-z0-9][a-z0-9-]{1,40}[a-z0-9]\\.(com|org|net|edu|gov|us)"));
    }

    @Test
    void personsAreNotLookedFor() throws IOException {
        assertThat(check.guessed().candidates(Masters.of("SMITH, JOHN A"))).isEmpty();
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void firstHostThatProvesRightEndsTheSearch() throws IOException {
        web.page("zoltrexplumbing.com", "<title>This domain is for sale</title>")
                .page("zoltrex-plumbing.com", "<title>Zoltrex Plumbing</title><p>© Zoltrex Plumbing LLC</p>");

        List<WebsiteCandidate> found = check.guessed().candidates(Masters.of("ZOLTREX PLUMBING LLC"));

        assertThat(found).extracting(WebsiteCandidate::host).containsExactly("zoltrex-plumbing.com");
        assertThat(web.asked().get(web.asked().size() - 1)).isEqualTo("https://zoltrex-plumbing.com/");
    }

    /** An entity as Wikidata writes it. */
    private static String entity(String id, List<String> names, String... websites) {
        String aliases =
                names.stream().skip(1).map("{\"value\":\"%s\"}"::formatted).collect(Collectors.joining(","));
        String claims = Stream.of(websites)
                .map("{\"mainsnak\":{\"snaktype\":\"value\",\"datavalue\":{\"value\":\"%s\"}}}"::formatted)
                .collect(Collectors.joining(","));
        return "\"%s\":{\"id\":\"%s\",\"labels\":{\"en\":{\"value\":\"%s\"}},\"aliases\":{\"en\":[%s]},\"claims\":{\"P856\":[%s]}}"
                .formatted(id, id, names.get(0), aliases, claims);
    }

    @Test
    void workOfReferenceCountsByTheNamesItGives() throws IOException {
        String entities = String.join(
                ",",
                entity(
                        "Q1",
                        List.of("Zoltrex Plumbing", "Zoltrex"),
                        "https://www.facebook.com/zoltrex",
                        "https://www.zoltrex.com/en"),
                entity("Q2", List.of("Zoltrex Roofing"), "https://roof.example"),
                entity("Q3", List.of("Zoltrex Plumbing"), "not a host", "https://not a host"),
                entity("Q4", List.of(""), "https://nobody.com"));
        RecordedWeb wikidata = new RecordedWeb()
                .with("wbsearch", 200, "{\"search\":[{\"id\":\"Q1\"},{\"id\":\"Q2\"},{\"id\":\"Q3\"},{\"id\":\"Q4\"}]}")
                .with("wbgetentities", 200, "{\"entities\":{" + entities + "}}");
        WikidataWebsites known =
                new WikidataWebsites(wikidata, IndustryTable.read(Masters.RULES, error -> {}), LIKENESS, BLOCKED);

        assertThat(known.candidates(Masters.of("ZOLTREX PLUMBING LLC")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.host()).isEqualTo("zoltrex.com");
                    assertThat(one.score()).isGreaterThan(WebsiteChoice.LEAST);
                    assertThat(one.evidence().get(0).url()).isEqualTo("https://www.wikidata.org/wiki/Q1");
                });
    }

    @Test
    void hitsOfASearchAreLookedAtAndDirectoriesAreNot() throws IOException {
        web.page("zoltrex.com", "<title>Zoltrex Plumbing</title><p>© 2026 Zoltrex Plumbing</p>");
        RecordedWeb hits = new RecordedWeb()
                .with(
                        "",
                        200,
                        """
                        {"results":[{"title":"Zoltrex on Yelp","url":"https://www.yelp.com/biz/zoltrex"},
                         {"title":"x","url":"javascript:alert(1)"},
                         {"title":"x","url":"http://[::1]/"},
                         {"title":"Zoltrex","url":"https://www.zoltrex.com/about"}]}""");
        WebsiteSource searched = check.searched(new SearchService(hits, URI.create("http://searx.test")));

        assertThat(searched.candidates(Masters.of("ZOLTREX PLUMBING LLC")))
                .extracting(WebsiteCandidate::host)
                .containsExactly("zoltrex.com");
        assertThat(web.asked()).containsExactly("https://zoltrex.com/");
    }
}
