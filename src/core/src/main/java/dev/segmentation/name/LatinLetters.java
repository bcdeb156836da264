package dev.segmentation.name;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Writes letters in ASCII, and words of scripts whose letters tell their sound in Latin letters. Han characters stay: one may
 * be read in many ways, and companies of different names would become one. A list in ASCII never loads the transforms, which
 * any number of threads may use at once.
 */
final class LatinLetters {
    private static final Set<UnicodeScript> SPELLED = EnumSet.of(
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.GEORGIAN,
            UnicodeScript.ARMENIAN,
            UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL);

    /** Below it stand Latin letters and their marks only. */
    private static final char FIRST_SPELLED = '\u0370';

    /** Makes a vowel of Kana long. */
    private static final int LONG_VOWEL = 'ー';

    private LatinLetters() {}

    /** Loaded with the first Latin letter that Unicode does not take apart. */
    private static final class Plain {
        static final Transliterator TRANSFORM = Transliterator.getInstance("Latin-ASCII");
    }

    /**
     * Loaded with the first word of another script. Russian and Greek are spelled as on passports and maps (SHCH, KH, YA),
     * which companies follow; the general transform knows the rest.
     */
    private static final class Spelling {
        static final Transliterator TRANSFORM =
                Transliterator.getInstance("Russian-Latin/BGN; Greek-Latin/UNGEGN; Any-Latin; Latin-ASCII");
    }

    /** A Latin letter in ASCII: AE for Æ; the letter itself if it has no such form. */
    static String ascii(char letter) {
        return Plain.TRANSFORM.transliterate(String.valueOf(letter)).toUpperCase(Locale.ROOT);
    }

    /** The word with all that is written in one of the spelled scripts in Latin capitals: GAZPROM for ГАЗПРОМ. */
    static String word(String word) {
        int start = 0;
        while (start < word.length() && word.charAt(start) < FIRST_SPELLED) {
            start++;
        }
        if (start == word.length()) {
            return word;
        }
        StringBuilder latin = new StringBuilder(word.length() * 2).append(word, 0, start);
        while (start < word.length()) {
            int end = runEnd(word, start);
            if (end > start) {
                latin.append(spelled(word.substring(start, end)));
            } else {
                end = word.offsetByCodePoints(start, 1);
                latin.append(word, start, end);
            }
            start = end;
        }
        return latin.isEmpty() ? word : latin.toString();
    }

    /** Where the run of spelled letters that begins there ends; there itself, if none does. */
    private static int runEnd(String word, int start) {
        int end = start;
        while (end < word.length()) {
            int c = word.codePointAt(end);
            UnicodeScript script = UnicodeScript.of(c);
            boolean follows = script == UnicodeScript.INHERITED || c == LONG_VOWEL;
            if (!SPELLED.contains(script) && !(follows && end > start)) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    /** Hard and soft signs, breathings and marks are no letters and fall away. */
    private static String spelled(String run) {
        String latin = Spelling.TRANSFORM.transliterate(withPlainE(run.toLowerCase(Locale.ROOT)));
        StringBuilder letters = new StringBuilder(latin.length());
        latin.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) && Character.getType(c) != Character.MODIFIER_LETTER)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Russian companies write E for Е and Ё wherever they stand, maps write YE for some: as Э all of them become E. */
    private static String withPlainE(String run) {
        return run.replace('е', 'э').replace('ё', 'э');
    }
}
