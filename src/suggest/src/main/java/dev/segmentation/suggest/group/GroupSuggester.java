package dev.segmentation.suggest.group;

import dev.segmentation.customer.IndustrialGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Suggests industrial groups for names, from examples alone: no network and no key. Its voices are averaged and calibrated on
 * decisions of people that were held out; it abstains where it is not sure.
 */
public final class GroupSuggester {
    private static final int SHOWN = 3;
    private static final int SPELLINGS = 3;

    private final List<Heard> voices;
    private final Temperatures temperatures;
    private final Precedents precedents;
    private final double abstainBelow;

    /** A voice and how much it counts. */
    private record Heard(Voice voice, double weight) {}

    private GroupSuggester(
            WordVoice words, List<Heard> more, Temperatures temperatures, Precedents precedents, double abstainBelow) {
        this.voices = with(words, more);
        this.temperatures = temperatures;
        this.precedents = precedents;
        this.abstainBelow = abstainBelow;
    }

    /**
     * A company to suggest groups for.
     *
     * @param spellings the words of one or more of its names, the commonest first
     * @param open whether the rules leave it unplaced, which makes any guess less sure
     */
    public record Query(List<List<String>> spellings, boolean open) {
        /** Keeps the commonest spellings. */
        public Query {
            spellings = List.copyOf(spellings.subList(0, Math.min(SPELLINGS, spellings.size())));
        }
    }

    /**
     * Learns from examples.
     *
     * @param examples what is known, in any order
     * @param more voices beside the one of words, may be none
     * @param abstainBelow the probability below which nothing is suggested
     * @param telling which words say something
     * @param store where what is learned is kept
     */
    public static GroupSuggester learn(
            List<Example> examples,
            List<Voice.School> more,
            double abstainBelow,
            TellingWords telling,
            LearnedStore store) {
        LearnedStore.Learned learned = store.of(
                examples,
                more,
                () -> new LearnedStore.Learned(WordVoice.model(examples), temperatures(examples, more)));
        WordVoice words = WordVoice.of(examples, learned.words());
        return new GroupSuggester(
                words,
                taught(more, examples),
                learned.temperatures(),
                new Precedents(words, examples, telling),
                abstainBelow);
    }

    private static Temperatures temperatures(List<Example> examples, List<Voice.School> more) {
        return Temperatures.learn(
                examples, (rest, names) -> opinions(with(WordVoice.of(rest), taught(more, rest)), names));
    }

    private static List<Heard> taught(List<Voice.School> schools, List<Example> examples) {
        return schools.stream()
                .map(school -> new Heard(school.learn(examples), school.weight()))
                .toList();
    }

    /** The voice of words counts what the others leave. */
    private static List<Heard> with(Voice words, List<Heard> more) {
        List<Heard> voices = new ArrayList<>(more);
        voices.add(new Heard(words, 1 - more.stream().mapToDouble(Heard::weight).sum()));
        return List.copyOf(voices);
    }

    /** The weighted mean of what the voices think. */
    private static List<double[]> opinions(List<Heard> voices, List<List<String>> names) {
        List<double[]> mean =
                names.stream().map(name -> new double[Voice.GROUPS]).toList();
        for (Heard heard : voices) {
            List<double[]> opinions = heard.voice().opinions(names);
            for (int i = 0; i < names.size(); i++) {
                add(opinions.get(i), mean.get(i), heard.weight());
            }
        }
        return mean;
    }

    private static void add(double[] more, double[] sum, double weight) {
        Arrays.setAll(sum, c -> sum[c] + weight * more[c]);
    }

    /** What it suggests for companies. */
    public List<Advice> suggest(List<Query> queries) {
        List<List<String>> flat = new ArrayList<>();
        queries.forEach(query -> flat.addAll(query.spellings()));
        List<double[]> opinions = opinions(voices, flat);
        List<double[]> merged = new ArrayList<>(queries.size());
        int next = 0;
        for (Query query : queries) {
            double[] mean = new double[Voice.GROUPS];
            for (int i = 0; i < query.spellings().size(); i++) {
                add(opinions.get(next++), mean, 1.0 / query.spellings().size());
            }
            mean[IndustrialGroup.UNKNOWN.ordinal()] = Double.NEGATIVE_INFINITY;
            merged.add(mean);
        }
        return IntStream.range(0, queries.size())
                .parallel()
                .mapToObj(i -> advice(queries.get(i), merged.get(i)))
                .toList();
    }

    private Advice advice(Query query, double[] opinion) {
        double[] probabilities = temperatures.of(query.open()).probabilities(opinion);
        List<WordVoice.Precedent> near = precedents.of(query.spellings());
        List<GroupSuggestion> groups = Arrays.stream(IndustrialGroup.values())
                .filter(group -> group != IndustrialGroup.UNKNOWN)
                .sorted(Comparator.comparingDouble(group -> -probabilities[group.ordinal()]))
                .limit(SHOWN)
                .map(group -> precedents.suggestion(group, probabilities[group.ordinal()], near))
                .toList();
        boolean sure = groups.get(0).probability() >= abstainBelow && !near.isEmpty();
        return new Advice(groups, sure, sure ? "" : near.isEmpty() ? Precedents.NOTHING_KNOWN : "Not sure enough");
    }
}
