package dev.segmentation.suggest.network;

import dev.segmentation.customer.Host;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.website.BlockedHosts;
import dev.segmentation.suggest.website.NameLikeness;
import dev.segmentation.suggest.website.WebsiteCandidate;
import dev.segmentation.suggest.website.WebsiteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Websites that a public work of reference calls official, such as Wikidata. */
public final class KnownWebsites implements WebsiteSource {
    private static final double SURE = 0.92;
    private static final double COMMON_NAME = 0.75;

    private final Lookup lookup;
    private final NameLikeness likeness;
    private final BlockedHosts blocked;

    /** Finds what a work of reference knows under a name. */
    public interface Lookup {
        /** What answers to that name. */
        List<Entry> find(String name) throws IOException;
    }

    /**
     * What it knows.
     *
     * @param work the work of reference
     * @param names the names it gives the organisation
     * @param websites addresses of its official websites, the preferred one first
     * @param url where people can read about it
     */
    public record Entry(String work, List<String> names, List<String> websites, String url) {
        /** Copies the lists. */
        public Entry {
            names = List.copyOf(names);
            websites = List.copyOf(websites);
        }
    }

    /** A source that looks up there. */
    public KnownWebsites(Lookup lookup, NameLikeness likeness, BlockedHosts blocked) {
        this.lookup = lookup;
        this.likeness = likeness;
        this.blocked = blocked;
    }

    @Override
    public List<WebsiteCandidate> candidates(OpenMaster master) throws IOException {
        List<WebsiteCandidate> found = new ArrayList<>();
        if (likeness.words(master.name()).isEmpty()) {
            return found;
        }
        for (Entry entry : lookup.find(master.name())) {
            candidate(entry, master).ifPresent(found::add);
        }
        return found;
    }

    private Optional<WebsiteCandidate> candidate(Entry entry, OpenMaster master) {
        double like = entry.names().stream()
                .mapToDouble(name -> likeness.of(master.name(), name))
                .max()
                .orElse(0);
        Optional<String> host = entry.websites().stream()
                .flatMap(address -> Host.bare(address).stream())
                .filter(one -> blocked.why(one).isEmpty())
                .findFirst();
        if (like == 0 || host.isEmpty()) {
            return Optional.empty();
        }
        double score = SURE * like * (likeness.common(master.name()) ? COMMON_NAME : 1);
        String name = entry.names().get(0);
        return Optional.of(new WebsiteCandidate(
                host.get(),
                score,
                List.of(entry.work() + " calls it the official website of \"" + name + "\""),
                List.of(new Evidence(entry.work() + ": " + name, entry.url(), host.get()))));
    }
}
