package dev.segmentation.evaluate.dedupe;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How alike two names look to somebody who knows nothing of companies: Jaro-Winkler (Winkler 1990) of the upper-case
 * letters and digits. It shares nothing with the scorer of the dedupe, so that recall can be told by how hard a pair is.
 */
final class PlainSimilarity {
    /** Names may have thousands of characters, and the cost grows with the square. */
    private static final int LONGEST = 200;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private PlainSimilarity() {}

    /** Similarity in [0, 1] of two cleaned names. */
    static double of(String a, String b) {
        return JARO_WINKLER.apply(a, b);
    }

    /** Letters and digits in upper case without accents, one space for everything else. */
    static String clean(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String words = OTHER.matcher(plain).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }
}
