package dev.segmentation.suggest.evaluate;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.evaluate.rules.LabelledName;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.suggest.group.Example;
import dev.segmentation.suggest.group.GroupModel;
import dev.segmentation.suggest.group.GroupSuggester;
import dev.segmentation.suggest.group.LearnedStore;
import dev.segmentation.suggest.group.Prediction;
import dev.segmentation.suggest.text.NameWords;
import dev.segmentation.suggest.workflow.GroupSuggestions;
import dev.segmentation.suggest.workflow.SuggestionExamples;
import dev.segmentation.table.RowError;
import dev.segmentation.workspace.RunSettings;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Suggests groups for names whose groups are known. None of them is learned from: with folds the names of the other folds
 * count as decided, and names that begin with the same word stay in one fold.
 */
public final class SuggestEvaluation {
    private final RunSettings settings;
    private final RuleCatalog rules;
    private final List<GroupModel.Trainer> more;
    private final double abstainBelow;
    private final Progress progress;
    private final List<RowError> rejected = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long learning;
    private long suggesting;

    /** A label as the suggester sees it. */
    private record Labelled(String name, List<String> words, IndustrialGroup expected, boolean open) {
        int fold(int folds) {
            String first = words.isEmpty() ? name : words.get(0);
            return Math.floorMod(first.hashCode() * 31, folds);
        }

        Example example() {
            Classification group = new Classification(expected, "", "", SupportCategory.NONE);
            return new Example(name, words, group, Example.Kind.DECISION, "label", open);
        }
    }

    /** An evaluation. */
    public SuggestEvaluation(
            RunSettings settings,
            RuleCatalog rules,
            List<GroupModel.Trainer> more,
            double abstainBelow,
            Progress progress) {
        this.settings = settings;
        this.rules = rules;
        this.more = List.copyOf(more);
        this.abstainBelow = abstainBelow;
        this.progress = progress;
    }

    /**
     * Runs the evaluation.
     *
     * @param folds 0 to learn from no label, else in how many parts to cut them
     * @throws dev.segmentation.table.TableException if it is missing or labels nothing
     */
    public SuggestReport execute(Path truth, Charset charset, int folds) {
        List<Labelled> labels = labelled(LabelledName.read(truth, charset, rejected::add, notes::add));
        Set<List<String>> asked = new HashSet<>();
        labels.forEach(label -> asked.add(label.words()));
        List<Example> examples = SuggestionExamples.of(settings, rules, notes::add).stream()
                .filter(example -> !isName(example) || !asked.contains(example.words()))
                .toList();
        List<SuggestReport.Suggested> suggested = new ArrayList<>();
        int parts = Math.max(1, folds);
        try (Progress.Step step = progress.start("Suggesting", parts)) {
            for (int fold = 0; fold < parts; fold++) {
                suggested.addAll(fold(labels, examples, fold, folds));
                step.advance(1);
            }
        }
        return new SuggestReport(
                truth.getFileName().toString(),
                folds,
                examples.size(),
                suggested,
                learning / 1e9,
                suggesting / 1e9,
                rejected,
                notes);
    }

    private static boolean isName(Example example) {
        return example.kind() != Example.Kind.TERM && example.kind() != Example.Kind.HINT;
    }

    private List<SuggestReport.Suggested> fold(List<Labelled> labels, List<Example> base, int fold, int folds) {
        List<Labelled> asked = new ArrayList<>();
        List<Example> examples = new ArrayList<>(base);
        for (Labelled label : labels) {
            if (folds == 0 || label.fold(folds) == fold) {
                asked.add(label);
            } else {
                examples.add(label.example());
            }
        }
        long start = System.nanoTime();
        GroupSuggester suggester = GroupSuggester.learn(
                examples, more, abstainBelow, GroupSuggestions.discriminativeWords(settings, rules), LearnedStore.NONE);
        long learned = System.nanoTime();
        List<Prediction> predictions = suggester.suggest(asked.stream()
                .map(label -> new GroupSuggester.Query(List.of(label.words()), label.open()))
                .toList());
        learning += learned - start;
        suggesting += System.nanoTime() - learned;
        List<SuggestReport.Suggested> suggested = new ArrayList<>();
        for (int i = 0; i < predictions.size(); i++) {
            Labelled label = asked.get(i);
            Prediction prediction = predictions.get(i);
            suggested.add(new SuggestReport.Suggested(
                    label.name(), label.expected(), label.open(), prediction.sure(), prediction.groups()));
        }
        return suggested;
    }

    private List<Labelled> labelled(List<LabelledName> labels) {
        List<Labelled> known = new ArrayList<>();
        try (Classifier classifier = rules.newClassifier()) {
            for (LabelledName label : labels) {
                NameEvidence evidence = rules.parser().evidence(label.name());
                boolean open = classifier.classify(List.of(evidence), List.of()).group() == IndustrialGroup.UNKNOWN;
                known.add(new Labelled(label.name(), NameWords.of(evidence), label.expected(), open));
            }
        }
        return known;
    }
}
