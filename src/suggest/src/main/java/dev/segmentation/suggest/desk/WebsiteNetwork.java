package dev.segmentation.suggest.desk;

import dev.segmentation.name.NameTables;
import dev.segmentation.suggest.network.CachedWeb;
import dev.segmentation.suggest.network.GuessedDomains;
import dev.segmentation.suggest.network.IndustryTable;
import dev.segmentation.suggest.network.KnownWebsites;
import dev.segmentation.suggest.network.SearchedWebsites;
import dev.segmentation.suggest.network.WebsiteCheck;
import dev.segmentation.suggest.network.Wikidata;
import dev.segmentation.suggest.website.BlockedHosts;
import dev.segmentation.suggest.website.NameLikeness;
import dev.segmentation.suggest.website.WebsiteSource;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What may be asked for websites beside the registers.
 *
 * @param sources makes the sources, from hosts that are nobody's own and the tables of names
 * @param fresh whether to forget what was said before
 */
public record WebsiteNetwork(BiFunction<BlockedHosts, NameTables, List<WebsiteSource>> sources, boolean fresh) {

    /** Nothing; what was said before still counts unless it is to be forgotten. */
    public static WebsiteNetwork none(boolean fresh) {
        return new WebsiteNetwork((blocked, names) -> List.of(), fresh);
    }

    /**
     * Wikidata, the search service if there is one, and hosts made of names, in this order.
     *
     * @param outside the network
     * @param settings the folders
     * @param clock tells how old kept answers are
     * @param pause the pause between two requests to a service
     * @param fresh whether to forget what was said before
     */
    public static WebsiteNetwork of(Outside outside, RunSettings settings, Clock clock, Duration pause, boolean fresh) {
        return new WebsiteNetwork(
                (blocked, names) -> {
                    KeptAnswers kept = KeptAnswers.open(settings.output(), clock);
                    if (fresh) {
                        kept.forgetWeb();
                    }
                    NameLikeness likeness = new NameLikeness(settings.rules().resolve("names"), names, error -> {});
                    WebsiteCheck check = new WebsiteCheck(outside.pages(pause), likeness);
                    Wikidata wikidata = new Wikidata(new CachedWeb(outside.data(pause), kept.web()));
                    List<WebsiteSource> sources = new ArrayList<>();
                    IndustryTable kinds = IndustryTable.read(settings.rules(), error -> {});
                    sources.add(new KnownWebsites(name -> entries(wikidata, kinds, name), likeness, blocked));
                    outside.search(pause, web -> new CachedWeb(web, kept.web()))
                            .ifPresent(search ->
                                    sources.add(new SearchedWebsites(search::search, check, likeness, blocked)));
                    sources.add(new GuessedDomains(check, likeness, blocked));
                    return sources;
                },
                fresh);
    }

    /** What is called so and may be a customer; a film of that name has a website too. */
    private static List<KnownWebsites.Entry> entries(Wikidata wikidata, IndustryTable kinds, String name)
            throws IOException {
        return wikidata.find(name).stream()
                .filter(entity -> !entity.websites().isEmpty() && !kinds.noCustomer(entity.kinds()))
                .map(entity -> new KnownWebsites.Entry(
                        "Wikidata",
                        Stream.concat(Stream.of(entity.label()), entity.aliases().stream())
                                .filter(text -> !text.isEmpty())
                                .toList(),
                        entity.websites(),
                        entity.url()))
                .filter(entry -> !entry.names().isEmpty())
                .toList();
    }
}
