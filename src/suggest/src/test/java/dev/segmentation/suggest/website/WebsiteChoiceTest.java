package dev.segmentation.suggest.website;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.testkit.Folders;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebsiteChoiceTest {
    @TempDir
    Path folder;

    private WebsiteChoice choice;

    @BeforeEach
    void blockOne() {
        Folders.write(folder.resolve(BlockedHosts.FILE), List.of("Host,Why", "blocked.com,directory"));
        choice = new WebsiteChoice(new BlockedHosts(folder, error -> {
            throw new AssertionError(error.toString());
        }));
    }

    private static WebsiteCandidate candidate(String host, double score, String reason) {
        return new WebsiteCandidate(host, score, List.of(reason), List.of(new Evidence(reason, "", "")));
    }

    private String best(WebsiteCandidate... found) {
        return choice.best(Arrays.asList(found)).map(WebsiteCandidate::host).orElse("");
    }

    @Test
    void theBestIsProposedIfItIsSureEnough() {
        assertThat(best(candidate("a.com", 0.9, "x"), candidate("b.com", 0.8, "y")))
                .isEqualTo("a.com");
        assertThat(best(candidate("a.com", 0.74, "x"))).isEmpty();
        assertThat(best()).isEmpty();
    }

    @Test
    void twoThatAreAboutAsGoodLeaveItToPeople() {
        assertThat(best(candidate("a.com", 0.9, "x"), candidate("b.com", 0.88, "y")))
                .isEmpty();
    }

    @Test
    void blockedHostIsNeitherProposedNorInTheWay() {
        assertThat(best(candidate("blocked.com", 0.99, "x"), candidate("a.com", 0.9, "y")))
                .isEqualTo("a.com");
        assertThat(best(candidate("acme.blocked.com", 0.99, "x"))).isEmpty();
    }

    @Test
    void twoSourcesOfOneHostMakeItSurerAndBothAreNamed() {
        WebsiteCandidate both = choice.best(List.of(candidate("a.com", 0.6, "x"), candidate("a.com", 0.6, "y")))
                .orElseThrow();

        assertThat(both.score()).isBetween(0.83, 0.85);
        assertThat(both.reason()).isEqualTo("x; y");
        assertThat(both.evidence()).hasSize(2);
    }
}
