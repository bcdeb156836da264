package dev.segmentation.name;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words by which people look for a name, whatever it means: no case, no accents, no punctuation, no apostrophes;
 * initials with dots are one word. Nothing is written out, for people type the beginnings of words.
 */
public final class SearchWords {
    private static final Pattern DOT_OF_INITIALS = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
    private static final Pattern AND_WITHIN = Pattern.compile("(?<=\\p{L})&(?=\\p{L})");

    private SearchWords() {}

    /** The words of what somebody typed. */
    public static List<String> typed(String text) {
        return split(initials(text));
    }

    /** The words of a name under which it is found; AT&T is found as AT T and as ATT. */
    public static List<String> found(String name) {
        String clean = initials(name);
        List<String> words = split(clean);
        if (clean.indexOf('&') >= 0) {
            words.addAll(split(AND_WITHIN.matcher(clean).replaceAll("")));
        }
        return words;
    }

    private static String initials(String text) {
        String clean = Cleaner.clean(text);
        return clean.indexOf('.') < 0 ? clean : DOT_OF_INITIALS.matcher(clean).replaceAll("");
    }

    private static List<String> split(String clean) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= clean.length(); i++) {
            char c = i == clean.length() ? ' ' : clean.charAt(i);
            if (Character.isLetterOrDigit(c)
                    || Character.isSurrogate(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                word.append(c);
            } else if (c != '\'' && !word.isEmpty()) {
                words.add(Cleaner.latin(word.toString()));
                word.setLength(0);
            }
        }
        return words;
    }
}
