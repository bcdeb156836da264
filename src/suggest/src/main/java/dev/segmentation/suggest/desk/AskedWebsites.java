package dev.segmentation.suggest.desk;

import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.website.WebsiteCandidate;
import dev.segmentation.suggest.website.WebsiteChoice;
import dev.segmentation.suggest.website.WebsiteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The sources of websites on the network, asked in their order until one is sure. What they said of a master is kept at once. */
final class AskedWebsites {
    private final List<Asked> sources;
    private final WebsiteJournal journal;
    private final WebsiteChoice choice;

    private record Asked(WebsiteSource source, NetworkSource network) {
        Optional<List<WebsiteCandidate>> ask(OpenMaster master) {
            return network.left() ? Optional.empty() : network.ask(master, () -> source.candidates(master));
        }
    }

    AskedWebsites(List<WebsiteSource> sources, WebsiteJournal journal, WebsiteChoice choice, Consumer<String> notes) {
        this.sources = sources.stream()
                .map(source -> new Asked(source, new NetworkSource("A source of websites", true, notes)))
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
        for (Asked one : sources) {
            Optional<List<WebsiteCandidate>> said = one.ask(master);
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

    private boolean offline() {
        return sources.stream().anyMatch(one -> one.network().offline());
    }
}
