package dev.segmentation.dedupe;

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
        int longest = Math.min(LONGEST, Math.max(a.length(), b.length()));
        int most = (int) (longest * (1 - FROM));
        if (Math.abs(a.length() - b.length()) > most || most == 0) {
            return 0;
        }
        CharSequence x = a.length() > LONGEST ? a.subSequence(0, LONGEST) : a;
        CharSequence y = b.length() > LONGEST ? b.subSequence(0, LONGEST) : b;
        int edits = WITHIN[most].apply(x, y);
        return edits < 0 ? 0 : 1 - (double) edits / (longest * (1 - FROM));
    }
}
