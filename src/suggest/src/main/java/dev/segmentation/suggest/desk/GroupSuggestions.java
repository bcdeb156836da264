package dev.segmentation.suggest.desk;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.name.NameParser;
import dev.segmentation.output.Worklist;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.suggest.group.Advice;
import dev.segmentation.suggest.group.Example;
import dev.segmentation.suggest.group.GroupSuggester;
import dev.segmentation.suggest.group.LearnedStore;
import dev.segmentation.suggest.group.TellingWords;
import dev.segmentation.suggest.group.Voice;
import dev.segmentation.suggest.group.VoiceException;
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

    /**
     * What came of it.
     *
     * @param examples from how many examples it was learned
     * @param suggestions a row for each master that was looked at
     * @param file where they were written
     */
    @JsonPropertyOrder({"examples", "file", "suggestions"})
    public record Result(int examples, List<SuggestedGroup> suggestions, String file) {
        /** Copies the rows. */
        public Result {
            suggestions = List.copyOf(suggestions);
        }
    }

    /**
     * Suggestions for the last run of these settings.
     *
     * @param notes receives what a person should know beside the result
     */
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
     * @param limit how many masters at most
     * @param more voices beside the words
     * @param abstainBelow the probability below which nothing is suggested
     * @param network what may be asked beside what is learned on this machine
     * @throws dev.segmentation.table.TableException if there was no run
     */
    public Result suggest(int limit, List<Voice.School> more, double abstainBelow, GroupNetwork network) {
        RuleCatalog rules = RuleCatalog.load(settings.rules(), settings.cache());
        Learned learned = learned(rules, limit, more, abstainBelow);
        List<RankedMaster> ranked = learned.open();
        List<OpenMaster> open = masters(ranked);
        var place = new OutsideVoices.Place(settings, rules.parser(), clock, rejected::add, notes, progress);
        List<OutsideVoices.Heard> heard = OutsideVoices.hear(network, place, open, learned.advice(), abstainBelow);
        Rejections rejections = Rejections.read(settings, rejected::add, notes);
        Map<String, String> websites = websites();
        List<SuggestedGroup> rows = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            String website = websites.getOrDefault(open.get(i).id(), "");
            rows.add(SuggestedGroup.of(ranked.get(i), heard.get(i), website).without(rejections));
        }
        Path file = GroupSuggestionFile.write(settings, rows, clock.instant());
        return new Result(learned.examples(), rows, file.toString());
    }

    /** What was learned on this machine of the masters in question. */
    private record Learned(List<RankedMaster> open, int examples, List<Advice> advice) {}

    private Learned learned(RuleCatalog rules, int limit, List<Voice.School> more, double abstainBelow) {
        try (Progress.Step step = progress.start("Suggestions", 3)) {
            Governance governance = settings.governance(error -> notes.accept(error.toString()), notes);
            List<RankedMaster> open =
                    new OpenMasters(settings, LocalDate.now(clock)).read(limit, rules.parser(), governance, notes);
            step.advance(1);
            List<GroupSuggester.Query> queries = masters(open).stream()
                    .map(master -> query(master, rules.parser()))
                    .toList();
            List<Example> examples = examples(rules, governance, queries);
            step.advance(1);
            List<Advice> advice = advice(rules, examples, queries, more, abstainBelow);
            step.advance(1);
            return new Learned(open, examples.size(), advice);
        }
    }

    private static List<OpenMaster> masters(List<RankedMaster> ranked) {
        return ranked.stream().map(RankedMaster::master).toList();
    }

    /** What is known, but for what the rules say of the very masters in question. */
    private List<Example> examples(RuleCatalog rules, Governance governance, List<GroupSuggester.Query> queries) {
        Set<List<String>> asked = new HashSet<>();
        queries.forEach(query -> asked.addAll(query.spellings()));
        return SuggestionExamples.of(settings, rules, governance, notes).stream()
                .filter(example -> example.kind() != Example.Kind.RULED || !asked.contains(example.words()))
                .toList();
    }

    private List<Advice> advice(
            RuleCatalog rules,
            List<Example> examples,
            List<GroupSuggester.Query> queries,
            List<Voice.School> more,
            double abstainBelow) {
        TellingWords telling = telling(settings, rules);
        LearnedStore store = new LearnedStore(RulesCache.folderOfUser(), Version.build());
        try {
            return GroupSuggester.learn(examples, more, abstainBelow, telling, store)
                    .suggest(queries);
        } catch (VoiceException e) {
            notes.accept(e.getMessage() + " The suggestions are made without it.");
            return GroupSuggester.learn(examples, List.of(), abstainBelow, telling, store)
                    .suggest(queries);
        }
    }

    /** Which words say something, by the tables of these settings. */
    public static TellingWords telling(RunSettings settings, RuleCatalog rules) {
        return TellingWords.of(settings.rules().resolve("names"), rules.names(), error -> {});
    }

    private static GroupSuggester.Query query(OpenMaster master, NameParser parser) {
        return new GroupSuggester.Query(
                master.spellings().stream()
                        .map(text -> NameWords.of(parser.evidence(text)))
                        .toList(),
                !master.why().equals(Worklist.CONFLICT));
    }

    /** The websites that were suggested already, by master id. */
    private Map<String, String> websites() {
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
        return websites;
    }
}
