package dev.segmentation.suggest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.suggest.text.AnswerCache;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.testkit.StubServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchServiceTest {
    private static final String SEARX =
            """
            {"query":"acme","number_of_results":2,"results":[
             {"url":"https://acme.example/","title":"Acme \\u202e<b>Steel</b>","content":"Steel &amp; more","engine":"x"},
             {"url":"javascript:alert(1)","title":"bad","content":""},
             {"title":"no address"}],"answers":[],"infoboxes":[]}""";

    @TempDir
    Path folder;

    private static SearchService service(StubServer server, UnaryOperator<Web> cached) {
        return SearchService.of(
                        Map.of("SEGMENTER_SEARCH_URL", server.uri("/").toString(), "SEGMENTER_SEARCH_KEY", "k-1"),
                        "tester/1",
                        Limits.PAGES,
                        cached)
                .orElseThrow();
    }

    @Test
    void asksAServiceOfThePrivateNetwork() throws IOException {
        try (StubServer server = StubServer.start(StubServer.text(200, "application/json", SEARX))) {
            List<Evidence> hits = service(server, web -> web).search("acme & sons\n");

            assertThat(hits).containsExactly(new Evidence("Acme Steel", "https://acme.example/", "Steel & more"));
            StubServer.Request request = server.requests().get(0);
            assertThat(request.path()).isEqualTo("/search?format=json&q=acme+%26+sons");
            assertThat(request.headers()).containsEntry("authorization", "Bearer k-1");
        }
    }

    @Test
    void readsTheAnswersOfBrave() throws IOException {
        RecordedWeb web = new RecordedWeb()
                .with(
                        "https://api.search.brave.com/res/v1/web/search?count=10&q=acme",
                        200,
                        """
                        {"type":"search","web":{"type":"search","results":[
                         {"title":"Acme","url":"https://acme.example/","description":"<strong>Acme</strong> steel"}]}}""");

        assertThat(new SearchService(web, URI.create("https://api.search.brave.com")).search("acme"))
                .containsExactly(new Evidence("Acme", "https://acme.example/", "Acme steel"));
    }

    @Test
    void hitsAreBoundedInNumberAndLength() throws IOException {
        String hit = "{\"url\":\"https://acme.example/\",\"title\":\"" + "t".repeat(9_000) + "\",\"content\":\""
                + "c".repeat(9_000) + "\"},";
        RecordedWeb web = new RecordedWeb().with("", 200, "{\"results\":[" + hit.repeat(50) + "{}]}");

        List<Evidence> hits = new SearchService(web, URI.create("http://searx.test")).search("acme");

        assertThat(hits).hasSize(10).allSatisfy(one -> {
            assertThat(one.title()).hasSize(150);
            assertThat(one.text()).hasSize(400);
        });
    }

    @Test
    void answersAreKeptWithoutTheKey() throws IOException {
        try (StubServer server = StubServer.start(StubServer.text(200, "application/json", SEARX))) {
            AnswerCache cache = new AnswerCache(folder, Duration.ofDays(1), Clock.systemUTC());
            List<Evidence> first =
                    service(server, web -> new CachedWeb(web, cache)).search("acme");

            assertThat(service(server, web -> new CachedWeb(web, cache)).search("acme"))
                    .isEqualTo(first);
            assertThat(server.requests()).hasSize(1);
            assertThat(dev.segmentation.testkit.Folders.files(folder).toString())
                    .contains("acme.example")
                    .doesNotContain("k-1");
        }
    }

    @Test
    void faultsAreNotKept() throws IOException {
        try (StubServer server = StubServer.start(StubServer.text(500, "text/html", "broken"))) {
            AnswerCache cache = new AnswerCache(folder, Duration.ofDays(1), Clock.systemUTC());
            SearchService service = service(server, web -> new CachedWeb(web, cache));

            assertThatThrownBy(() -> service.search("acme")).hasMessageContaining("status 500");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void noAddressMeansNoService() {
        assertThat(SearchService.of(Map.of(), "tester/1", Limits.PAGES, web -> web))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "searx",
                "ftp://searx.test",
                "http://u:p-1@searx.test",
                "http://searx.test?key=1",
                "http://a b",
                "http:///x"
            })
    void addressesThatAreNoneAreNamed(String address) {
        assertThatThrownBy(() ->
                        SearchService.of(Map.of("SEGMENTER_SEARCH_URL", address), "tester/1", Limits.PAGES, web -> web))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("SEGMENTER_SEARCH_URL (")
                .hasMessageNotContaining("p-1");
    }

    @Test
    void aKeyThatIsNoneIsNotShown() {
        assertThatThrownBy(() -> SearchService.of(
                        Map.of("SEGMENTER_SEARCH_URL", "http://searx.test", "SEGMENTER_SEARCH_KEY", "k-1\r\nX: y"),
                        "tester/1",
                        Limits.PAGES,
                        web -> web))
                .hasMessageStartingWith("SEGMENTER_SEARCH_KEY")
                .hasMessageNotContaining("k-1");
    }
}
