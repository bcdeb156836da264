package dev.segmentation.suggest.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.website.BlockedHosts;
import dev.segmentation.suggest.website.NameLikeness;
import dev.segmentation.suggest.website.WebsiteCandidate;
import dev.segmentation.suggest.website.WebsiteChoice;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts made of names, hosts of works of reference and hosts that a search finds. */
class WebsiteSourcesTest {
    private static final NameLikeness LIKENESS = Masters.likeness();
    private static final BlockedHosts BLOCKED = new BlockedHosts(Masters.RULES.resolve("websites"), error -> {});

    private final FakeWeb web = new FakeWeb();
    private final WebsiteCheck check = new WebsiteCheck(web, LIKENESS);
    private final GuessedDomains guessed = new GuessedDomains(check, LIKENESS, BLOCKED);

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
        assertThat(guessed.hosts(Masters.of(name))).contains(host).hasSizeLessThanOrEqualTo(8);
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
        assertThat(guessed.hosts(Masters.of(name)))
                .allMatch(host -> host.matches("[a-z0-9][a-z0-9-]{1,40}[a-z0-9]\\.(com|org|net|edu|gov|us)"));
    }

    @Test
    void personsAreNotLookedFor() throws IOException {
        assertThat(guessed.candidates(Masters.of("SMITH, JOHN A"))).isEmpty();
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void firstHostThatProvesRightEndsTheSearch() throws IOException {
        web.page("zoltrexplumbing.com", "<title>This domain is for sale</title>")
                .page("zoltrex-plumbing.com", "<title>Zoltrex Plumbing</title><p>© Zoltrex Plumbing LLC</p>");

        List<WebsiteCandidate> found = guessed.candidates(Masters.of("ZOLTREX PLUMBING LLC"));

        assertThat(found).extracting(WebsiteCandidate::host).containsExactly("zoltrex-plumbing.com");
        assertThat(web.asked().get(web.asked().size() - 1)).isEqualTo("https://zoltrex-plumbing.com/");
    }

    private static Wikidata.Entity entity(List<String> names, List<String> websites, String url) {
        List<String> none = List.of();
        List<String> aliases = names.subList(1, names.size());
        return new Wikidata.Entity("Q1", names.get(0), "", aliases, websites, none, none, none, url);
    }

    @Test
    void workOfReferenceCountsByTheNamesItGives() throws IOException {
        WikidataWebsites known = new WikidataWebsites(
                name -> List.of(
                        entity(
                                List.of("Zoltrex Plumbing", "Zoltrex"),
                                List.of("https://www.facebook.com/zoltrex", "https://www.zoltrex.com/en"),
                                "https://www.wikidata.org/wiki/Q1"),
                        entity(List.of("Zoltrex Roofing"), List.of("https://roof.example"), "u"),
                        entity(List.of("Zoltrex Plumbing"), List.of("not a host"), "u"),
                        entity(List.of(""), List.of("https://nobody.com"), "u")),
                LIKENESS,
                BLOCKED);

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
        SearchedWebsites searched = new SearchedWebsites(
                query -> List.of(
                        new Evidence("Zoltrex on Yelp", "https://www.yelp.com/biz/zoltrex", ""),
                        new Evidence("x", "javascript:alert(1)", ""),
                        new Evidence("x", "http://[::1]/", ""),
                        new Evidence("Zoltrex", "https://www.zoltrex.com/about", "")),
                check,
                LIKENESS,
                BLOCKED);

        assertThat(searched.candidates(Masters.of("ZOLTREX PLUMBING LLC")))
                .extracting(WebsiteCandidate::host)
                .containsExactly("zoltrex.com");
        assertThat(web.asked()).containsExactly("https://zoltrex.com/");
    }
}
