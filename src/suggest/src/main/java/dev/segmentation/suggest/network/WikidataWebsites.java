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

/** Websites that Wikidata calls official. */
public final class WikidataWebsites implements WebsiteSource {
    private static final double SURE = 0.92;
    private static final double COMMON_NAME = 0.75;

    private final Wikidata wikidata;
    private final NameLikeness likeness;
    private final BlockedHosts blocked;

    /**
     * Asks Wikidata for what may be a customer; a film of the same name has a website too.
     *
     * @param kinds tells what is no customer
     */
    public WikidataWebsites(Web web, IndustryTable kinds, NameLikeness likeness, BlockedHosts blocked) {
        this.wikidata = new Wikidata(web, kinds);
        this.likeness = likeness;
        this.blocked = blocked;
    }

    @Override
    public List<WebsiteCandidate> candidates(OpenMaster master) throws IOException {
        List<WebsiteCandidate> found = new ArrayList<>();
        if (!likeness.words(master.name()).isEmpty()) {
            for (Entity entity : wikidata.find(master.name())) {
                candidate(entity, master).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<WebsiteCandidate> candidate(Entity entity, OpenMaster master) {
        List<String> names =
                entity.names().stream().filter(text -> !text.isEmpty()).toList();
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
