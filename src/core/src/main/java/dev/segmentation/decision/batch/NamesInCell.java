package dev.segmentation.decision.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the names out of a cell or an item in which analysts wrote one or several, with notes. */
final class NamesInCell {
    private static final Pattern NOTE = Pattern.compile("(?<=\\S)\\s*[(\\[]([^()\\[\\]]*)[)\\]]\\s*[.,;:]?$");
    private static final Pattern PARENTHESES = Pattern.compile("[(\\[][^()\\[\\]]*[)\\]]");
    private static final Pattern SEVERAL = Pattern.compile("\\n|\\s*;\\s*|(?:^|\\s)\\s*/(?=\\s|$)");
    private static final Pattern DASH = Pattern.compile("\\s+[\\u2012-\\u2015]\\s+|\\s+--+\\s+");
    private static final Pattern HYPHEN = Pattern.compile("\\s+-\\s+|:\\s+|\\s+\\?\\s*");
    private static final Pattern MARK = Pattern.compile("^\\[[ xX]?\\]\\s*");
    private static final Pattern BEHIND = Pattern.compile("(?<!\\s)\\s+(?:[*\u2020\u2021]+|\\.{2,}|\u2026)$");
    private static final String QUOTES = "\"'`\u2018\u2019\u201C\u201D\u201E\u00AB\u00BB";

    private final Predicate<String> known;

    /**
     * A name and what stands beside it.
     *
     * @param note text in parentheses or behind a dash, may be blank
     */
    record Named(String name, String note) {}

    /** @param known whether a text as a whole is the name of a customer, so that it is not taken apart */
    NamesInCell(Predicate<String> known) {
        this.known = known;
    }

    List<Named> inCell(String cell) {
        String text = bare(cell);
        if (text.isEmpty()) {
            return List.of();
        }
        Named whole = withoutNote(text);
        if (PARENTHESES.matcher(whole.name()).matches()) {
            return List.of();
        }
        if (known.test(text) && !known.test(whole.name())) {
            return List.of(new Named(text, ""));
        }
        if (known.test(whole.name()) || !SEVERAL.matcher(whole.name()).find()) {
            return List.of(whole);
        }
        List<Named> names = new ArrayList<>();
        for (String part : SEVERAL.split(whole.name())) {
            Named one = withoutNote(bare(part));
            if (one.name().codePoints().anyMatch(Character::isLetterOrDigit)) {
                names.add(new Named(one.name(), joined(one.note(), whole.note())));
            }
        }
        return names;
    }

    /** The names of an item of a list: as in a cell, and with a reason behind a dash. */
    List<Named> inItem(String item) {
        String text = bare(MARK.matcher(item).replaceFirst(""));
        if (known.test(text)) {
            return List.of(new Named(text, ""));
        }
        for (Pattern pattern : List.of(DASH, HYPHEN)) {
            Matcher dash = pattern.matcher(text);
            while (dash.find()) {
                String left = bare(text.substring(0, dash.start()));
                String right = text.substring(dash.end()).strip();
                boolean last = !pattern.matcher(right).find();
                boolean reason = !capitals(pattern.split(right, 2)[0]);
                boolean splits = pattern == DASH ? last || reason : prose(right);
                if (!left.isEmpty() && (splits || known.test(left))) {
                    return inCell(left).stream()
                            .map(named -> new Named(named.name(), joined(named.note(), right)))
                            .toList();
                }
            }
        }
        return inCell(text);
    }

    /** Whether a text is more likely a remark than the rest of a name: names of billing systems have few small letters. */
    static boolean prose(String text) {
        long small = text.chars().filter(Character::isLowerCase).count();
        long capital = text.chars().filter(Character::isUpperCase).count();
        return small > 0 && small > capital && (text.indexOf(' ') > 0 || capital == 0);
    }

    boolean known(String name) {
        return known.test(name);
    }

    /** Whether it reads as a name: no word of four letters or more begins with a small one, and there are few. */
    static boolean titled(String text) {
        String[] words = text.strip().split("\\s+");
        return words.length <= 8
                && text.chars().anyMatch(Character::isUpperCase)
                && Arrays.stream(words).noneMatch(word -> word.length() > 3 && Character.isLowerCase(word.charAt(0)));
    }

    /** Whether it has letters and none is small. */
    static boolean capitals(String text) {
        return text.chars().anyMatch(Character::isUpperCase) && text.chars().noneMatch(Character::isLowerCase);
    }

    private Named withoutNote(String text) {
        String name = text;
        String note = "";
        Matcher matcher = NOTE.matcher(name);
        while (matcher.find()) {
            note = joined(matcher.group(1).strip(), note);
            name = name.substring(0, matcher.start()).strip();
            matcher = NOTE.matcher(name);
        }
        return new Named(bare(name), note);
    }

    static String joined(String a, String b) {
        return a.isBlank() ? b : b.isBlank() ? a : a + "; " + b;
    }

    /** Without quotation marks around the whole, and without the mark of a footnote or dots behind it. */
    private static String bare(String text) {
        String bare = withoutPictures(text);
        bare = BEHIND.matcher(bare).replaceFirst("").strip();
        while (bare.length() > 1
                && QUOTES.indexOf(bare.charAt(0)) >= 0
                && QUOTES.indexOf(bare.charAt(bare.length() - 1)) >= 0) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return bare;
    }

    /** Without pictures and space at both ends. */
    private static String withoutPictures(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && picture(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && picture(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static boolean picture(int c) {
        return c == 0xFE0F || Character.isWhitespace(c) || Character.getType(c) == Character.OTHER_SYMBOL;
    }
}
