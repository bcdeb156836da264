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

    /**
     * The hash of a coarse sound code: the first letter and the consonants behind it, letters that are mixed up taken as one (C, K
     * and Q; S, Z and X; F, V and PH; D and T), doubled letters once.
     */
    static long sound(String word) {
        long hash = 17;
        char last = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char sound = c == 'P' && i + 1 < word.length() && word.charAt(i + 1) == 'H' ? 'F' : letter(c);
            boolean vowel = sound == 'A';
            if ((!vowel || i == 0) && sound != last && !(i > 0 && c == 'H')) {
                hash = hash * 31 + sound;
            }
            last = sound;
        }
        return mix(hash);
    }

    private static char letter(char c) {
        return switch (c) {
            case 'A', 'E', 'I', 'O', 'U', 'Y', 'W' -> 'A';
            case 'C', 'K', 'Q' -> 'K';
            case 'S', 'Z', 'X' -> 'S';
            case 'F', 'V' -> 'F';
            case 'D', 'T' -> 'T';
            default -> c;
        };
    }
}
