package dev.segmentation.suggest.group;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.suggest.text.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The examples that speak for a suggestion: they say which industry within the group, and anyone can look them up. */
final class Precedents {
    static final String NOTHING_KNOWN = "No word of the name is known";

    private static final int LOOKED_AT = 80;
    private static final int SHOWN = 3;
    private static final double ALIKE = 0.12;

    private final WordModel words;
    private final DiscriminativeWords discriminative;
    private final Map<IndustrialGroup, Classification> usual = new EnumMap<>(IndustrialGroup.class);

    Precedents(WordModel words, List<Example> examples, DiscriminativeWords discriminative) {
        this.words = words;
        this.discriminative = discriminative;
        Map<IndustrialGroup, Map<Classification, Integer>> counts = new EnumMap<>(IndustrialGroup.class);
        for (Example example : examples) {
            counts.computeIfAbsent(example.classification().group(), group -> new HashMap<>())
                    .merge(example.classification(), 1, Integer::sum);
        }
        counts.forEach((group, of) -> usual.put(group, sector(group, of)));
    }

    /** What can be said of a group without any precedent: its sector, if all its examples agree on one. */
    private static Classification sector(IndustrialGroup group, Map<Classification, Integer> of) {
        List<String> sectors = of.keySet().stream()
                .map(c -> c.naics().length() < 2 ? "" : c.naics().substring(0, 2))
                .filter(sector -> !sector.isEmpty())
                .distinct()
                .toList();
        return new Classification(group, "", sectors.size() == 1 ? sectors.get(0) : "", SupportCategory.NONE);
    }

    /** What is like any of these spellings and shares a word that tells companies apart, the best first; each example once. */
    List<Neighbours.Near> of(List<List<String>> spellings) {
        Map<Example, Double> best = new LinkedHashMap<>();
        for (List<String> spelling : spellings) {
            for (Neighbours.Near one : words.precedents(spelling, LOOKED_AT)) {
                if (one.similarity() >= ALIKE
                        && discriminative.shared(spelling, one.example().words())) {
                    best.merge(one.example(), one.similarity(), Math::max);
                }
            }
        }
        return best.entrySet().stream()
                .map(e -> new Neighbours.Near(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingDouble(Neighbours.Near::similarity).reversed())
                .toList();
    }

    GroupSuggestion suggestion(IndustrialGroup group, double probability, List<Neighbours.Near> near) {
        List<Neighbours.Near> own = near.stream()
                .filter(one -> one.example().classification().group() == group)
                .toList();
        Map<Classification, Double> votes = new LinkedHashMap<>();
        own.forEach(
                one -> votes.merge(one.example().classification(), one.similarity() * one.similarity(), Double::sum));
        Classification most = votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(usual.getOrDefault(group, new Classification(group, "", "", SupportCategory.NONE)));
        List<Evidence> evidence = evidence(own, most);
        return new GroupSuggestion(most, probability, reason(evidence), evidence);
    }

    /** Those first that say the very industry. */
    private static List<Evidence> evidence(List<Neighbours.Near> own, Classification most) {
        List<Neighbours.Near> sorted = new ArrayList<>(own);
        sorted.sort(Comparator.comparing(one -> !one.example().classification().equals(most)));
        return sorted.stream().limit(SHOWN).map(Precedents::evidence).toList();
    }

    private static Evidence evidence(Neighbours.Near one) {
        Example example = one.example();
        String detail = example.classification().detail();
        String what = example.classification().group().label() + (detail.isEmpty() ? "" : ", " + detail);
        return new Evidence("\"" + example.name() + "\" is " + what + " (" + example.source() + ")", "", what);
    }

    private static String reason(List<Evidence> evidence) {
        return evidence.isEmpty()
                ? "Its words and pieces of words are more usual in this group than in others"
                : evidence.stream().map(Evidence::title).collect(Collectors.joining("; ", "Most alike: ", ""));
    }
}
