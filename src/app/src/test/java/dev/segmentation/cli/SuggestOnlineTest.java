package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.suggest.network.Web;
import dev.segmentation.suggest.workflow.SuggestionFiles;
import dev.segmentation.suggest.workflow.WikidataOf;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Groups suggested with Wikidata as it was recorded. */
class SuggestOnlineTest extends NetworkFolder {
    private Call online() {
        return call(outside(), "suggest", "--online");
    }

    private static Web.OfflineException gone() {
        return new Web.OfflineException("nothing answers", null);
    }

    @Test
    void whatWikidataSaysIsSuggestedWithItsSource() {
        Call call = online();

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(groups().get("QUORVAX"))
                .containsEntry(SuggestionFiles.GROUP, "Manufacturing")
                .containsEntry(SuggestionFiles.DETAIL, "Steel")
                .containsEntry(SuggestionFiles.NAICS, "3311")
                .containsEntry(SuggestionFiles.METHOD, "AI-Assisted Search")
                .containsEntry(SuggestionFiles.CONFIDENCE, "Low")
                .containsEntry(SuggestionFiles.PROBABILITY, "0.600")
                .containsEntry(SuggestionFiles.title(1), "Wikidata: Quorvax Company")
                .containsEntry(SuggestionFiles.url(1), "https://www.wikidata.org/wiki/Q100")
                .containsEntry(SuggestionFiles.NOTES, "Manufacturing: Wikidata 0.60.")
                .containsEntry(SuggestionFiles.WEBSITE, "");
        assertThat(groups().get("ZEPPERIN")).containsEntry(SuggestionFiles.GROUP, "");
    }

    @Test
    void nothingIsAskedUnlessItIsSaid() {
        assertThat(call(outside(), "suggest").code()).isZero();
        assertThat(call(outside(), "suggest", "--offline").code()).isZero();

        assertThat(web.asked()).isEmpty();
        assertThat(call(outside(), "suggest", "--online", "--offline").code()).isEqualTo(2);
        assertThat(call(outside(), "suggest", "--sleep-seconds", "-1").err()).contains("--sleep-seconds must be");
    }

    @Test
    void theMostValuableAreAskedFirstAndNobodyTwice() {
        online();
        List<String> names = web.asked().stream()
                .filter(address -> address.contains("search="))
                .map(address -> address.replaceFirst(".*search=", ""))
                .toList();
        Map<String, Map<String, String>> first = groups();
        int asked = web.asked().size();

        assertThat(online().code()).isZero();

        assertThat(names).hasSize(first.size()).startsWith("Quorvax");
        assertThat(web.asked()).hasSize(asked);
        assertThat(groups()).isEqualTo(first);
    }

    @Test
    void whatWasSaidCountsOfflineTooUntilItIsForgotten() {
        online();
        Map<String, Map<String, String>> first = groups();
        int asked = web.asked().size();

        call(outside(), "suggest");
        assertThat(groups()).isEqualTo(first);

        call(outside(), "suggest", "--fresh");
        assertThat(groups().get("QUORVAX")).containsEntry(SuggestionFiles.title(1), "");
        assertThat(web.asked()).hasSize(asked);
    }

    @Test
    void workThatIsCutOffGoesOnWhereItStopped() {
        web.failing(address -> {
            if (web.asked().size() > 4) {
                throw new IllegalStateException("killed");
            }
            return null;
        });
        assertThat(online().code()).isEqualTo(70);
        String torn = web.asked().get(4);

        web.failing(address -> null);
        assertThat(online().code()).isZero();

        assertThat(askedTwice()).containsExactly(torn);
        assertThat(groups().get("QUORVAX")).containsEntry(SuggestionFiles.DETAIL, "Steel");
    }

    @Test
    void whenTheNetworkGoesAwayOneNoteIsWrittenAndTheRestComesFromThisMachine() {
        web.failing(address -> {
            if (web.asked().size() > 3) {
                throw gone();
            }
            return null;
        });

        Call call = online();

        assertThat(notes(call))
                .filteredOn(note -> note.contains("nothing answers"))
                .hasSize(1);
        assertThat(web.asked()).hasSize(4);
        assertThat(groups()).hasSize(6 - 1);
        assertThat(groups().get("QUORVAX")).containsEntry(SuggestionFiles.DETAIL, "Steel");
        web.failing(address -> null);
        assertThat(notes(online())).noneMatch(note -> note.contains("cannot be reached"));
        assertThat(askedTwice()).hasSize(1);
    }

    @Test
    void oneFaultCostsOneMasterAndManyEndTheAsking() {
        web.failing(address -> address.contains("search=Quorvax") ? WikidataOf.json(500, "{}") : null);
        assertThat(notes(online()))
                .filteredOn(note -> note.contains("Quorvax: Wikidata answers with status 500"))
                .hasSize(1);
        assertThat(web.asked()).hasSize(groups().size());

        web.asked().clear();
        web.failing(address -> WikidataOf.json(500, "{}"));
        Call call = call(outside(), "suggest", "--online", "--fresh");
        assertThat(notes(call)).anyMatch(note -> note.contains("Wikidata failed for 3 masters in a row"));
        assertThat(web.asked()).hasSize(3);
        assertThat(groups()).hasSize(5);
    }

    @Test
    void complaintsAndPagesToSignInAreNoAnswersToKeep() throws IOException {
        Stream.of("{\"error\":{\"code\":\"ratelimited\",\"info\":\"slow down\"}}", "<html>Sign in</html>", "")
                .forEach(body -> {
                    web.failing(address -> WikidataOf.json(200, body));
                    assertThat(online().code()).isZero();
                });
        assertThat(folder.resolve("output/.suggest/web")).doesNotExist();

        web.failing(address -> null);
        online();
        assertThat(groups().get("QUORVAX")).containsEntry(SuggestionFiles.DETAIL, "Steel");
        assertThat(Files.getPosixFilePermissions(folder.resolve("output/.suggest/web")))
                .noneMatch(one -> one.name().startsWith("OTHERS") || one.name().startsWith("GROUP"));
    }

    @Test
    void keysOfCustomersWithoutNameAreNotTold() {
        customers(List.of(
                "Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)",
                "4711,A1,,ERP,2026-01-03",
                "2,A2,QUORVAX INC.,ERP,2026-01-04"));
        assertThat(call("run").code()).isZero();

        online();

        assertThat(groups()).hasSize(2);
        assertThat(web.asked()).isNotEmpty().noneMatch(address -> address.contains("4711"));
    }

    @Test
    void rejectedSuggestionStaysAwayUntilAnotherVoiceSpeaks() {
        online();
        String rank = groups().get("QUORVAX").get(SuggestionFiles.RANK);
        assertThat(call("suggest", "reject", rank, "--owner", "kim").code()).isZero();

        online();
        assertThat(groups().get("QUORVAX"))
                .containsEntry(SuggestionFiles.GROUP, "")
                .containsEntry(SuggestionFiles.NOTES, "Rejected before")
                .containsEntry(SuggestionFiles.title(1), "Wikidata: Quorvax Company");

        web.failing(address -> address.contains("props=labels|")
                ? new Web.Answer(
                        java.net.URI.create("https://www.wikidata.org/"),
                        200,
                        "application/json",
                        web.recorded("entities").replace("Quorvax Company", "Quorvax Steel Works"))
                : null);
        call(outside(), "suggest", "--online", "--fresh");
        assertThat(groups().get("QUORVAX")).containsEntry(SuggestionFiles.GROUP, "Manufacturing");
    }
}
