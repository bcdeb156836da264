package dev.segmentation.dedupe.linkage;

/**
 * A coarse sound code: the first letter and the consonants behind it, letters that are mixed up taken as one (C, K and Q;
 * S, Z and X; F, V and PH; D and T), doubled letters once.
 */
final class Sounds {
    private Sounds() {}

    static long code(String word) {
        long hash = 17;
        char last = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char sound = c == 'P' && i + 1 < word.length() && word.charAt(i + 1) == 'H' ? 'F' : sound(c);
            boolean vowel = sound == 'A';
            if ((!vowel || i == 0) && sound != last && !(i > 0 && c == 'H')) {
                hash = hash * 31 + sound;
            }
            last = sound;
        }
        return Hashes.mix(hash);
    }

    private static char sound(char c) {
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
