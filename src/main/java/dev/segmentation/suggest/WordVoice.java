package dev.segmentation.suggest;

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

    static WordVoice of(List<Example> unsorted) {
        List<Example> examples = unsorted.stream().sorted(Example.ORDER).toList();
        List<NameFeatures> features =
                examples.stream().map(e -> NameFeatures.of(e.words())).toList();
        double[] weights = Balance.weights(examples);
        List<LinearModel.Sample> samples = IntStream.range(0, examples.size())
                .mapToObj(i -> new LinearModel.Sample(features.get(i), group(examples.get(i)), (float) weights[i]))
                .toList();
        return new WordVoice(examples, LinearModel.train(samples, GROUPS), new Neighbours(features));
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
