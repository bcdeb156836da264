package dev.segmentation.suggest.network;

import dev.segmentation.customer.Host;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.website.BlockedHosts;
import dev.segmentation.suggest.website.NameLikeness;
import dev.segmentation.suggest.website.WebsiteCandidate;
import dev.segmentation.suggest.website.WebsiteSource;
import java.io.IOException;
import java.util.List;

/** Hosts that a search finds, each looked at before it is proposed. */
public final class SearchedWebsites implements WebsiteSource {
    private static final int MOST = 4;

    private final WebSearch search;
    private final WebsiteCheck check;
    private final NameLikeness likeness;
    private final BlockedHosts blocked;

    /** A source that searches there. */
    public SearchedWebsites(WebSearch search, WebsiteCheck check, NameLikeness likeness, BlockedHosts blocked) {
        this.search = search;
        this.check = check;
        this.likeness = likeness;
        this.blocked = blocked;
    }

    @Override
    public List<WebsiteCandidate> candidates(OpenMaster master) throws IOException {
        if (likeness.words(master.name()).isEmpty()) {
            return List.of();
        }
        List<String> hosts = search.search(master.name() + " official website").stream()
                .flatMap(hit -> Host.bare(hit.url()).stream())
                .filter(host -> blocked.why(host).isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        return check.candidates(hosts, master, "found by a search");
    }
}
