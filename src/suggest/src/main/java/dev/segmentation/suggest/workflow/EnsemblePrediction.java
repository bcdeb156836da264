package dev.segmentation.suggest.workflow;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.group.Prediction;
import dev.segmentation.suggest.language.LanguageModel;
import dev.segmentation.suggest.text.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The prediction for a master, joined from all models. The group that most models name comes first; among equals the one of
 * which a model is surest. Agreement changes the order and no probability, for only the models of this machine are calibrated.
 */
record EnsemblePrediction(Prediction prediction, List<Evidence> found, boolean claimed) {
    private static final String THIS_MACHINE = "this machine";
    private static final int SHOWN = 3;

    /**
     * What one model thinks of a master.
     *
     * @param why its reason in words, blank if its evidence says enough
     */
    record Opinion(String model, String why, GroupSuggestion suggestion) {
        private IndustrialGroup group() {
            return suggestion.classification().group();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %.2f", model, suggestion.probability())
                    + (why.isEmpty() ? "" : " (" + why + ")");
        }
    }

    static EnsemblePrediction local(Prediction own) {
        return new EnsemblePrediction(own, List.of(), false);
    }

    /** Joins predictions. */
    static EnsemblePrediction of(
            Prediction own, List<Opinion> others, List<Evidence> found, double abstainBelow, String languageModel) {
        Map<IndustrialGroup, List<Opinion>> byGroup = new LinkedHashMap<>();
        others.stream()
                .filter(one -> one.suggestion().probability() >= abstainBelow)
                .forEach(one -> add(byGroup, one));
        boolean alone = byGroup.isEmpty();
        if (own.sure()) {
            add(byGroup, new Opinion(THIS_MACHINE, "", own.groups().get(0)));
        }
        if (byGroup.isEmpty()) {
            return new EnsemblePrediction(own, found, false);
        }
        Prediction joined = joined(own, byGroup, found, alone);
        return new EnsemblePrediction(joined, found, claimed(joined, own, others, languageModel));
    }

    private static void add(Map<IndustrialGroup, List<Opinion>> byGroup, Opinion opinion) {
        byGroup.computeIfAbsent(opinion.group(), group -> new ArrayList<>()).add(opinion);
    }

    private static boolean claimed(Prediction joined, Prediction own, List<Opinion> others, String languageModel) {
        IndustrialGroup group = joined.groups().get(0).classification().group();
        boolean ownToo = own.sure() && own.groups().get(0).classification().group() == group;
        return !ownToo
                && others.stream().filter(one -> one.group() == group).allMatch(one -> one.model()
                        .equals(languageModel));
    }

    private static Prediction joined(
            Prediction own, Map<IndustrialGroup, List<Opinion>> byGroup, List<Evidence> found, boolean alone) {
        List<IndustrialGroup> ordered = byGroup.keySet().stream()
                .sorted(Comparator.comparingInt(
                                (IndustrialGroup group) -> -byGroup.get(group).size())
                        .thenComparingDouble(
                                group -> -surest(byGroup.get(group)).probability())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<GroupSuggestion> groups = new ArrayList<>();
        ordered.forEach(group -> groups.add(suggestion(byGroup.get(group), found)));
        if (own.sure()) {
            own.groups().stream()
                    .filter(one -> !byGroup.containsKey(one.classification().group()))
                    .forEach(groups::add);
        }
        String note = ordered.stream()
                .map(group -> byGroup.get(group).stream()
                        .map(Opinion::toString)
                        .collect(Collectors.joining(", ", group.label() + ": ", ".")))
                .collect(Collectors.joining(" "));
        return new Prediction(groups.subList(0, Math.min(SHOWN, groups.size())), true, alone ? own.note() : note);
    }

    private static GroupSuggestion surest(List<Opinion> opinions) {
        return opinions.stream()
                .map(Opinion::suggestion)
                .max(Comparator.comparingDouble(GroupSuggestion::probability))
                .orElseThrow();
    }

    private static GroupSuggestion suggestion(List<Opinion> opinions, List<Evidence> found) {
        GroupSuggestion surest = surest(opinions);
        Classification classification = opinions.stream()
                .sorted(Comparator.comparingDouble(one -> -one.suggestion().probability()))
                .map(one -> one.suggestion().classification())
                .filter(one -> !one.detail().isEmpty())
                .findFirst()
                .orElse(surest.classification());
        String reason = opinions.stream()
                .map(one -> one.suggestion().reason())
                .distinct()
                .collect(Collectors.joining("; "));
        return new GroupSuggestion(classification, surest.probability(), reason, sources(opinions, found));
    }

    /** The best evidence of each model, then whatever else was found. A website that a model names comes last. */
    private static List<Evidence> sources(List<Opinion> opinions, List<Evidence> found) {
        Set<Evidence> sources = new LinkedHashSet<>();
        opinions.forEach(one -> one.suggestion().evidence().stream().limit(1).forEach(sources::add));
        sources.addAll(found);
        opinions.forEach(one -> sources.addAll(one.suggestion().evidence()));
        List<Evidence> websites = sources.stream()
                .filter(one -> one.title().equals(LanguageModel.WEBSITE))
                .toList();
        websites.forEach(sources::remove);
        List<Evidence> all = new ArrayList<>(sources);
        all.subList(Math.min(all.size(), SHOWN - websites.size()), all.size()).clear();
        all.addAll(websites);
        return all;
    }
}
