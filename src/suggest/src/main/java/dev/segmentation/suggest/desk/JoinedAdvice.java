package dev.segmentation.suggest.desk;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.suggest.group.Advice;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.language.LanguageModelVoice;
import dev.segmentation.suggest.text.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Joins what voices think of a master. The group that most voices name comes first; among equals the one of which a voice is
 * surest. Agreement changes the order and no probability, for only those of this machine are calibrated.
 */
final class JoinedAdvice {
    /** The voice of what was learned here. */
    static final String HERE = "this machine";

    private static final int SHOWN = 3;

    private final Advice own;
    private final List<Evidence> found;
    private final Map<IndustrialGroup, List<Opinion>> said = new LinkedHashMap<>();

    private JoinedAdvice(Advice own, List<Evidence> found) {
        this.own = own;
        this.found = found;
    }

    /**
     * The joint advice.
     *
     * @param own what was learned here; where it is not sure, it has no voice
     * @param others what others think
     * @param found what can be looked up, whichever group it speaks for
     * @param abstainBelow the probability below which a voice does not count
     */
    static Advice of(Advice own, List<Opinion> others, List<Evidence> found, double abstainBelow) {
        JoinedAdvice joined = new JoinedAdvice(own, found);
        others.stream()
                .filter(one -> one.suggestion().probability() >= abstainBelow)
                .forEach(joined::add);
        boolean alone = joined.said.isEmpty();
        if (own.sure()) {
            joined.add(new Opinion(HERE, "", own.groups().get(0)));
        }
        return joined.said.isEmpty() ? own : joined.advice(alone);
    }

    private void add(Opinion opinion) {
        said.computeIfAbsent(opinion.suggestion().classification().group(), group -> new ArrayList<>())
                .add(opinion);
    }

    private Advice advice(boolean alone) {
        List<GroupSuggestion> groups = new ArrayList<>();
        StringBuilder note = new StringBuilder();
        for (IndustrialGroup group : ordered()) {
            groups.add(group(said.get(group)));
            note.append(note.isEmpty() ? "" : " ").append(told(group, said.get(group)));
        }
        if (own.sure()) {
            own.groups().stream()
                    .filter(one -> !said.containsKey(one.classification().group()))
                    .forEach(groups::add);
        }
        return new Advice(
                groups.subList(0, Math.min(SHOWN, groups.size())), true, alone ? own.note() : note.toString());
    }

    private List<IndustrialGroup> ordered() {
        return said.keySet().stream()
                .sorted(Comparator.comparingInt(
                                (IndustrialGroup group) -> -said.get(group).size())
                        .thenComparingDouble(group -> -surest(said.get(group)).probability())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static GroupSuggestion surest(List<Opinion> opinions) {
        return opinions.stream()
                .map(Opinion::suggestion)
                .max(Comparator.comparingDouble(GroupSuggestion::probability))
                .orElseThrow();
    }

    private GroupSuggestion group(List<Opinion> opinions) {
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
        return new GroupSuggestion(classification, surest.probability(), reason, sources(opinions));
    }

    /** What each voice goes by, then whatever else was found. A website that a model names is told, and last. */
    private List<Evidence> sources(List<Opinion> opinions) {
        Set<Evidence> sources = new LinkedHashSet<>();
        opinions.forEach(one -> one.suggestion().evidence().stream().limit(1).forEach(sources::add));
        sources.addAll(found);
        opinions.forEach(one -> sources.addAll(one.suggestion().evidence()));
        List<Evidence> websites = sources.stream()
                .filter(one -> one.title().equals(LanguageModelVoice.WEBSITE))
                .toList();
        websites.forEach(sources::remove);
        List<Evidence> all = new ArrayList<>(sources);
        all.subList(Math.min(all.size(), SHOWN - websites.size()), all.size()).clear();
        all.addAll(websites);
        return all;
    }

    private static String told(IndustrialGroup group, List<Opinion> opinions) {
        return opinions.stream().map(Opinion::told).collect(Collectors.joining(", ", group.label() + ": ", "."));
    }
}
