package dev.segmentation.suggest.network;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageNamesTest {
    private static PageNames read(String html) {
        return PageNames.of(html, "acme.com");
    }

    @Test
    void takesNamesFromTitleSiteMarkupAndCopyright() {
        PageNames page = read(
                """
                <html><head><title>Welcome to Acme Plumbing | Drains &amp; more - Dallas</title>
                <meta property="og:site_name" content="Acme Plumbing">
                <script type="application/ld+json">{"@graph":[{"@type":["Plumber","LocalBusiness"],
                "name":"Acme Plumbing, Inc.","legalName":"Acme Plumbing Incorporated"},
                {"@type":"Person","name":"Joe Pipe"}]}</script></head>
                <body>Text <footer>© 2019-2026 Acme Plumbing Inc. All rights reserved.</footer></body></html>
                """);

        assertThat(page.title()).contains("Acme Plumbing", "Drains & more", "Dallas");
        assertThat(page.site()).containsExactly("Acme Plumbing");
        assertThat(page.organisations()).containsExactly("Acme Plumbing, Inc.", "Acme Plumbing Incorporated");
        assertThat(page.holders()).containsExactly("Acme Plumbing Inc");
        assertThat(page.unusable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>acme.com is for sale</title>",
                "<title>Acme</title><p>This domain is for sale! Make an offer on this domain.</p>",
                "<title>Acme</title><p>Buy this domain</p>",
                "<title>Acme</title><script src='https://img.sedoparking.com/x.js'></script>",
                "<title>Acme</title><p>acme.com is parked free, courtesy of us</p><p>This page is parked</p>",
                "<title>Index of /</title>",
                "<title>Welcome to nginx!</title>",
                "<title>Apache2 Ubuntu Default Page: It works</title>",
                "<title>Coming Soon</title>",
                "<title>Just a moment...</title>",
                "<title>Acme</title><meta http-equiv='refresh' content='0; url=https://evil.example/acme'>",
                "<title>Acme</title><meta http-equiv=refresh content=\"0;URL='//other.com'\">"
            })
    void tellsPagesThatAreNobodys(String html) {
        assertThat(read(html).unusable()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Acme Homes</title><p>Houses for sale in Dallas</p>",
                "<title>Acme</title><meta http-equiv=refresh content='0; url=https://www.acme.com/home'>",
                "<title>Acme</title><meta http-equiv=refresh content='300'>",
                "<title>Acme Park and Recreation</title>"
            })
    void leavesOthersAlone(String html) {
        assertThat(read(html).unusable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "\"@type\"",
                "{\"@type\":{\"@type\":\"Organization\"},\"name\":[1,2]}",
                "{\"@type\":\"Organization\",\"name\":{\"@value\":\"Acme\"}}",
                "{\"@type\":\"Organization\",\"name\":\"\\u0000\\n \"}"
            })
    void nonsenseInMarkupSaysNothing(String json) {
        assertThat(read("<script type=application/ld+json>" + json + "</script>")
                        .organisations())
                .allMatch(String::isBlank);
    }

    @Test
    void hugeTextsAreCut() {
        String huge = "x".repeat(3_000_000);

        PageNames page = read("<title>" + huge + "</title><meta property=og:site_name content='" + huge + "'>");

        assertThat(page.title()).allMatch(part -> part.length() <= 200);
        assertThat(page.site()).allMatch(part -> part.length() <= 200);
    }

    @Test
    void deepAndWidePagesAreReadLikeAnyOther() {
        String deep = "<title>Acme</title>" + "<div><b>".repeat(100_000);
        String markup = "{\"a\":".repeat(900) + "1" + "}".repeat(900);
        String wide = "[" + "{\"@type\":\"Organization\",\"name\":\"N\"},".repeat(4_000) + "0]";

        assertThat(read(deep).title()).containsExactly("Acme");
        assertThat(read("<script type=application/ld+json>" + "[".repeat(100_000) + "</script>")
                        .organisations())
                .isEmpty();
        assertThat(read("<script type=application/ld+json>" + markup + "</script>")
                        .organisations())
                .isEmpty();
        assertThat(read("<script type=application/ld+json>" + wide + "</script>")
                        .organisations())
                .hasSizeLessThan(20);
    }

    @Test
    void copyrightOfManySignsIsReadAtOnce() {
        assertThat(read("<p>" + "© 2020 ".repeat(50_000) + "</p>").holders()).hasSizeLessThan(10);
        assertThat(read("<p>" + "copyright copyright,".repeat(50_000) + "</p>").holders())
                .hasSizeLessThan(10);
    }

    @Property(tries = 300)
    void anyTextIsReadWithoutAWord(@ForAll String html) {
        assertThat(read(html).title()).hasSizeLessThan(10);
    }
}
