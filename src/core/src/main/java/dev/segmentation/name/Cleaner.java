package dev.segmentation.name;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Brings texts into one Unicode form, and words of scripts whose letters tell their sound into Latin letters. Han characters
 * stay: one may be read in many ways, and companies of different names would become one. A list in ASCII never loads the
 * transforms, which any number of threads may use at once.
 */
final class Cleaner {
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

    private Cleaner() {}

    /** Loaded with the first Latin letter that Unicode does not take apart. */
    private static final class LatinInAscii {
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

    /** The text in upper case, without accents on Latin and Greek letters, white space collapsed. */
    static String clean(String text) {
        String collapsed = collapse(text);
        if (ascii(collapsed)) {
            return collapsed.toUpperCase(Locale.ROOT);
        }
        String compatible =
                Normalizer.normalize(collapsed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(
                stripAccents(Normalizer.normalize(compatible, Normalizer.Form.NFD)), Normalizer.Form.NFC);
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String stripAccents(String decomposed) {
        StringBuilder plain = new StringBuilder(decomposed.length());
        boolean strip = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            boolean accent = c >= '\u0300' && c <= '\u036F';
            if (accent && strip) {
                continue;
            }
            boolean latin = c > 127 && UnicodeScript.of(c) == UnicodeScript.LATIN;
            if (!accent) {
                strip = c < '\u0250' || c >= '\u0370' && c <= '\u03FF' || latin;
            }
            if ("’‘`´ʼ".indexOf(c) >= 0) {
                plain.append('\'');
            } else if (latin) {
                plain.append(
                        LatinInAscii.TRANSFORM.transliterate(String.valueOf(c)).toUpperCase(Locale.ROOT));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static String collapse(String text) {
        StringBuilder out = null;
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ' || c == '\u00A0' || Character.isSpaceChar(c) || Character.isISOControl(c);
            boolean drop = blank && space || Character.getType(c) == Character.FORMAT;
            if (out == null && (drop || blank && c != ' ')) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (out != null && !drop) {
                out.append(blank ? ' ' : c);
            }
            if (!drop) {
                space = blank;
            }
        }
        return (out == null ? text : out.toString()).strip();
    }

    /** The word with all that is written in one of the spelled scripts in Latin capitals: GAZPROM for ГАЗПРОМ. */
    static String latin(String word) {
        int start = 0;
        while (start < word.length() && word.charAt(start) < FIRST_SPELLED) {
            start++;
        }
        if (start == word.length()) {
            return word;
        }
        StringBuilder latin = new StringBuilder(word.length() * 2).append(word, 0, start);
        while (start < word.length()) {
            int end = spelledEnd(word, start);
            if (end > start) {
                latin.append(spell(word.substring(start, end)));
            } else {
                end = word.offsetByCodePoints(start, 1);
                latin.append(word, start, end);
            }
            start = end;
        }
        return latin.isEmpty() ? word : latin.toString();
    }

    /** Where the run of spelled letters that begins there ends; there itself, if none does. */
    private static int spelledEnd(String word, int start) {
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

    /**
     * Hard and soft signs, breathings and marks are no letters and fall away. Russian companies write E for Е and Ё wherever
     * they stand, maps write YE for some: as Э all of them become E.
     */
    private static String spell(String run) {
        String plain = run.toLowerCase(Locale.ROOT).replace('е', 'э').replace('ё', 'э');
        StringBuilder letters = new StringBuilder(plain.length());
        Spelling.TRANSFORM
                .transliterate(plain)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) && Character.getType(c) != Character.MODIFIER_LETTER)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
