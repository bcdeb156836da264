package dev.segmentation.suggest.workflow;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Confidence;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.output.OutputTables;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.TermRow;
import dev.segmentation.suggest.group.Example;
import dev.segmentation.suggest.text.NameWords;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What suggestions learn from: the term tables, known organisations, decisions of people, and what the rules are sure of. */
public final class SuggestionExamples {
    /**
     * Tables of known organisations, and which rows of them: every n-th. Registers are not typical of customers, and
     * many rows of them pull small firms to their groups, so the large ones are left out.
     */
    private static final Map<String, Integer> KNOWN =
            Map.of("chains", 1, "well-known", 1, "schools-k12", 1, "hospitals", 5);

    private static final TableSpec ENTITY =
            TableSpec.of("Name", "Industrial Group").with("Industry Detail", "NAICS", "Support Category");
    private static final TableSpec CLASSIFIED = TableSpec.of(
            "Master Customer Name",
            "Industrial Group",
            "Industry Detail",
            "NAICS",
            "Support Category",
            "Method",
            "Confidence");
    private static final int MOST_RULED = 4000;

    private final RunSettings settings;
    private final RuleCatalog rules;
    private final Consumer<String> notes;
    private final List<Example> examples = new ArrayList<>();

    private SuggestionExamples(RunSettings settings, RuleCatalog rules, Consumer<String> notes) {
        this.settings = settings;
        this.rules = rules;
        this.notes = notes;
    }

    /** All examples of these settings, in a fixed order. */
    public static List<Example> of(RunSettings settings, RuleCatalog rules, Consumer<String> notes) {
        boolean people = Files.isDirectory(settings.input());
        return of(
                settings,
                rules,
                people ? settings.governance(error -> notes.accept(error.toString()), notes) : Governance.NONE,
                notes);
    }

    /** All examples, given the decisions of people. */
    static List<Example> of(RunSettings settings, RuleCatalog rules, Governance governance, Consumer<String> notes) {
        SuggestionExamples all = new SuggestionExamples(settings, rules, notes);
        rules.terms().forEach(all::term);
        KNOWN.keySet().stream().sorted().forEach(all::known);
        all.decisions(governance);
        all.ruled();
        return List.copyOf(all.examples);
    }

    private void term(TermRow term) {
        if (!term.match().withinWord()) {
            examples.add(new Example(
                    String.join(" ", term.words()),
                    term.words(),
                    term.classification(),
                    term.method() == Method.HEURISTIC ? Example.Kind.HINT : Example.Kind.TERM,
                    "term " + term.id()));
        }
    }

    private void known(String table) {
        int every = KNOWN.get(table);
        long[] rows = {0};
        read(
                settings.rules().resolve("entities").resolve(table + ".csv"),
                ENTITY,
                row -> rows[0]++ % every == 0,
                (row, what) -> add(row.get("Name"), what, Example.Kind.KNOWN, row.file() + ":" + row.line()));
    }

    private void read(Path file, TableSpec spec, Predicate<Row> taken, BiConsumer<Row, Classification> classified) {
        if (Files.exists(file)) {
            TableReader.readOwn(
                    file,
                    spec,
                    row -> {
                        if (taken.test(row)) {
                            classification(row).ifPresent(what -> classified.accept(row, what));
                        }
                    },
                    error -> notes.accept(error.toString()),
                    unused -> {});
        }
    }

    /** The decisions that are done, the newest of each master. */
    private void decisions(Governance governance) {
        Map<String, MasterDecision> newest = new LinkedHashMap<>();
        governance.segmentOverrides().stream()
                .filter(override -> override.status() != Status.QUEUED)
                .filter(override -> override.classification().group() != IndustrialGroup.UNKNOWN)
                .sorted(MasterDecision.NEWEST_LAST)
                .forEach(override -> newest.put(override.canonical(), override));
        try (Classifier classifier = rules.newClassifier()) {
            newest.values().forEach(override -> decision(override, classifier));
        }
    }

    private void decision(MasterDecision override, Classifier classifier) {
        NameEvidence evidence = rules.parser().evidence(override.canonical());
        boolean open = classifier.classify(List.of(evidence), List.of()).group() == IndustrialGroup.UNKNOWN;
        String who = override.manual() && !override.owner().isEmpty() ? override.owner() : override.source();
        List<String> words = NameWords.of(evidence);
        if (!words.isEmpty()) {
            examples.add(new Example(
                    override.canonical(),
                    words,
                    override.classification(),
                    override.source().startsWith(SuggestionReview.SOURCE)
                            ? Example.Kind.ACCEPTED
                            : Example.Kind.DECISION,
                    "decision of " + who,
                    open));
        }
    }

    private void ruled() {
        int before = examples.size();
        read(
                settings.output().resolve(OutputTables.MASTERS),
                CLASSIFIED,
                row -> row.get("Confidence").equals(Confidence.HIGH.label())
                        && row.get("Method").equals(Method.RULE_BASED.label())
                        && examples.size() - before < MOST_RULED,
                (row, what) -> add(row.get("Master Customer Name"), what, Example.Kind.RULED, "the rules"));
    }

    private static Optional<Classification> classification(Row cells) {
        return IndustrialGroup.parse(cells.get("Industrial Group"))
                .filter(group -> group != IndustrialGroup.UNKNOWN)
                .map(group -> new Classification(
                        group,
                        cells.get("Industry Detail"),
                        cells.get("NAICS"),
                        SupportCategory.parse(cells.get("Support Category")).orElse(SupportCategory.NONE)));
    }

    private void add(String name, Classification classification, Example.Kind kind, String source) {
        List<String> words = NameWords.of(rules.parser().evidence(name));
        if (!words.isEmpty()) {
            examples.add(new Example(name, words, classification, kind, source));
        }
    }
}
