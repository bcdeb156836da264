package dev.segmentation.bench;

import java.util.Random;

/** Slips of the hand: a letter left out, doubled, swapped with the next, or its neighbour on the keyboard. */
final class Typos {
    private static final String[] KEYBOARD = {"QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};
    private static final int SHORTEST = 5;

    private Typos() {}

    /** One slip in one word, never in a short word, a first letter or a number. */
    static void apply(Draft draft) {
        String[] words = draft.words();
        int index = draft.random.nextInt(words.length);
        if (words[index].length() >= SHORTEST && words[index].matches("\\p{L}+")) {
            words[index] = slip(words[index], draft.random);
            draft.words(words);
        }
    }

    private static String slip(String word, Random random) {
        int at = 1 + random.nextInt(word.length() - 2);
        String before = word.substring(0, at);
        char letter = word.charAt(at);
        char next = word.charAt(at + 1);
        String behind = word.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + behind;
            case 1 -> before + letter + letter + behind;
            case 2 -> before + next + letter + behind.substring(1);
            default -> before + neighbour(letter, random) + behind;
        };
    }

    private static char neighbour(char letter, Random random) {
        char upper = Character.toUpperCase(letter);
        for (String row : KEYBOARD) {
            int at = row.indexOf(upper);
            if (at >= 0) {
                int beside = at == 0 ? 1 : at == row.length() - 1 ? at - 1 : at + (random.nextBoolean() ? 1 : -1);
                char found = row.charAt(beside);
                return letter == upper ? found : Character.toLowerCase(found);
            }
        }
        return letter;
    }
}
