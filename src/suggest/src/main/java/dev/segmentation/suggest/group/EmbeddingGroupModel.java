package dev.segmentation.suggest.group;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The model that knows what words mean: a sentence model turns names into vectors, over which the votes of the most alike
 * examples and a softmax regression are averaged. It can place names that share no word with any example.
 */
public final class EmbeddingGroupModel implements GroupModel {
    /** Beside the model of words; chosen on small businesses, where a little more or less makes no difference. */
    private static final double WEIGHT = 0.4;

    private static final double VOTES = 0.5;
    private static final int NEIGHBOURS = 30;

    private final VectorStore store;
    private final float[] mean;
    private final List<Example> examples;
    private final List<float[]> vectors;
    private final DenseModel model;

    private EmbeddingGroupModel(
            VectorStore store, float[] mean, List<Example> examples, List<float[]> vectors, DenseModel model) {
        this.store = store;
        this.mean = mean;
        this.examples = examples;
        this.vectors = vectors;
        this.model = model;
    }

    /**
     * Learns from the meaning of words, with the sentence model that comes with the product. Learning and predicting throw a
     * {@link ModelUnavailableException} if that model cannot run here.
     *
     * @param cacheFolder where vectors are kept between runs, and the native code of the model is unpacked
     */
    public static GroupModel.Trainer trainer(Path cacheFolder) {
        return trainer(new BundledSentenceModel(cacheFolder), cacheFolder);
    }

    static GroupModel.Trainer trainer(SentenceModel model, Path cacheFolder) {
        VectorStore store = new VectorStore(model, cacheFolder);
        return new GroupModel.Trainer() {
            @Override
            public String id() {
                return model.id();
            }

            @Override
            public GroupModel learn(List<Example> examples) {
                return EmbeddingGroupModel.of(WorthVectors.of(examples), store);
            }

            @Override
            public double weight() {
                return WEIGHT;
            }
        };
    }

    private static EmbeddingGroupModel of(List<Example> examples, VectorStore store) {
        List<String> texts = examples.stream().map(e -> text(e.words())).toList();
        Map<String, SentenceVector> known = store.of(texts);
        float[] mean = SentenceVector.mean(texts.stream().map(known::get).toList());
        List<float[]> vectors =
                texts.stream().map(text -> known.get(text).centred(mean)).toList();
        DenseModel model = DenseModel.train(Example.samples(examples, vectors), GROUPS);
        return new EmbeddingGroupModel(store, mean, examples, vectors, model);
    }

    @Override
    public List<double[]> opinions(List<List<String>> names) {
        List<String> texts = names.stream().map(EmbeddingGroupModel::text).toList();
        Map<String, SentenceVector> known =
                store.of(texts.stream().filter(text -> !text.isEmpty()).toList());
        return texts.parallelStream()
                .map(text -> text.isEmpty() ? none() : opinion(known.get(text).centred(mean)))
                .toList();
    }

    private static double[] none() {
        double[] opinion = new double[GROUPS];
        Arrays.fill(opinion, -Math.log(GROUPS));
        return opinion;
    }

    private double[] opinion(float[] vector) {
        return GroupModel.mix(model.logProbabilities(vector), Neighbours.logShares(nearest(vector)), VOTES);
    }

    /** The examples whose vectors are most alike; of equally near ones the earlier example counts. */
    private List<Neighbours.Near> nearest(float[] vector) {
        record Found(int example, float similarity) {}
        PriorityQueue<Found> nearest = new PriorityQueue<>(
                Comparator.comparingDouble(Found::similarity).thenComparing(Found::example, Comparator.reverseOrder()));
        for (int i = 0; i < vectors.size(); i++) {
            float similarity = SentenceVector.dot(vectors.get(i), vector);
            if (nearest.size() < NEIGHBOURS) {
                nearest.add(new Found(i, similarity));
            } else if (similarity > nearest.peek().similarity()) {
                nearest.poll();
                nearest.add(new Found(i, similarity));
            }
        }
        return nearest.stream()
                .map(one -> new Neighbours.Near(examples.get(one.example()), one.similarity()))
                .toList();
    }

    private static String text(List<String> words) {
        return String.join(" ", words).toLowerCase(Locale.ROOT).strip();
    }
}
