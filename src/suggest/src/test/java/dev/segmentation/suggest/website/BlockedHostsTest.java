package dev.segmentation.suggest.website;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.table.RowError;
import dev.segmentation.testkit.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockedHostsTest {
    @TempDir
    Path folder;

    private final List<RowError> errors = new ArrayList<>();

    private BlockedHosts blocked(String... lines) {
        List<String> all = new ArrayList<>(List.of("Host,Why"));
        all.addAll(List.of(lines));
        Folders.write(folder.resolve(BlockedHosts.FILE), all);
        return new BlockedHosts(folder, errors::add);
    }

    @Test
    void hostAndAllBelowItAreBlockedAndNothingElse() {
        BlockedHosts blocked = blocked("Yelp.com,directory");

        assertThat(blocked.why("yelp.com")).contains("directory");
        assertThat(blocked.why("biz.m.yelp.com")).contains("directory");
        assertThat(blocked.why("notyelp.com")).isEmpty();
        assertThat(blocked.why("yelp.com.acme.org")).isEmpty();
        assertThat(blocked.why("com")).isEmpty();
    }

    @Test
    void badRowsAreToldWithTheirLine() {
        blocked("no host,directory", "acme.com,");

        assertThat(errors).extracting(RowError::line).containsExactly(2L, 3L);
        assertThat(errors).extracting(RowError::column).containsExactly("Host", "Why");
    }

    @Test
    void shippedTableIsSoundAndHoldsWhatEverybodyKnows() {
        BlockedHosts shipped = new BlockedHosts(Path.of("rules/websites"), errors::add);

        assertThat(errors).isEmpty();
        assertThat(List.of("facebook.com", "www2.linkedin.com", "acme.wixsite.com", "yelp.com", "sites.google.com"))
                .allMatch(host -> shipped.why(host).isPresent());
    }
}
