package dev.segmentation.suggest.workflow;

import dev.segmentation.name.NameTables;
import dev.segmentation.suggest.network.CachedWeb;
import dev.segmentation.suggest.network.IndustryTable;
import dev.segmentation.suggest.network.RemoteService;
import dev.segmentation.suggest.network.WebsiteCheck;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The network as a source of websites: asked in order until one source is sure; what was said of a master is kept at once. */
final class WebsiteSources {
    private final List<WebsiteSource> sources;
    private final List<RemoteService> services;
    private final WebsiteJournal journal;
    private final WebsiteChoice choice;

    WebsiteSources(List<WebsiteSource> sources, WebsiteJournal journal, WebsiteChoice choice, Consumer<String> notes) {
        this.sources = sources;
        this.services = sources.stream()
                .map(source -> new RemoteService("A source of websites", true, notes))
                .toList();
        this.journal = journal;
        this.choice = choice;
    }

    /** Wikidata, the search service if there is one, and hosts made of names, in this order; none if they may not be asked. */
    static List<WebsiteSource> of(
            RemoteAccess access, RunSettings settings, Clock clock, BlockedHosts blocked, NameTables names) {
        List<WebsiteSource> sources = new ArrayList<>();
        if (access.web()) {
            KeptAnswers kept = KeptAnswers.open(settings.output(), clock);
            if (access.fresh()) {
                kept.web().clear();
            }
            NameLikeness likeness = new NameLikeness(settings.rules().resolve("names"), names, error -> {});
            WebsiteCheck check = new WebsiteCheck(access.pages(), likeness, blocked);
            IndustryTable kinds = IndustryTable.read(settings.rules(), error -> {});
            sources.add(new WikidataWebsites(new CachedWeb(access.data(), kept.web()), kinds, likeness, blocked));
            access.search(web -> new CachedWeb(web, kept.web()))
                    .ifPresent(search -> sources.add(check.searched(search)));
            sources.add(check.guessed());
        }
        return sources;
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
