package dev.segmentation.suggest.workflow;

import dev.segmentation.name.NameTables;
import dev.segmentation.suggest.network.CachedWeb;
import dev.segmentation.suggest.network.GuessedDomains;
import dev.segmentation.suggest.network.IndustryTable;
import dev.segmentation.suggest.network.RemoteService;
import dev.segmentation.suggest.network.SearchedWebsites;
import dev.segmentation.suggest.network.WebsiteCheck;
import dev.segmentation.suggest.network.Wikidata;
import dev.segmentation.suggest.network.WikidataWebsites;
import dev.segmentation.suggest.text.KeptAnswers;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.website.BlockedHosts;
import dev.segmentation.suggest.website.NameLikeness;
import dev.segmentation.suggest.website.WebsiteCandidate;
import dev.segmentation.suggest.website.WebsiteChoice;
import dev.segmentation.suggest.website.WebsiteJournal;
import dev.segmentation.suggest.website.WebsiteSource;
import dev.segmentation.workspace.RunSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What may be asked for websites beside the registers.
 *
 * @param sources makes the sources, from hosts that are no company's own and the tables of names
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
                        kept.web().clear();
                    }
                    NameLikeness likeness = new NameLikeness(settings.rules().resolve("names"), names, error -> {});
                    WebsiteCheck check = new WebsiteCheck(outside.pages(pause), likeness);
                    Wikidata wikidata = new Wikidata(new CachedWeb(outside.data(pause), kept.web()));
                    List<WebsiteSource> sources = new ArrayList<>();
                    IndustryTable kinds = IndustryTable.read(settings.rules(), error -> {});
                    sources.add(new WikidataWebsites(wikidata, kinds, likeness, blocked));
                    outside.search(pause, web -> new CachedWeb(web, kept.web()))
                            .ifPresent(search -> sources.add(new SearchedWebsites(search, check, likeness, blocked)));
                    sources.add(new GuessedDomains(check, likeness, blocked));
                    return sources;
                },
                fresh);
    }

    /** The sources at work: asked in their order until one is sure; what they said of a master is kept at once. */
    static final class Session {
        private final List<WebsiteSource> sources;
        private final List<RemoteService> services;
        private final WebsiteJournal journal;
        private final WebsiteChoice choice;

        Session(List<WebsiteSource> sources, WebsiteJournal journal, WebsiteChoice choice, Consumer<String> notes) {
            this.sources = sources;
            this.services = sources.stream()
                    .map(source -> new RemoteService("A source of websites", true, notes))
                    .toList();
            this.journal = journal;
            this.choice = choice;
        }

        /** What the network says, or said before; nothing from the moment on that it is gone. */
        List<WebsiteCandidate> of(OpenMaster master) {
            Optional<List<WebsiteCandidate>> before = journal.of(master);
            if (before.isPresent() || sources.isEmpty() || master.nameless() || offline()) {
                return before.orElse(List.of());
            }
            List<WebsiteCandidate> found = new ArrayList<>();
            boolean whole = true;
            for (int i = 0; i < sources.size(); i++) {
                Optional<List<WebsiteCandidate>> said = ask(i, master);
                found.addAll(said.orElse(List.of()));
                whole &= said.isPresent();
                if (offline() || choice.best(found).isPresent()) {
                    break;
                }
            }
            if (whole) {
                journal.keep(master, found);
            }
            return found;
        }

        private Optional<List<WebsiteCandidate>> ask(int source, OpenMaster master) {
            RemoteService service = services.get(source);
            return service.left()
                    ? Optional.empty()
                    : service.ask(master, () -> sources.get(source).candidates(master));
        }

        private boolean offline() {
            return services.stream().anyMatch(RemoteService::offline);
        }
    }
}
