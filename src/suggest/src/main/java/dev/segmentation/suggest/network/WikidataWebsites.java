package dev.segmentation.suggest.network;

import dev.segmentation.customer.Host;
import dev.segmentation.suggest.network.Wikidata.Entity;
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
import java.util.stream.Stream;

/** Websites that Wikidata calls official. */
public final class WikidataWebsites implements WebsiteSource {
    private static final double SURE = 0.92;
    private static final double COMMON_NAME = 0.75;

    private final Lookup lookup;
    private final NameLikeness likeness;
    private final BlockedHosts blocked;

    /** Finds what Wikidata knows under a name. */
    interface Lookup {
        List<Entity> find(String name) throws IOException;
    }

    WikidataWebsites(Lookup lookup, NameLikeness likeness, BlockedHosts blocked) {
        this.lookup = lookup;
        this.likeness = likeness;
        this.blocked = blocked;
    }

    /**
     * Asks Wikidata for what may be a customer; a film of the same name has a website too.
     *
     * @param kinds tells what is no customer
     */
    public WikidataWebsites(Wikidata wikidata, IndustryTable kinds, NameLikeness likeness, BlockedHosts blocked) {
        this(
                name -> wikidata.find(name).stream()
                        .filter(entity -> !kinds.noCustomer(entity.kinds()))
                        .toList(),
                likeness,
                blocked);
    }

    @Override
    public List<WebsiteCandidate> candidates(OpenMaster master) throws IOException {
        List<WebsiteCandidate> found = new ArrayList<>();
        if (likeness.words(master.name()).isEmpty()) {
            return found;
        }
        for (Entity entity : lookup.find(master.name())) {
            candidate(entity, master).ifPresent(found::add);
        }
        return found;
    }

    private Optional<WebsiteCandidate> candidate(Entity entity, OpenMaster master) {
        List<String> names = Stream.concat(Stream.of(entity.label()), entity.aliases().stream())
                .filter(text -> !text.isEmpty())
                .toList();
        double like = names.stream()
                .mapToDouble(name -> likeness.of(master.name(), name))
                .max()
                .orElse(0);
        Optional<String> host = entity.websites().stream()
                .flatMap(address -> Host.bare(address).stream())
                .filter(one -> blocked.why(one).isEmpty())
                .findFirst();
        if (like == 0 || host.isEmpty()) {
            return Optional.empty();
        }
        double score = SURE * like * (likeness.common(master.name()) ? COMMON_NAME : 1);
        return Optional.of(new WebsiteCandidate(
                host.get(),
                score,
                List.of("Wikidata calls it the official website of \"" + names.get(0) + "\""),
                List.of(new Evidence("Wikidata: " + names.get(0), entity.url(), host.get()))));
    }
}
