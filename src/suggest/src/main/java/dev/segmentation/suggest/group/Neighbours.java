package dev.segmentation.suggest.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The examples that are most like a name, by the cosine of their features weighted by inverse document frequency. It finds
 * them through lists of examples by feature; features that nearly all examples share say nothing and have no list.
 */
final class Neighbours {
    private static final double SHARPNESS = 10;
    private static final double UNLIKE = Math.exp(-SHARPNESS);

    private final List<Example> examples;
    private final int size;
    private final int[] start;
    private final int[] example;
    private final float[] value;
    private final float[] rarity;

    record Near(Example example, double similarity) {}

    Neighbours(List<Example> examples, List<NameFeatures> features) {
        this.examples = examples;
        size = examples.size();
        start = new int[NameFeatures.SIZE + 1];
        for (NameFeatures one : features) {
            for (int place : one.index()) {
                start[place + 1]++;
            }
        }
        rarity = new float[NameFeatures.SIZE];
        for (int place = 0; place < NameFeatures.SIZE; place++) {
            rarity[place] = (float) Math.log((size + 1.0) / (start[place + 1] + 0.5));
        }
        for (int place = 0; place < NameFeatures.SIZE; place++) {
            start[place + 1] += start[place];
        }
        example = new int[start[NameFeatures.SIZE]];
        value = new float[example.length];
        fill(features);
    }

    private void fill(List<NameFeatures> all) {
        int[] next = Arrays.copyOf(start, NameFeatures.SIZE);
        for (int i = 0; i < size; i++) {
            NameFeatures features = all.get(i);
            float norm = norm(features);
            for (int k = 0; k < features.index().length; k++) {
                int place = features.index()[k];
                int at = next[place]++;
                example[at] = i;
                value[at] = features.value()[k] * rarity[place] / norm;
            }
        }
    }

    private float norm(NameFeatures features) {
        double square = 0;
        for (int k = 0; k < features.index().length; k++) {
            double weighted = features.value()[k] * rarity[features.index()[k]];
            square += weighted * weighted;
        }
        return (float) Math.sqrt(Math.max(square, 1e-12));
    }

    /** The {@code most} examples that are most like a name, the best first; none that share nothing with it. */
    List<Near> of(NameFeatures name, int most) {
        float[] cosine = new float[size];
        float norm = norm(name);
        for (int k = 0; k < name.index().length; k++) {
            int place = name.index()[k];
            float weight = name.value()[k] * rarity[place] / norm;
            for (int at = start[place]; at < start[place + 1]; at++) {
                cosine[example[at]] += weight * value[at];
            }
        }
        return best(cosine, most);
    }

    /** The places of the greatest values above nothing, ties by place. */
    private List<Near> best(float[] cosine, int most) {
        int[] best = new int[most];
        int found = 0;
        for (int i = 0; i < cosine.length; i++) {
            if (cosine[i] <= 0 || found == most && cosine[i] <= cosine[best[most - 1]]) {
                continue;
            }
            int at = found < most ? found++ : most - 1;
            for (; at > 0 && cosine[best[at - 1]] < cosine[i]; at--) {
                best[at] = best[at - 1];
            }
            best[at] = i;
        }
        List<Near> near = new ArrayList<>(found);
        for (int i = 0; i < found; i++) {
            near.add(new Near(examples.get(best[i]), cosine[best[i]]));
        }
        return near;
    }

    /**
     * The votes of examples: the more alike one is, and the more its kind counts, the more it says.
     *
     * @return logarithms of the smoothed shares of the groups: to each, one example that shares nothing with the name is added
     */
    static double[] logShares(Iterable<Near> nearest) {
        double[] votes = new double[GroupModel.GROUPS];
        double sum = GroupModel.GROUPS * UNLIKE;
        for (Near near : nearest) {
            double vote = Math.exp(SHARPNESS * (near.similarity() - 1))
                    * near.example().kind().weight();
            votes[near.example().classification().group().ordinal()] += vote;
            sum += vote;
        }
        for (int c = 0; c < votes.length; c++) {
            votes[c] = Math.log((votes[c] + UNLIKE) / sum);
        }
        return votes;
    }
}
