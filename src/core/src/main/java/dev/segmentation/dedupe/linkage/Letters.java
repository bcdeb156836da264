package dev.segmentation.dedupe.linkage;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** How alike two names are letter by letter. */
final class Letters {
    private static final double FROM = 0.8;
    private static final int LONGEST = 60;
    private static final LevenshteinDistance[] WITHIN = new LevenshteinDistance[(int) (LONGEST * (1 - FROM)) + 1];

    static {
        for (int i = 0; i < WITHIN.length; i++) {
            WITHIN[i] = new LevenshteinDistance(i);
        }
    }

    private Letters() {}

    /** 1 for equal texts, falling to 0 where a fifth of the letters differs; only the first 60 letters count. */
    static double beyond(CharSequence a, CharSequence b) {
        if (!comparable(a.length(), b.length())) {
            return 0;
        }
        int longest = Math.min(LONGEST, Math.max(a.length(), b.length()));
        int most = (int) (longest * (1 - FROM));
        CharSequence x = a.length() > LONGEST ? a.subSequence(0, LONGEST) : a;
        CharSequence y = b.length() > LONGEST ? b.subSequence(0, LONGEST) : b;
        if (differing(x, y) > most) {
            return 0;
        }
        int edits = WITHIN[most].apply(x, y);
        return edits < 0 ? 0 : 1 - (double) edits / (longest * (1 - FROM));
    }

    /** Whether texts of these lengths may be alike. */
    static boolean comparable(int a, int b) {
        int most = (int) (Math.min(LONGEST, Math.max(a, b)) * (1 - FROM));
        return most > 0 && Math.abs(a - b) <= most;
    }

    /** Letters that one text has more of than the other: no more edits than that can be saved. */
    private static int differing(CharSequence x, CharSequence y) {
        int[] counts = new int[32];
        for (int i = 0; i < x.length(); i++) {
            counts[x.charAt(i) & 31]++;
        }
        for (int i = 0; i < y.length(); i++) {
            counts[y.charAt(i) & 31]--;
        }
        int more = 0;
        int fewer = 0;
        for (int count : counts) {
            more += Math.max(0, count);
            fewer += Math.max(0, -count);
        }
        return Math.max(more, fewer);
    }
}
