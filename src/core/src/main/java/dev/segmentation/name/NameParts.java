package dev.segmentation.name;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a billed name is taken apart into. The order matters: first what is not the customer at all (care-of), then other names
 * of the customer (DBA, former name), then what only dresses the name (article, legal form, branch and department markers).
 */
final class NameParts {
    private static final Pattern CARE_OF = Pattern.compile(
            "(?<![^\\s,;(-])(?:C\\s?[/\\\\]\\s?O|ATTN\\b|ATTENTION:|(?<!^\\d{1,3}\\s)%(?=\\s*\\p{L}))[\\s:.,-]*");
    private static final Pattern ALIAS = Pattern.compile(
            "(?<![^\\s,;(-])(?:D\\s?/\\s?B\\s?/\\s?A|D\\.B\\.A|DBA|DOING BUSINESS AS|T/A|TRADING AS|OPERATING AS"
                    + "|F\\s?/\\s?K\\s?/\\s?A|FKA|FORMERLY(?: KNOWN AS)?|A\\s?/\\s?K\\s?/\\s?A|AKA)(?=[\\s:.,])[\\s:.,]*");

    /** One of these stands in every text in which {@link #ALIAS} finds something, unless a slash does. */
    private static final List<String> ALIAS_SIGNS =
            List.of("DBA", "D.B.A", "DOING BUSINESS AS", "TRADING AS", "OPERATING AS", "FKA", "FORMERLY", "AKA");

    private final NameTables tables;
    final List<NameToken> tokens;
    final List<NameToken> core;
    final String legalForm;
    final String marker;
    final String careOf;
    final String alias;
    final String evidenceText;
    final boolean person;
    final boolean anonymous;
    final boolean swapped;

    NameParts(NameTables tables, String original) {
        this.tables = tables;
        String clean = Cleaner.clean(original);
        String[] careOfSplit = split(CARE_OF, clean, mayHoldCareOf(clean));
        String head = careOfSplit[0];
        String intermediary = careOfSplit[1];
        String[] aliasSplit = split(ALIAS, head, mayHoldAlias(head));
        boolean aliasOnly = !hasWord(aliasSplit[0]);
        String main = aliasSplit[aliasOnly ? 1 : 0];
        List<NameToken> words = NameToken.of(main);
        int bare = bareCareOf(words);
        if (bare > 0) {
            intermediary = main.substring(words.get(bare + 1).start());
            head = main.substring(0, words.get(bare).start()).strip();
            words = words.subList(0, bare);
        }
        Stripper own = new Stripper(tables, words);
        Stripper named = own;
        swapped = own.core().isEmpty() && !intermediary.isEmpty();
        if (swapped) {
            words = NameToken.of(intermediary);
            named = new Stripper(tables, words);
        }
        tokens = words;
        boolean department = named.core().isEmpty() && !words.isEmpty();
        core = department ? words : named.core();
        legalForm = department ? "" : named.legalForm();
        marker = department ? "" : own.marker();
        anonymous = department
                || tables.placeholder(core.stream().map(NameToken::text).toList());
        person = legalForm.isEmpty() && marker.isEmpty() && person();
        careOf = swapped ? "" : intermediary;
        alias = aliasOnly ? "" : aliasSplit[1];
        String evidence = swapped ? intermediary : head;
        evidenceText = evidence.length() == clean.length() ? original.strip() : evidence;
    }

    /**
     * Whether the words are a natural person's name: {@code SMITH, JOHN A} with a known given name behind the only comma, or
     * {@code JOHN A SMITH} with a known given name and an initial. {@code JOHN SMITH} alone could be a company.
     */
    private boolean person() {
        return tokens.size() >= 2
                && tokens.size() <= 4
                && tokens.stream()
                        .allMatch(t -> !t.and() && t.text().chars().allMatch(Character::isLetter) && !t.hash())
                && (surnameFirst() || givenInitialSurname());
    }

    private boolean surnameFirst() {
        return tokens.stream().filter(NameToken::comma).count() == 1
                && tokens.get(1).comma()
                && tokens.get(0).text().length() > 2
                && givenName(1)
                && (tokens.size() == 2 || tokens.get(2).letter() || givenName(2));
    }

    private boolean givenInitialSurname() {
        return tokens.size() == 3
                && tokens.stream().noneMatch(NameToken::comma)
                && givenName(0)
                && tokens.get(1).letter()
                && tokens.get(2).text().length() > 2;
    }

    private boolean givenName(int index) {
        return tables.givenName(tokens.get(index).text());
    }

    /** Head and tail at the first separator, if a word stands behind it; a text that begins with one is all tail. */
    private static String[] split(Pattern separator, String text, boolean possible) {
        if (possible) {
            Matcher m = separator.matcher(text);
            if (m.find() && hasWord(text.substring(m.end()))) {
                String head = text.substring(0, m.start()).strip();
                return new String[] {
                    trimmed(head), tail(head, text.substring(m.end()).strip())
                };
            }
        }
        return new String[] {text, ""};
    }

    private static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Without the bracket that closes the one before the separator: {@code (DBA ACME)}. */
    private static String tail(String head, String tail) {
        return head.endsWith("(") ? tail.replaceFirst("\\)", "").strip() : tail;
    }

    private static String trimmed(String head) {
        int end = head.length();
        while (end > 0 && " ,;(-".indexOf(head.charAt(end - 1)) >= 0) {
            end--;
        }
        return head.substring(0, end);
    }

    private static boolean mayHoldCareOf(String clean) {
        return clean.indexOf('/') >= 0 || clean.indexOf('\\') >= 0 || clean.indexOf('%') >= 0 || clean.contains("ATT");
    }

    private static boolean mayHoldAlias(String clean) {
        return clean.indexOf('/') >= 0 || ALIAS_SIGNS.stream().anyMatch(clean::contains);
    }

    /** Position of a bare CO that means care-of because a known chain follows; else 0. */
    private int bareCareOf(List<NameToken> words) {
        for (int i = 1; i < words.size() - 1; i++) {
            if (words.get(i).text().equals("CO")
                    && tables.chains()
                                    .master(words.subList(i + 1, words.size()).stream()
                                            .map(NameToken::text)
                                            .toList())
                            != null) {
                return i;
            }
        }
        return 0;
    }
}
