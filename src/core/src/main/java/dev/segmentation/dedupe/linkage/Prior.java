package dev.segmentation.dedupe.linkage;

/**
 * How many of a list's candidate pairs are one company, estimated by expectation maximisation on the scores themselves
 * (Saerens, Latinne and Decaestecker 2002): a list of vendors typed by hand has many, a stock exchange's few.
 */
final class Prior {
    private static final int ROUNDS = 200;
    private static final int BINS_PER_UNIT = 10;
    private static final int LIMIT = 40;

    /** What is believed before a pair was seen: as if so many candidates had been looked at, and that share matched. */
    private static final double BELIEVED_PAIRS = 200;

    private static final double BELIEVED_SHARE = 0.05;

    /** Share of matching candidates at which scores are taken as they are. */
    private static final double REFERENCE = 0.12;

    /** Strangers that look alike are counted in part as matches, the more so the fewer matches there are. */
    private static final double STRETCH = 1.2;

    private final long[] histogram = new long[2 * LIMIT * BINS_PER_UNIT + 1];

    static int bins() {
        return 2 * LIMIT * BINS_PER_UNIT + 1;
    }

    static int bin(double logOdds) {
        double bounded = Math.max(-LIMIT, Math.min(LIMIT, logOdds));
        return (int) Math.round((bounded + LIMIT) * BINS_PER_UNIT);
    }

    void add(long[] counts) {
        for (int i = 0; i < counts.length; i++) {
            histogram[i] += counts[i];
        }
    }

    /** What to add to the log odds of every pair; never more than 0. */
    double shift() {
        double shift = 0;
        double total = 0;
        for (long count : histogram) {
            total += count;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double sum = BELIEVED_PAIRS * BELIEVED_SHARE;
            for (int i = 0; i < histogram.length; i++) {
                if (histogram[i] > 0) {
                    sum += histogram[i] * MatchModel.probability((double) i / BINS_PER_UNIT - LIMIT + shift);
                }
            }
            double share = Math.max(1e-9, Math.min(0.999, sum / (total + BELIEVED_PAIRS)));
            shift = MatchModel.logOddsOf(share) - MatchModel.logOddsOf(REFERENCE);
        }
        return Math.min(0, STRETCH * shift);
    }
}
