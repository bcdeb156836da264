package dev.segmentation.suggest.group;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The voice that knows what words mean: a sentence model turns names into vectors, over which the votes of the most alike
 * examples and a softmax regression are averaged. It hears what no example says in the same words.
 */
public final class EmbeddingVoice implements Voice {
    /** Beside the voice of words; chosen on small businesses, where a little more or less makes no difference. */
    private static final double WEIGHT = 0.4;

    private static final double VOTES = 0.5;

    private final VectorStore store;
    private final float[] mean;
    private final DenseModel model;
    private final VectorNeighbours neighbours;

    private EmbeddingVoice(VectorStore store, float[] mean, DenseModel model, VectorNeighbours neighbours) {
        this.store = store;
        this.mean = mean;
        this.model = model;
        this.neighbours = neighbours;
    }

    /**
     * Learns from the meaning of words, with the model that comes with the product. Learning and speaking throw a {@link
     * VoiceException} if that model cannot run here.
     *
     * @param cacheFolder where vectors are kept between runs, and the native code of the model is unpacked
     */
    public static Voice.School school(Path cacheFolder) {
        return school(new BundledSentenceModel(cacheFolder), cacheFolder);
    }

    static Voice.School school(SentenceModel model, Path cacheFolder) {
        VectorStore store = new VectorStore(model, cacheFolder);
        return new Voice.School() {
            @Override
            public String id() {
                return model.id();
            }

            @Override
            public Voice learn(List<Example> examples) {
                return EmbeddingVoice.of(WorthVectors.of(examples), store);
            }

            @Override
            public double weight() {
                return WEIGHT;
            }
        };
    }

    private static EmbeddingVoice of(List<Example> examples, VectorStore store) {
        List<String> texts = examples.stream().map(e -> text(e.words())).toList();
        Map<String, SentenceVector> known = store.of(texts);
        float[] mean = SentenceVector.mean(texts.stream().map(known::get).toList());
        List<float[]> vectors =
                texts.stream().map(text -> known.get(text).centred(mean)).toList();
        double[] weights = Balance.weights(examples);
        List<DenseModel.Sample> samples = IntStream.range(0, examples.size())
                .mapToObj(i -> new DenseModel.Sample(
                        vectors.get(i), examples.get(i).classification().group().ordinal(), (float) weights[i]))
                .toList();
        return new EmbeddingVoice(
                store, mean, DenseModel.train(samples, GROUPS), new VectorNeighbours(examples, vectors));
    }

    @Override
    public List<double[]> opinions(List<List<String>> names) {
        List<String> texts = names.stream().map(EmbeddingVoice::text).toList();
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
        return Votes.mix(model.logProbabilities(vector), neighbours.votes(vector), VOTES);
    }

    private static String text(List<String> words) {
        return String.join(" ", words).toLowerCase(Locale.ROOT).strip();
    }
}
