package dev.segmentation.suggest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.suggest.website.BlockedHosts;
import dev.segmentation.suggest.website.WebsiteCandidate;
import dev.segmentation.suggest.website.WebsiteChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebsiteCheckTest {
    private static final String HOST = "zoltrexplumbing.com";
    private static final String RIGHT = "<title>Zoltrex Plumbing | Drains</title><p>© 2025 Zoltrex Plumbing LLC.</p>";

    private final FakeWeb web = new FakeWeb();
    private final WebsiteCheck check =
            new WebsiteCheck(web, Masters.likeness(), new BlockedHosts(Path.of("no rules"), error -> {}));

    private Optional<WebsiteCandidate> look(String name) throws IOException {
        return check.of(HOST, Masters.of(name), "host made of the name");
    }

    @Test
    void pageThatNamesTheMasterMakesItsHostACandidate() throws IOException {
        web.page(HOST, RIGHT);

        WebsiteCandidate found = look("ZOLTREX PLUMBING LLC").orElseThrow();

        assertThat(found.host()).isEqualTo(HOST);
        assertThat(found.score()).isBetween(0.9, 0.97);
        assertThat(found.reason())
                .contains("its title is \"Zoltrex Plumbing\"", "its copyright is held by \"Zoltrex Plumbing LLC\"");
        assertThat(found.evidence().get(0).url()).isEqualTo("https://" + HOST + "/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Zoltrex Roofing</title>",
                "<title>Plumbing</title>",
                "<title></title>",
                "",
                "<title>Асме</title>",
                "<title>Zoltrex Plumbing</title><p>This domain is for sale</p>",
                "<title>Z\u043eltrexx Р\u04CFumbing</title>"
            })
    void pageThatNamesSomebodyElseOrNobodyMakesNone(String html) throws IOException {
        web.page(HOST, html);

        assertThat(look("ZOLTREX PLUMBING LLC")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.zoltrexplumbing.com/home, true",
        "https://zoltrexplumbing.com/en, true",
        "https://hugedomains.com/zoltrexplumbing, false",
        "https://zoltrexplumbing.com.evil.net/, false",
        "https://evilzoltrexplumbing.com/, false"
    })
    void redirectsMayStayAtTheRegisteredNameOnly(String end, boolean fine) throws IOException {
        web.answer(HOST, end, 200, "text/html", RIGHT);

        assertThat(look("ZOLTREX PLUMBING LLC").isPresent()).isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource({"404, text/html, false", "500, text/html, false", "200, application/pdf, false", "200, '', true"})
    void onlyPagesThatAreThereCount(int status, String type, boolean fine) throws IOException {
        web.answer(HOST, "https://" + HOST + "/", status, type, RIGHT);

        assertThat(look("ZOLTREX PLUMBING LLC").isPresent()).isEqualTo(fine);
    }

    @Test
    void nameThatManyBearNeedsMoreThanATitle() throws IOException {
        web.page(HOST, "<title>Delta</title>");
        assertThat(look("DELTA").orElseThrow().score()).isLessThan(WebsiteChoice.LEAST);
    }

    @Test
    void hostThatCannotBeReachedIsNoneButNoNetworkIsTold() throws IOException {
        assertThat(look("ZOLTREX PLUMBING LLC")).isEmpty();

        web.failing(new Web.RefusedException("10.0.0.1 is private"));
        assertThat(look("ZOLTREX PLUMBING LLC")).isEmpty();

        web.failing(new Web.OfflineException("no network", null));
        assertThatThrownBy(() -> look("ZOLTREX PLUMBING LLC")).isInstanceOf(Web.OfflineException.class);
    }

    @Test
    void interruptedLookIsNotTakenForAnEmptyOne() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> look("ZOLTREX PLUMBING LLC")).isInstanceOf(IOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
