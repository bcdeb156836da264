package dev.segmentation.suggest.network;

import dev.segmentation.customer.Host;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.website.BlockedHosts;
import dev.segmentation.suggest.website.NameLikeness;
import dev.segmentation.suggest.website.WebsiteCandidate;
import dev.segmentation.suggest.website.WebsiteChoice;
import dev.segmentation.suggest.website.WebsiteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hosts that a search finds, each looked at before it is proposed. */
public final class SearchedWebsites implements WebsiteSource {
    private static final int MOST = 4;

    private final Search search;
    private final WebsiteCheck check;
    private final NameLikeness likeness;
    private final BlockedHosts blocked;

    /** Searches the web. */
    public interface Search {
        /** The hits for a query, the best first. */
        List<Evidence> search(String query) throws IOException;
    }

    /** A source that searches there. */
    public SearchedWebsites(Search search, WebsiteCheck check, NameLikeness likeness, BlockedHosts blocked) {
        this.search = search;
        this.check = check;
        this.likeness = likeness;
        this.blocked = blocked;
    }

    @Override
    public List<WebsiteCandidate> candidates(OpenMaster master) throws IOException {
        List<WebsiteCandidate> found = new ArrayList<>();
        if (likeness.words(master.name()).isEmpty()) {
            return found;
        }
        List<String> hosts = search.search(master.name() + " official website").stream()
                .flatMap(hit -> Host.bare(hit.url()).stream())
                .filter(host -> blocked.why(host).isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        for (String host : hosts) {
            Optional<WebsiteCandidate> one = check.of(host, master, "found by a search");
            one.ifPresent(found::add);
            if (one.isPresent() && one.get().score() >= WebsiteChoice.LEAST) {
                break;
            }
        }
        return found;
    }
}
