package dev.segmentation.dedupe.linkage;

/** 64-bit hashes of texts and of their combinations, the same in every run. */
final class Hashes {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private Hashes() {}

    static long of(CharSequence text) {
        return of(text, 0, text.length());
    }

    static long of(CharSequence text, int from, int to) {
        long hash = ODD;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    /** Depends on the order of the two. */
    static long pair(long a, long b) {
        return mix(a * 31 + b);
    }

    static long mix(long hash) {
        long mixed = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
