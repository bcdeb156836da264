package dev.segmentation.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Coins words that sound like those it has read: each letter follows the three before it as often as in real words. Short
 * and common sounds come again and again, so that a longer list finds new words ever more slowly, as real lists do.
 */
final class LetterChain {
    private static final int ORDER = 3;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 11;
    private static final char START = '^';
    private static final char END = '$';

    private final Map<String, StringBuilder> followers = new HashMap<>();

    LetterChain(List<String> words) {
        for (String word : words) {
            String text = String.valueOf(START).repeat(ORDER) + word + END;
            for (int i = ORDER; i < text.length(); i++) {
                followers
                        .computeIfAbsent(text.substring(i - ORDER, i), k -> new StringBuilder())
                        .append(text.charAt(i));
            }
        }
    }

    String word(Random random) {
        String word = attempt(random);
        while (word.length() < SHORTEST || word.length() > LONGEST) {
            word = attempt(random);
        }
        return word;
    }

    private String attempt(Random random) {
        StringBuilder word = new StringBuilder(String.valueOf(START).repeat(ORDER));
        while (word.length() <= LONGEST + ORDER) {
            StringBuilder next = followers.get(word.substring(word.length() - ORDER));
            char letter = next.charAt(random.nextInt(next.length()));
            if (letter == END) {
                break;
            }
            word.append(letter);
        }
        return word.substring(ORDER);
    }
}
