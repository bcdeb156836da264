package dev.segmentation.suggest.group;

import dev.segmentation.customer.IndustrialGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Suggests industrial groups for names, from examples alone: no network and no key. Its models are averaged and calibrated on
 * decisions of people that were held out; it abstains where it is not sure.
 */
public final class GroupSuggester {
    private static final int SHOWN = 3;
    private static final int SPELLINGS = 3;

    private final Map<GroupModel, Double> models;
    private final Temperatures temperatures;
    private final Precedents precedents;
    private final double abstainBelow;

    private GroupSuggester(
            Map<GroupModel, Double> models, Temperatures temperatures, Precedents precedents, double abstainBelow) {
        this.models = models;
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

    /** Learns from examples. */
    public static GroupSuggester learn(
            List<Example> examples,
            List<GroupModel.Trainer> more,
            double abstainBelow,
            DiscriminativeWords discriminative,
            LearnedStore store) {
        LearnedStore.Learned learned = store.of(
                examples,
                more,
                () -> new LearnedStore.Learned(WordModel.model(examples), temperatures(examples, more)));
        WordModel words = WordModel.of(examples, learned.words());
        Precedents precedents = new Precedents(words, examples, discriminative);
        return new GroupSuggester(models(words, more, examples), learned.temperatures(), precedents, abstainBelow);
    }

    private static Temperatures temperatures(List<Example> examples, List<GroupModel.Trainer> more) {
        return Temperatures.learn(examples, (rest, names) -> opinions(models(WordModel.of(rest), more, rest), names));
    }

    /** All models; that of the words counts what the others leave. */
    private static Map<GroupModel, Double> models(
            WordModel words, List<GroupModel.Trainer> more, List<Example> examples) {
        Map<GroupModel, Double> models = new LinkedHashMap<>();
        more.forEach(trainer -> models.put(trainer.learn(examples), trainer.weight()));
        models.put(
                words,
                1 - models.values().stream().mapToDouble(Double::doubleValue).sum());
        return models;
    }

    private static List<double[]> opinions(Map<GroupModel, Double> models, List<List<String>> names) {
        List<double[]> mean =
                names.stream().map(name -> new double[GroupModel.GROUPS]).toList();
        models.forEach((model, weight) -> {
            List<double[]> opinions = model.opinions(names);
            for (int i = 0; i < names.size(); i++) {
                add(opinions.get(i), mean.get(i), weight);
            }
        });
        return mean;
    }

    private static void add(double[] more, double[] sum, double weight) {
        Arrays.setAll(sum, c -> sum[c] + weight * more[c]);
    }

    /** Predicts the groups of companies. */
    public List<Prediction> suggest(List<Query> queries) {
        List<List<String>> flat = new ArrayList<>();
        queries.forEach(query -> flat.addAll(query.spellings()));
        List<double[]> opinions = opinions(models, flat);
        List<double[]> merged = new ArrayList<>(queries.size());
        int next = 0;
        for (Query query : queries) {
            double[] mean = new double[GroupModel.GROUPS];
            for (int i = 0; i < query.spellings().size(); i++) {
                add(opinions.get(next++), mean, 1.0 / query.spellings().size());
            }
            mean[IndustrialGroup.UNKNOWN.ordinal()] = Double.NEGATIVE_INFINITY;
            merged.add(mean);
        }
        return IntStream.range(0, queries.size())
                .parallel()
                .mapToObj(i -> prediction(queries.get(i), merged.get(i)))
                .toList();
    }

    private Prediction prediction(Query query, double[] opinion) {
        double[] probabilities = temperatures.probabilities(opinion, query.open());
        List<Neighbours.Near> near = precedents.of(query.spellings());
        List<GroupSuggestion> groups = Arrays.stream(IndustrialGroup.values())
                .filter(group -> group != IndustrialGroup.UNKNOWN)
                .sorted(Comparator.comparingDouble(group -> -probabilities[group.ordinal()]))
                .limit(SHOWN)
                .map(group -> precedents.suggestion(group, probabilities[group.ordinal()], near))
                .toList();
        boolean sure = groups.get(0).probability() >= abstainBelow && !near.isEmpty();
        return new Prediction(groups, sure, sure ? "" : near.isEmpty() ? Precedents.NOTHING_KNOWN : "Not sure enough");
    }
}
