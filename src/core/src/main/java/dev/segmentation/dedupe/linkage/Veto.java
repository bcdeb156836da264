package dev.segmentation.dedupe.linkage;

/** What makes two names two companies however alike they are. */
public enum Veto {
    NUMBERS(Feature.NUMBERS_DIFFER, "their numbers differ"),
    CONTRASTS(Feature.CONTRASTS_DIFFER, "words of theirs exclude each other"),
    KINDS(Feature.KINDS_DIFFER, "they are two kinds of institution"),
    TOWNS(Feature.TOWNS_DIFFER, "they are institutions of two places"),
    PERSONS(Feature.PERSONS_DIFFER, "they are two persons");

    private static final Veto[] ALL = values();

    private final Feature feature;
    private final String sentence;

    Veto(Feature feature, String sentence) {
        this.feature = feature;
        this.sentence = sentence;
    }

    /** The first that applies, {@code null} if none. */
    public static Veto of(double[] values) {
        for (Veto veto : ALL) {
            if (values[veto.feature.ordinal()] > 0) {
                return veto;
            }
        }
        return null;
    }

    /** What brings it about. */
    public Feature feature() {
        return feature;
    }

    public String sentence() {
        return sentence;
    }
}
