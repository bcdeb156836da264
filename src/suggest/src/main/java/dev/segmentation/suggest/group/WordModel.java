package dev.segmentation.suggest.group;

import java.util.List;

/**
 * The default model: a linear model over words and pieces of words, averaged with the votes of the most similar examples.
 * Tiny and instant; it needs nothing but the examples.
 */
final class WordModel implements GroupModel {
    private static final int NEIGHBOURS = 30;
    private static final double VOTES = 0.3;

    private final LinearModel model;
    private final Neighbours neighbours;

    private WordModel(LinearModel model, Neighbours neighbours) {
        this.model = model;
        this.neighbours = neighbours;
    }

    static WordModel of(List<Example> examples) {
        return of(examples, model(examples));
    }

    static WordModel of(List<Example> examples, LinearModel model) {
        List<Example> sorted = examples.stream().sorted(Example.ORDER).toList();
        return new WordModel(model, new Neighbours(sorted, features(sorted)));
    }

    static LinearModel model(List<Example> examples) {
        List<Example> sorted = examples.stream().sorted(Example.ORDER).toList();
        return LinearModel.train(Example.samples(sorted, features(sorted)), GROUPS);
    }

    private static List<NameFeatures> features(List<Example> examples) {
        return examples.parallelStream().map(e -> NameFeatures.of(e.words())).toList();
    }

    @Override
    public List<double[]> opinions(List<List<String>> names) {
        return names.parallelStream().map(this::opinion).toList();
    }

    private double[] opinion(List<String> words) {
        NameFeatures features = NameFeatures.of(words);
        double[] votes = Neighbours.logShares(neighbours.of(features, NEIGHBOURS));
        return GroupModel.mix(model.logProbabilities(features), votes, VOTES);
    }

    List<Neighbours.Near> precedents(List<String> words, int most) {
        return neighbours.of(NameFeatures.of(words), most);
    }
}
