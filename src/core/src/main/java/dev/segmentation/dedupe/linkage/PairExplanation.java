package dev.segmentation.dedupe.linkage;

import java.util.List;

/** Says in a sentence why two names were found to be one company, or two: the words, and the parts of the score. */
public final class PairExplanation {
    private static final int MOST_WORDS = 8;

    private final Linkage linkage;
    private final PairFeatures features;

    public PairExplanation(Linkage linkage) {
        this.linkage = linkage;
        this.features = new PairFeatures(linkage.names());
    }

    /** The words of two entries that agree, agree nearly, or are left over on one side. */
    public String words(int a, int b) {
        features.of(a, b);
        WordAligner.Words alignment = features.words();
        StringBuilder text = new StringBuilder();
        part(text, "same words ", alignment.same());
        part(text, "nearly ", alignment.nearly());
        part(text, "only in the one ", alignment.onlyLeft());
        part(text, "only in the other ", alignment.onlyRight());
        return text.toString();
    }

    private static void part(StringBuilder text, String label, List<String> words) {
        if (!words.isEmpty()) {
            text.append(text.length() == 0 ? "" : "; ").append(label);
            for (int i = 0; i < Math.min(MOST_WORDS, words.size()); i++) {
                text.append(i == 0 ? "" : " ").append(words.get(i));
            }
            text.append(words.size() > MOST_WORDS ? " ..." : "");
        }
    }

    /** The veto that keeps two entries apart, {@code null} if none does. */
    public Feature veto(int a, int b) {
        return Feature.vetoIn(features.of(a, b));
    }

    /** The parts of the score in log odds, which add up to those of the probability. */
    public String parts(int a, int b) {
        double[] values = features.of(a, b);
        double[] sums = new double[Feature.Part.values().length];
        for (Feature feature : Feature.values()) {
            sums[feature.part().ordinal()] += linkage.model().weight(feature) * values[feature.ordinal()];
        }
        StringBuilder text = new StringBuilder("Score:");
        for (Feature.Part part : Feature.Part.values()) {
            add(text, part.label(), sums[part.ordinal()]);
        }
        add(text, "this list", linkage.shift());
        return text.toString();
    }

    private static void add(StringBuilder text, String label, double value) {
        long tenths = Math.round(value * 10);
        if (tenths != 0) {
            text.append(text.charAt(text.length() - 1) == ':' ? " " : ", ")
                    .append(label)
                    .append(' ');
            text.append(tenths < 0 ? '-' : '+')
                    .append(Math.abs(tenths) / 10)
                    .append('.')
                    .append(Math.abs(tenths) % 10);
        }
    }
}
