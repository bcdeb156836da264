package dev.segmentation.suggest.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.segmentation.customer.Progress;
import dev.segmentation.decision.exchange.NextBatch;
import dev.segmentation.suggest.network.Web;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.website.WebsiteCandidate;
import dev.segmentation.suggest.website.WebsiteJournal;
import dev.segmentation.suggest.website.WebsiteSource;
import dev.segmentation.table.TableException;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebsiteSuggestionsTest {
    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private TestRun run;

    @BeforeEach
    void firstRun() {
        Path rules = folder.resolve("rules");
        Folders.copy(Golden.RULES, rules);
        Folders.write(
                rules.resolve("websites/registers.csv"),
                List.of(
                        "Name,Website,Kind,Country,State,City,Level,Source",
                        "Quorvax Inc.,quorvax.com,company,United States,,,,book",
                        "Brindlemoor Group,brindlemoor.org,company,United States,,,,book"));
        Folders.write(rules.resolve("websites/blocked-hosts.csv"), List.of("Host,Why", "yelp.com,directory"));
        Folders.write(
                folder.resolve("input/CustomerLastBillingDate.csv"),
                List.of(
                        "Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)",
                        "1,A1,QUORVAX INC,ERP,2026-01-03",
                        "2,A2,QUORVAX INC.,ERP,2026-01-04",
                        "3,A3,BRINDLEMOOR GROUP,ERP,2019-01-05",
                        "4,A4,TALLOWAY KRINST,ERP,2026-01-01",
                        "5,A5,ZEPPERIN WORX LLC,ERP,2025-01-01"));
        run = new TestRun(folder.resolve("input"), folder.resolve("output")).rules(rules);
    }

    private WebsiteSuggestions.Result suggest(int limit, WebsiteSource... sources) {
        return suggest(limit, false, sources);
    }

    private WebsiteSuggestions.Result suggest(int limit, boolean fresh, WebsiteSource... sources) {
        return new WebsiteSuggestions(run.settings(), Golden.CLOCK, Progress.NONE, notes::add)
                .suggest(limit, fresh, (blocked, names) -> List.of(sources));
    }

    /** A source that knows one host for everybody. */
    private WebsiteSource knowing(String host) {
        return master -> {
            asked.add(master.name());
            return List.of(candidate(host));
        };
    }

    private static WebsiteCandidate candidate(String host) {
        return new WebsiteCandidate(
                host,
                0.9,
                List.of("it says \"so\"\n=1+1"),
                List.of(new Evidence("Title", "https://" + host + "/", "")));
    }

    private List<String> lines() {
        return Folders.lines(folder.resolve("output/MasterWebsiteSuggestions.csv"));
    }

    @Test
    void mastersWithoutAWebsiteAreLookedUpTheMostValuableFirst() {
        run.execute(RunScope.ALL);

        WebsiteSuggestions.Result result = suggest(10);

        assertThat(result.suggestions())
                .extracting(WebsiteSuggestion::canonical, WebsiteSuggestion::website)
                .startsWith(tuple("QUORVAX", "quorvax.com"))
                .contains(tuple("TALLOWAY KRINST", ""));
        assertThat(lines().get(0))
                .isEqualTo(
                        "Rank,Master Customer Name,Master Customer Name Canonical,IsMerge,MergeGroupSize,Search Query,"
                                + "Suggested Company Website,Source 1 Title,Source 1 URL,Source 2 Title,Source 2 URL,"
                                + "Source 3 Title,Source 3 URL,Notes,Master Id,Score,Reason");
        assertThat(lines().get(1)).startsWith("1,Quorvax,QUORVAX,TRUE,2,").contains(",quorvax.com,", ",1.00,");
    }

    @Test
    void websitesOfPeopleWinAndTheirMastersAreNotAsked() {
        run.execute(RunScope.ALL);
        assertThat(suggest(10).suggestions())
                .extracting(WebsiteSuggestion::website)
                .contains("brindlemoor.org");
        Folders.write(
                folder.resolve("input/MasterWebsites.csv"),
                List.of("Master Customer Name Canonical,Company Website", "BRINDLEMOOR GROUP,brindle.net"));
        Folders.write(
                folder.resolve("input/MasterSegmentationOverrides.csv"),
                List.of(
                        "Master Customer Name Canonical,Industrial Group,Company Website",
                        "TALLOWAY KRINST,Manufacturing,krinst.net"));

        WebsiteSuggestions.Result result = suggest(10, knowing("x.com"));

        assertThat(result.suggestions())
                .extracting(WebsiteSuggestion::canonical)
                .containsExactly("QUORVAX", "ZEPPERIN WORX");
        assertThat(asked).containsExactly("Zepperin Worx");
    }

    @Test
    void networkIsAskedOnlyWhereTheRegistersKnowNothing() {
        run.execute(RunScope.ALL);

        suggest(10, knowing("x.com"));

        assertThat(asked).containsExactlyInAnyOrder("Talloway Krinst", "Zepperin Worx");
    }

    @Test
    void whatTheNetworkSaidIsKeptAndAskedForAnewOnlyWhenFresh() {
        run.execute(RunScope.ALL);
        suggest(10, knowing("first.com"));
        int first = asked.size();

        WebsiteSuggestions.Result again = suggest(10, knowing("second.com"));
        assertThat(asked).hasSize(first);
        assertThat(again.suggestions()).extracting(WebsiteSuggestion::website).contains("first.com");

        assertThat(suggest(10).suggestions())
                .extracting(WebsiteSuggestion::website)
                .contains("first.com");

        assertThat(suggest(10, true, knowing("second.com")).suggestions())
                .extracting(WebsiteSuggestion::website)
                .contains("second.com")
                .doesNotContain("first.com");
    }

    @Test
    void tornOrForgedLinesOfTheJournalCountForNothing() throws IOException {
        run.execute(RunScope.ALL);
        suggest(10, knowing("first.com"));
        int first = asked.size();
        Path journal = folder.resolve("output/.suggest/websites.jsonl");
        String text = Files.readString(journal);
        Files.writeString(
                journal, text.replaceFirst("first\\.com", "forged.com").substring(0, text.length() - 20));

        WebsiteSuggestions.Result again = suggest(10, knowing("second.com"));

        assertThat(asked).hasSize(first + 2);
        assertThat(again.suggestions()).extracting(WebsiteSuggestion::website).doesNotContain("forged.com");
        assertThat(Files.readString(folder.resolve("output/MasterWebsiteSuggestions.csv")))
                .doesNotContain("forged");
        asked.clear();
        Files.writeString(journal, "nonsense\n\n[1]\n{\"answer\":null}\n", StandardOpenOption.APPEND);
        suggest(10, knowing("third.com"));
        assertThat(asked).isEmpty();
    }

    @Test
    void workThatIsCutOffGoesOnWhereItStopped() {
        run.execute(RunScope.ALL);
        WebsiteSource dying = master -> {
            asked.add(master.name());
            if (asked.size() > 1) {
                throw new IllegalStateException("killed");
            }
            return List.of(candidate("first.com"));
        };

        assertThatThrownBy(() -> suggest(10, dying)).hasMessage("killed");
        String done = asked.get(0);
        asked.clear();
        suggest(10, knowing("second.com"));

        assertThat(asked).isNotEmpty().doesNotContain(done);
    }

    @Test
    void withoutANetworkOneNoteIsWrittenAndTheRegistersStillCount() {
        run.execute(RunScope.ALL);
        WebsiteSource gone = master -> {
            asked.add(master.name());
            throw new Web.OfflineException("nothing answers", null);
        };

        WebsiteSuggestions.Result result = suggest(10, gone);

        assertThat(asked).hasSize(1);
        assertThat(notes).filteredOn(note -> note.contains("nothing answers")).hasSize(1);
        assertThat(result.suggestions()).extracting(WebsiteSuggestion::website).contains("quorvax.com");
    }

    @Test
    void sourceThatFailsForOneMasterIsAskedAgainTheNextTime() {
        run.execute(RunScope.ALL);
        suggest(10, master -> {
            throw new IOException("status 500");
        });

        assertThat(notes).anyMatch(note -> note.contains("status 500"));
        assertThat(suggest(10, knowing("later.com")).suggestions())
                .extracting(WebsiteSuggestion::website)
                .contains("later.com");
    }

    @Test
    void blockedHostsAndTextsOfStrangersDoNoHarm() {
        run.execute(RunScope.ALL);

        suggest(10, knowing("m.yelp.com"));
        assertThat(lines()).noneMatch(line -> line.contains(",m.yelp.com,"));

        WebsiteSuggestions.Result result = suggest(10, true, knowing("fine.com"));
        assertThat(lines()).hasSize(1 + result.suggestions().size());
        assertThat(lines()).anyMatch(line -> line.contains("it says \"\"so\"\" =1+1"));
    }

    @Test
    void limitBoundsTheMastersAndTheRestIsCounted() {
        run.execute(RunScope.ALL);

        WebsiteSuggestions.Result result = suggest(1);

        assertThat(result.suggestions()).hasSize(1);
        assertThat(result.open()).isGreaterThan(1);
    }

    @Test
    void withoutARunItSaysWhatToDo() {
        assertThatThrownBy(() -> suggest(1)).isInstanceOf(TableException.class).hasMessageContaining("segmenter run");
    }

    @Test
    void theOrderIsThatOfTheNextBatch() {
        java.time.LocalDate today = java.time.LocalDate.of(2026, 2, 3);

        assertThat(NextBatch.value(4, "2026-02-01", today)).isGreaterThan(NextBatch.value(2, "2026-02-01", today));
        assertThat(NextBatch.value(2, "2026-02-01", today)).isGreaterThan(NextBatch.value(2, "2024-02-01", today));
        assertThat(NextBatch.value(2, "", today)).isEqualTo(1);
    }

    @Test
    void masterWhoseNamesChangedIsAskedForAnew() {
        Path output = folder.resolve("output");
        OpenMaster before = new OpenMaster("M1", "A", "A", List.of("A INC"), List.of(), 1, "", 1);
        OpenMaster after = new OpenMaster("M1", "A", "A", List.of("A INC", "A WEST"), List.of(), 1, "", 1);
        WebsiteJournal.open(output, false).keep(before, List.of(candidate("a.com")));

        WebsiteJournal read = WebsiteJournal.open(output, false);

        assertThat(read.of(before)).contains(List.of(candidate("a.com")));
        assertThat(read.of(after)).isEmpty();
    }
}
