package dev.segmentation.suggest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WikidataTest {
    /** Knows of nothing that is no customer. */
    private static Wikidata wikidata(Web web) {
        return new Wikidata(web, IndustryTable.read(Path.of("no rules"), error -> {}));
    }

    @Test
    void findsEntitiesWithWhatHoldsNow() throws IOException {
        List<Wikidata.Entity> found = wikidata(RecordedWeb.wikidata()).find("Acme Steel");

        assertThat(found)
                .extracting(entity -> entity.url().replaceFirst(".*/", ""))
                .containsExactly("Q100", "Q200");
        assertThat(found.get(0))
                .isEqualTo(new Wikidata.Entity(
                        "Acme Steel Company",
                        "American steel maker",
                        List.of("Acme Steel", "Acme Steel Co."),
                        List.of("https://www.acmesteel.example/", "https://shop.acmesteel.example/"),
                        List.of("steel industry"),
                        List.of("business"),
                        List.of("United States"),
                        "https://www.wikidata.org/wiki/Q100"));
    }

    @Test
    void asksThreeTimesAndOnlyForWhatIsAnId() throws IOException {
        RecordedWeb web = RecordedWeb.wikidata();
        wikidata(web).find("Acme \u202e&ids=Q1\n" + "x".repeat(500));

        assertThat(web.asked).hasSize(3);
        assertThat(web.asked.get(0)).contains("search=Acme &ids=Q1 x").hasSizeLessThan(300);
        assertThat(web.asked.get(1)).endsWith("&ids=Q100|Q200|Q400");
        assertThat(web.asked.get(2)).endsWith("&ids=Q11|Q12|Q30|Q13");
    }

    @Test
    void nothingIsAskedForABlankName() throws IOException {
        RecordedWeb web = new RecordedWeb();

        assertThat(wikidata(web).find(" \u202e ")).isEmpty();
        assertThat(web.asked).isEmpty();
    }

    @Test
    void noHitsAreNoEntities() throws IOException {
        RecordedWeb web = new RecordedWeb().with("wbsearch", 200, "{\"search\":[],\"success\":1}");

        assertThat(wikidata(web).find("Nobody")).isEmpty();
        assertThat(web.asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "200, '<html>', no JSON",
        "200, '{\"search\":[{\"id\":', no JSON",
        "503, '{}', status 503",
        "200, '{\"error\":{\"code\":\"maxlag\",\"info\":\"Waiting for a server\"}}', Waiting for a server"
    })
    void oddAnswersAreErrors(int status, String body, String message) {
        Wikidata wikidata = wikidata(new RecordedWeb().with("", status, body));

        assertThatThrownBy(() -> wikidata.find("Acme"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void deepAnswersAreErrors() {
        Wikidata wikidata = wikidata(new RecordedWeb().with("", 200, "[".repeat(100_000)));

        assertThatThrownBy(() -> wikidata.find("Acme")).isInstanceOf(IOException.class);
    }
}
