package dev.segmentation.suggest.group;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The default voice: a linear model over words and pieces of words, averaged with the votes of the most similar examples.
 * Tiny and instant; it needs nothing but the examples.
 */
final class WordVoice implements Voice {
    private static final int NEIGHBOURS = 30;
    private static final double VOTES = 0.3;

    private final List<Example> examples;
    private final LinearModel model;
    private final Neighbours neighbours;

    private WordVoice(List<Example> examples, LinearModel model, Neighbours neighbours) {
        this.examples = examples;
        this.model = model;
        this.neighbours = neighbours;
    }

    /** A voice that learns from these examples. */
    static WordVoice of(List<Example> examples) {
        return of(examples, model(examples));
    }

    /** A voice with a model that was learned from these examples before. */
    static WordVoice of(List<Example> examples, LinearModel model) {
        List<Example> sorted = examples.stream().sorted(Example.ORDER).toList();
        return new WordVoice(sorted, model, new Neighbours(features(sorted)));
    }

    /** What there is to learn from these examples. */
    static LinearModel model(List<Example> examples) {
        List<Example> sorted = examples.stream().sorted(Example.ORDER).toList();
        List<NameFeatures> features = features(sorted);
        double[] weights = Balance.weights(sorted);
        List<LinearModel.Sample> samples = IntStream.range(0, sorted.size())
                .mapToObj(i -> new LinearModel.Sample(features.get(i), group(sorted.get(i)), (float) weights[i]))
                .toList();
        return LinearModel.train(samples, GROUPS);
    }

    private static List<NameFeatures> features(List<Example> examples) {
        return examples.parallelStream().map(e -> NameFeatures.of(e.words())).toList();
    }

    private static int group(Example example) {
        return example.classification().group().ordinal();
    }

    @Override
    public List<double[]> opinions(List<List<String>> names) {
        return names.parallelStream().map(this::opinion).toList();
    }

    private double[] opinion(List<String> words) {
        NameFeatures features = NameFeatures.of(words);
        Votes votes = new Votes();
        neighbours.of(features, NEIGHBOURS).forEach(near -> votes.add(examples.get(near.example()), near.similarity()));
        return Votes.mix(model.logProbabilities(features), votes.logShares(), VOTES);
    }

    /** The examples most like a name, the best first. */
    List<Precedent> precedents(List<String> words, int most) {
        return neighbours.of(NameFeatures.of(words), most).stream()
                .map(near -> new Precedent(examples.get(near.example()), near.similarity()))
                .toList();
    }

    /**
     * An example that is like a name.
     *
     * @param example the example
     * @param similarity cosine of their rare words and pieces, 0 to 1
     */
    record Precedent(Example example, double similarity) {}
}
