package dev.segmentation.name;

import java.text.Normalizer;
import java.util.Locale;

/** Brings a text into one Unicode form: compatibility characters, upper case, no accents on Latin and Greek letters. */
final class Cleaner {
    private Cleaner() {}

    /** The cleaned text, white space collapsed; other scripts keep their marks. */
    static String clean(String text) {
        String ascii = collapse(text);
        if (isAscii(ascii)) {
            return ascii.toUpperCase(Locale.ROOT);
        }
        String compatible = Normalizer.normalize(ascii, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(
                stripAccents(Normalizer.normalize(compatible, Normalizer.Form.NFD)), Normalizer.Form.NFC);
    }

    private static String stripAccents(String decomposed) {
        StringBuilder plain = new StringBuilder(decomposed.length());
        boolean latin = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            boolean accent = c >= '\u0300' && c <= '\u036F';
            if (accent && latin) {
                continue;
            }
            if (!accent) {
                latin = c < '\u0250' || c >= '\u0370' && c <= '\u03FF' || isLatin(c);
            }
            append(plain, c);
        }
        return plain.toString();
    }

    /** Quotation marks become one; Latin letters that Unicode does not take apart are written in ASCII. */
    private static void append(StringBuilder plain, char c) {
        switch (c) {
            case '’', '‘', '`', '´', 'ʼ' -> plain.append('\'');
            default -> {
                if (c > 127 && isLatin(c)) {
                    plain.append(LatinLetters.ascii(c));
                } else {
                    plain.append(c);
                }
            }
        }
    }

    private static boolean isLatin(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
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

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
