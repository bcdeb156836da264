package dev.segmentation.suggest.group;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * The model that knows what words mean: a sentence model turns names into vectors, over which the votes of the most alike
 * examples and a softmax regression are averaged. It can place names that share no word with any example.
 */
public final class EmbeddingGroupModel implements GroupModel {
    /** Beside the model of words; chosen on small businesses, where a little more or less makes no difference. */
    private static final double WEIGHT = 0.4;

    private static final double VOTES = 0.5;
    private static final int NEIGHBOURS = 30;
    private static final int TERMS = 2000;

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
        return new GroupModel.Trainer(
                model.id(), WEIGHT, examples -> EmbeddingGroupModel.of(worthVectors(examples, TERMS), store));
    }

    /**
     * The examples from which it learns, in an order of their own. A vector takes some milliseconds, and more terms did not make
     * the model better: all decisions, and terms that together say the most different words of each group.
     */
    static List<Example> worthVectors(List<Example> examples, int most) {
        List<Example> said = examples.stream()
                .filter(example -> !String.join("", example.words()).isBlank())
                .toList();
        List<Example> terms = terms(
                said.stream()
                        .filter(e -> e.kind() == Example.Kind.TERM || e.kind() == Example.Kind.HINT)
                        .sorted(Comparator.comparing(Example::kind).thenComparing(Example.ORDER))
                        .toList(),
                most);
        return Stream.concat(said.stream().filter(e -> e.kind().decided()), terms.stream())
                .sorted(Example.ORDER)
                .toList();
    }

    /** In round n a term is taken if one of its words was taken less than n times for its group. */
    private static List<Example> terms(List<Example> sorted, int most) {
        Map<String, Integer> taken = new HashMap<>();
        List<Example> terms = new ArrayList<>();
        List<Example> rest = sorted;
        for (int round = 1; terms.size() < most && !rest.isEmpty(); round++) {
            List<Example> later = new ArrayList<>();
            for (Example term : rest) {
                List<String> keys = keys(term);
                int now = round;
                if (terms.size() < most && keys.stream().anyMatch(key -> taken.getOrDefault(key, 0) < now)) {
                    terms.add(term);
                    keys.forEach(key -> taken.merge(key, 1, Integer::sum));
                } else {
                    later.add(term);
                }
            }
            rest = later;
        }
        return terms;
    }

    private static List<String> keys(Example term) {
        String group = term.classification().group().name();
        return new HashSet<>(term.words())
                .stream().map(word -> word + '\t' + group).toList();
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
