package dev.segmentation.suggest.workflow;

import dev.segmentation.customer.Progress;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.output.Background;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.website.BlockedHosts;
import dev.segmentation.suggest.website.RegisterWebsites;
import dev.segmentation.suggest.website.WebsiteCandidate;
import dev.segmentation.suggest.website.WebsiteChoice;
import dev.segmentation.suggest.website.WebsiteJournal;
import dev.segmentation.suggest.website.WebsiteSource;
import dev.segmentation.table.RowError;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Suggests official websites for masters that have none: from the registers on this machine, and from the network where it
 * may be asked. What the network said is kept, so that work that was cut off goes on where it stopped.
 */
public final class WebsiteSuggestions {
    private static final int SHOWN = 5;

    private final RunSettings settings;
    private final Clock clock;
    private final Progress progress;
    private final Consumer<String> notes;
    private final List<RowError> rejected = Collections.synchronizedList(new ArrayList<>());

    /** What came of it. */
    public record Result(int open, List<WebsiteSuggestion> suggestions, String file) {}

    /** Suggestions for the last run of these settings. */
    public WebsiteSuggestions(RunSettings settings, Clock clock, Progress progress, Consumer<String> notes) {
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
        this.notes = notes;
    }

    /** Rows of tables under {@code rules/websites} that cannot be used. */
    public List<RowError> rejected() {
        return List.copyOf(rejected);
    }

    /**
     * Looks for the websites of the most valuable masters and writes the file of suggestions.
     *
     * @throws dev.segmentation.table.TableException if there was no run
     */
    public Result suggest(int limit, RemoteAccess access) {
        return suggest(
                limit, access.fresh(), (blocked, names) -> WebsiteSources.of(access, settings, clock, blocked, names));
    }

    Result suggest(int limit, boolean fresh, BiFunction<BlockedHosts, NameTables, List<WebsiteSource>> network) {
        NameTables names = RuleCatalog.names(settings.rules());
        Path folder = settings.rules().resolve("websites");
        if (!Files.isDirectory(folder)) {
            notes.accept(folder
                    + " does not exist: there are no registers to look into. Maybe --rules names the wrong folder.");
        }
        BlockedHosts blocked = new BlockedHosts(folder, rejected::add);
        CompletableFuture<RegisterWebsites> registers = CompletableFuture.supplyAsync(
                () -> RegisterWebsites.read(settings.rules(), names, blocked, rejected::add));
        List<OpenMasters.Ranked> open =
                OpenMasters.withoutWebsite(settings, LocalDate.now(clock), new NameParser(names), notes);
        List<OpenMasters.Ranked> first = open.subList(0, Math.min(limit, open.size()));
        RegisterWebsites listed = Background.join(registers);
        List<List<WebsiteCandidate>> known = first.parallelStream()
                .map(one -> listed.candidates(one.master()))
                .toList();
        List<WebsiteSource> sources = network.apply(blocked, names);
        WebsiteChoice choice = new WebsiteChoice(blocked);
        WebsiteJournal journal = WebsiteJournal.open(settings.output(), fresh);
        List<WebsiteSuggestion> rows = rows(first, known, new WebsiteSources(sources, journal, choice, notes), choice);
        Path file = SuggestionWriter.websites(settings, rows, clock.instant());
        return new Result(open.size(), rows, file.toString());
    }

    private List<WebsiteSuggestion> rows(
            List<OpenMasters.Ranked> masters,
            List<List<WebsiteCandidate>> known,
            WebsiteSources network,
            WebsiteChoice choice) {
        Rejections rejections = Rejections.read(settings, rejected::add, notes);
        List<WebsiteSuggestion> rows = new ArrayList<>();
        try (Progress.Step step = progress.start("Websites", masters.size())) {
            for (int i = 0; i < masters.size(); i++) {
                OpenMaster master = masters.get(i).master();
                List<WebsiteCandidate> found = new ArrayList<>(known.get(i));
                if (choice.best(found).isEmpty()) {
                    found.addAll(network.of(master));
                }
                found.removeIf(candidate -> rejected(rejections, master, candidate));
                rows.add(row(masters.get(i), choice.best(found), found));
                step.advance(1);
            }
        }
        return List.copyOf(rows);
    }

    private static boolean rejected(Rejections rejections, OpenMaster master, WebsiteCandidate candidate) {
        List<String> titles = candidate.evidence().stream().map(Evidence::title).toList();
        String evidence = Rejections.evidence(candidate.host(), titles);
        return rejections.rejected(SuggestionKind.WEBSITE.label(), master.id(), candidate.host(), evidence);
    }

    private static WebsiteSuggestion row(
            OpenMasters.Ranked ranked, Optional<WebsiteCandidate> best, List<WebsiteCandidate> found) {
        OpenMaster master = ranked.master();
        String unsure = String.join(
                ", ",
                found.stream()
                        .map(WebsiteCandidate::host)
                        .distinct()
                        .limit(SHOWN)
                        .toList());
        return new WebsiteSuggestion(
                ranked.rank(),
                master.name(),
                master.canonical(),
                master.id(),
                master.keys(),
                master.name().replace("\"", "") + " official website",
                best.map(WebsiteCandidate::host).orElse(""),
                best.map(WebsiteCandidate::score).orElse(0.0),
                best.map(WebsiteCandidate::reason).orElse(""),
                best.map(WebsiteCandidate::evidence).orElse(List.of()),
                best.isEmpty() && !found.isEmpty() ? "Not sure enough: " + unsure : "");
    }
}
