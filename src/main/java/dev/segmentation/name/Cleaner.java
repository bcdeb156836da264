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
                latin = c < '\u0250' || c >= '\u0370' && c <= '\u03FF';
            }
            append(plain, c);
        }
        return plain.toString();
    }

    /** Latin letters that Unicode does not take apart. */
    private static void append(StringBuilder plain, char c) {
        switch (c) {
            case 'Æ' -> plain.append("AE");
            case 'Œ' -> plain.append("OE");
            case 'Ø' -> plain.append('O');
            case 'Ł' -> plain.append('L');
            case 'Đ', 'Ð' -> plain.append('D');
            case 'Þ' -> plain.append("TH");
            case 'ẞ' -> plain.append("SS");
            case 'İ' -> plain.append('I');
            case '’', '‘', '`', '´', 'ʼ' -> plain.append('\'');
            default -> plain.append(c);
        }
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
