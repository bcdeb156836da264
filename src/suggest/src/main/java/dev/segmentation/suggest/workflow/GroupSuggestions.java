package dev.segmentation.suggest.workflow;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.output.Worklist;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.suggest.group.DiscriminativeWords;
import dev.segmentation.suggest.group.Example;
import dev.segmentation.suggest.group.GroupModel;
import dev.segmentation.suggest.group.GroupSuggester;
import dev.segmentation.suggest.group.LearnedStore;
import dev.segmentation.suggest.group.ModelUnavailableException;
import dev.segmentation.suggest.group.Prediction;
import dev.segmentation.suggest.text.KeptAnswers;
import dev.segmentation.suggest.text.NameWords;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.workspace.RunSettings;
import dev.segmentation.workspace.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Suggests groups for the masters that wait on the worklist, the most valuable first. */
public final class GroupSuggestions {
    private final RunSettings settings;
    private final Clock clock;
    private final Progress progress;
    private final Consumer<String> notes;
    private final List<RowError> rejected = new ArrayList<>();

    /** What came of it. */
    @JsonPropertyOrder({"examples", "file", "suggestions"})
    public record Result(int examples, List<SuggestedGroup> suggestions, String file) {}

    /** Suggestions for the last run of these settings. */
    public GroupSuggestions(RunSettings settings, Clock clock, Progress progress, Consumer<String> notes) {
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
        this.notes = notes;
    }

    /** Rows of people's files that cannot be used. */
    public List<RowError> rejected() {
        return List.copyOf(rejected);
    }

    /**
     * Suggests and writes the file.
     *
     * @throws dev.segmentation.table.TableException if there was no run
     */
    public Result suggest(int limit, List<GroupModel.Trainer> more, double abstainBelow, RemoteAccess access) {
        RuleCatalog rules = RuleCatalog.load(settings.rules(), settings.cache());
        List<OpenMasters.Ranked> open;
        List<Example> examples;
        List<Prediction> own;
        try (Progress.Step step = progress.start("Suggestions", 3)) {
            Governance governance = settings.governance(error -> notes.accept(error.toString()), notes);
            open = OpenMasters.withoutGroup(settings, LocalDate.now(clock), limit, rules.parser(), governance, notes);
            step.advance(1);
            List<GroupSuggester.Query> queries =
                    open.stream().map(one -> query(one.master(), rules)).toList();
            examples = examples(rules, governance, queries);
            step.advance(1);
            own = predictions(rules, examples, queries, more, abstainBelow);
            step.advance(1);
        }
        List<SuggestedGroup> rows = rows(open, ensemble(rules, open, own, abstainBelow, access));
        Path file = SuggestionWriter.groups(settings, rows, clock.instant());
        return new Result(examples.size(), rows, file.toString());
    }

    private static GroupSuggester.Query query(OpenMaster master, RuleCatalog rules) {
        return new GroupSuggester.Query(
                master.spellings().stream()
                        .map(text -> NameWords.of(rules.parser().evidence(text)))
                        .toList(),
                !master.why().equals(Worklist.CONFLICT));
    }

    /** What is known, but for what the rules say of the very masters in question. */
    private List<Example> examples(RuleCatalog rules, Governance governance, List<GroupSuggester.Query> queries) {
        Set<List<String>> asked = new HashSet<>();
        queries.forEach(query -> asked.addAll(query.spellings()));
        return SuggestionExamples.of(settings, rules, governance, notes).stream()
                .filter(example -> example.kind() != Example.Kind.RULED || !asked.contains(example.words()))
                .toList();
    }

    private List<Prediction> predictions(
            RuleCatalog rules,
            List<Example> examples,
            List<GroupSuggester.Query> queries,
            List<GroupModel.Trainer> more,
            double abstainBelow) {
        DiscriminativeWords words = discriminativeWords(settings, rules);
        LearnedStore store = new LearnedStore(RulesCache.folderOfUser(), Version.build());
        try {
            return GroupSuggester.learn(examples, more, abstainBelow, words, store)
                    .suggest(queries);
        } catch (ModelUnavailableException e) {
            notes.accept(e.getMessage() + " The suggestions are made without it.");
            return GroupSuggester.learn(examples, List.of(), abstainBelow, words, store)
                    .suggest(queries);
        }
    }

    /** The words that tell companies apart, by the tables of these settings. */
    public static DiscriminativeWords discriminativeWords(RunSettings settings, RuleCatalog rules) {
        return DiscriminativeWords.of(settings.rules().resolve("names"), rules.names(), error -> {});
    }

    /** Joins what this machine predicts with what others say, or said before. */
    private List<EnsemblePrediction> ensemble(
            RuleCatalog rules,
            List<OpenMasters.Ranked> open,
            List<Prediction> own,
            double abstainBelow,
            RemoteAccess access) {
        KeptAnswers kept = KeptAnswers.open(settings.output(), clock);
        if (access.fresh()) {
            kept.web().clear();
            kept.model().clear();
        }
        if (!access.asks() && kept.none()) {
            return own.stream().map(EnsemblePrediction::local).toList();
        }
        return new RemoteModels(access, kept, settings.rules(), rules.parser(), abstainBelow, rejected::add, notes)
                .predict(progress, open.stream().map(OpenMasters.Ranked::master).toList(), own);
    }

    private List<SuggestedGroup> rows(List<OpenMasters.Ranked> open, List<EnsemblePrediction> predictions) {
        Rejections rejections = Rejections.read(settings, rejected::add, notes);
        Map<String, String> websites = new HashMap<>();
        Path file = settings.output().resolve(SuggestionFiles.WEBSITES);
        if (Files.exists(file)) {
            TableReader.readOwn(
                    file,
                    SuggestionFiles.WEBSITE_SPEC,
                    row -> websites.put(row.get(SuggestionFiles.ID), row.get(SuggestionFiles.WEBSITE)),
                    rejected::add,
                    notes);
        }
        List<SuggestedGroup> rows = new ArrayList<>();
        for (int i = 0; i < predictions.size(); i++) {
            OpenMasters.Ranked ranked = open.get(i);
            String website = websites.getOrDefault(ranked.master().id(), "");
            rows.add(SuggestedGroup.of(ranked, predictions.get(i), website).without(rejections));
        }
        return List.copyOf(rows);
    }
}
