package dev.segmentation.evaluate.mining;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.CommonNames;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.Trace;
import dev.segmentation.run.MasterBase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for words in the names of masters that people decided which tell their group, so that what people decided once becomes
 * a term of the rules. Every row that it suggests was tried on all masters.
 */
public final class TermMining {
    /** So many rows are tried for each that is wanted. */
    private static final int TRIALS = 4;

    private static final int NAMED = 3;

    private final RuleCatalog rules;
    private final Progress progress;
    private final KnownMasters masters;
    private final TermRows rows;

    /** A search over these masters, of which those rules are in use. */
    public TermMining(MasterBase base, RuleCatalog rules, Path folder, int threads, Progress progress) {
        this.rules = rules;
        this.progress = progress;
        CommonNames common = new CommonNames(folder.resolve("names"), rules.names(), error -> {});
        masters = new KnownMasters(base, rules, threads, progress, common::common);
        rows = new TermRows(folder, rules);
    }

    /**
     * The rows, the surest first.
     *
     * @param minSupport how many companies people must have decided for the group
     * @param minPrecision share of known companies with the words that must be of the group
     * @param limit how many rows at most
     */
    public List<TermSuggestion> suggest(int minSupport, double minPrecision, int limit) {
        Map<IndustrialGroup, Set<Integer>> placed = new EnumMap<>(IndustrialGroup.class);
        List<TermSuggestion> suggestions = new ArrayList<>();
        int trials = 0;
        try (Classifier classifier = rules.newClassifier();
                Progress.Step step = progress.start("Trying terms", -1)) {
            for (TermCandidate candidate :
                    new TermCandidates(masters, rules.names(), minSupport, minPrecision).bestFirst()) {
                Set<Integer> covered = placed.computeIfAbsent(candidate.group(), group -> new HashSet<>());
                if (suggestions.size() == limit || trials == TRIALS * limit) {
                    break;
                }
                if (!rows.has(candidate.group()) || covered.containsAll(candidate.gain())) {
                    continue; // a longer or rarer phrase that adds nothing
                }
                Trace present = classifier.trace(List.of(rules.parser().evidence(candidate.text())), List.of());
                if (present.decision().group() == candidate.group()) {
                    continue;
                }
                trials++;
                step.advance(1);
                String id = rows.nextId(candidate.group());
                Classification said = majority(candidate);
                TermTrial trial = new TermTrial(
                        masters,
                        rules.with(id, candidate.text(), candidate.match(), candidate.method(), said),
                        candidate.words());
                if (trial.useful()) {
                    rows.take(id);
                    covered.addAll(candidate.gain());
                    suggestions.add(suggestion(candidate, said, id, presently(present), trial));
                }
            }
        }
        return suggestions;
    }

    private TermSuggestion suggestion(
            TermCandidate candidate, Classification said, String id, String presently, TermTrial trial) {
        IndustrialGroup group = candidate.group();
        String examples =
                candidate.supporting().stream().limit(NAMED).map(masters::name).collect(Collectors.joining(", "));
        Map<String, String> cells = Map.of(
                "Id", id,
                "Term", candidate.text(),
                "Match", candidate.match().label(),
                "Method", candidate.method().label(),
                "Industry Detail", said.detail(),
                "NAICS", said.naics(),
                "Support Category", said.support().label(),
                "Note",
                        "learned from " + candidate.support()
                                + (candidate.support() == 1 ? " decision: " : " decisions: ") + examples);
        return new TermSuggestion(
                rows.table(group),
                id,
                candidate.text(),
                candidate.match().label(),
                candidate.method().label(),
                group.label(),
                said.detail(),
                said.naics(),
                said.support().label(),
                candidate.support(),
                candidate.right(),
                candidate.known(),
                candidate.precision(),
                candidate.lower(),
                presently,
                trial.some(trial.places),
                trial.some(trial.learns),
                trial.some(trial.moves),
                trial.some(trial.mistakes),
                trial.some(trial.conflicts),
                rows.row(group, cells));
    }

    private static String presently(Trace present) {
        Decision decision = present.decision();
        String concepts = present.phrases().stream()
                .filter(phrase -> phrase.kind().equals("concept"))
                .map(Trace.SeenPhrase::id)
                .distinct()
                .collect(Collectors.joining(", "));
        return (decision.group() == IndustrialGroup.UNKNOWN
                        ? "no rule places it"
                        : decision.group().label() + " by " + decision.ruleId())
                + (concepts.isEmpty() ? "" : "; concept " + concepts);
    }

    private Classification majority(TermCandidate candidate) {
        return new Classification(
                candidate.group(),
                most(candidate, Classification::detail),
                most(candidate, Classification::naics),
                SupportCategory.parse(most(candidate, one -> one.support().label()))
                        .orElse(SupportCategory.NONE));
    }

    /** What most of the decisions for it say, blank where most say nothing; the first in the alphabet of equals. */
    private String most(TermCandidate candidate, Function<Classification, String> cell) {
        Map<String, Integer> counts = new TreeMap<>();
        candidate.supporting().stream()
                .map(master -> masters.decided(master).map(cell).orElseThrow())
                .forEach(text -> counts.merge(text, 1, Integer::sum));
        int most = counts.values().stream().max(Integer::compare).orElse(0);
        return counts.keySet().stream()
                .filter(text -> counts.get(text) == most)
                .findFirst()
                .orElse("");
    }
}
