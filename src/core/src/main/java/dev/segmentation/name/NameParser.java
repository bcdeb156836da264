package dev.segmentation.name;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a billed name apart. The order matters: first what is not the customer at all (care-of), then other names of the
 * customer (DBA, former name), then what only dresses the name (article, legal form, branch and department markers).
 * Never is the last word taken away. Safe for use by many threads.
 */
public final class NameParser {
    private static final Pattern CARE_OF = Pattern.compile(
            "(?<![^\\s,;(-])(?:C\\s?[/\\\\]\\s?O|ATTN\\b|ATTENTION:|(?<!^\\d{1,3}\\s)%(?=\\s*\\p{L}))[\\s:.,-]*");
    private static final Pattern ALIAS = Pattern.compile(
            "(?<![^\\s,;(-])(?:D\\s?/\\s?B\\s?/\\s?A|D\\.B\\.A|DBA|DOING BUSINESS AS|T/A|TRADING AS|OPERATING AS"
                    + "|F\\s?/\\s?K\\s?/\\s?A|FKA|FORMERLY(?: KNOWN AS)?|A\\s?/\\s?K\\s?/\\s?A|AKA)(?=[\\s:.,])[\\s:.,]*");

    /** One of these stands in every text in which {@link #ALIAS} finds something, unless a slash does. */
    private static final List<String> ALIAS_SIGNS =
            List.of("DBA", "D.B.A", "DOING BUSINESS AS", "TRADING AS", "OPERATING AS", "FKA", "FORMERLY", "AKA");

    private final NameTables tables;
    private final Stripper stripper;
    private final NameKey key;

    /** A parser over these tables. */
    public NameParser(NameTables tables) {
        this.tables = tables;
        this.stripper = new Stripper(tables);
        this.key = new NameKey(tables);
    }

    /** What a name was taken apart into. */
    private record Parts(
            String original,
            List<Token> tokens,
            Stripper.Result result,
            String careOf,
            String alias,
            String evidenceText,
            boolean anonymous,
            boolean swapped) {}

    /** Parses one name; a blank text gives an empty name. */
    public ParsedName parse(String original) {
        return name(parts(original));
    }

    /** Parses one name together with what it says of the class of its company. */
    public NameEvidence evidence(String original) {
        Parts parts = parts(original);
        List<String> words = new ArrayList<>();
        parts.tokens().forEach(t -> words.add(tables.fold().fold(t.text())));
        SortedSet<Integer> begins = new TreeSet<>(List.of(0));
        SortedSet<Integer> ends = new TreeSet<>(List.of(words.size()));
        edges(parts.tokens(), parts.result().core(), begins, ends);
        if (!parts.alias().isEmpty()) {
            begins.add(words.size());
            words.addAll(tables.fold().phrase(parts.alias()));
            ends.add(words.size());
        }
        return new NameEvidence(name(parts), words, List.copyOf(begins), List.copyOf(ends));
    }

    private Parts parts(String original) {
        String clean = Cleaner.clean(original);
        Split careOf = split(CARE_OF, clean, mayHoldCareOf(clean));
        String head = careOf.head();
        String intermediary = careOf.tail();
        Split alias = split(ALIAS, head, mayHoldAlias(head));
        boolean aliasOnly = !hasWord(alias.head());
        String main = aliasOnly ? alias.tail() : alias.head();
        List<Token> tokens = Tokenizer.tokens(main);
        int bare = bareCareOf(tokens);
        if (bare > 0) {
            intermediary = main.substring(tokens.get(bare + 1).start());
            head = main.substring(0, tokens.get(bare).start()).strip();
            tokens = tokens.subList(0, bare);
        }
        Stripper.Result result = stripper.strip(tokens);
        boolean swapped = result.core().isEmpty() && !intermediary.isEmpty();
        if (swapped) {
            tokens = Tokenizer.tokens(intermediary);
            Stripper.Result other = stripper.strip(tokens);
            result = new Stripper.Result(other.core(), other.legalForm(), result.marker());
        }
        boolean anonymous = result.core().isEmpty() && !tokens.isEmpty();
        if (anonymous) {
            result = new Stripper.Result(tokens, "", "");
        }
        anonymous |= tables.placeholder(result.core().stream().map(Token::text).toList());
        String aliasText = aliasOnly ? "" : alias.tail();
        String evidenceText = evidenceText(original, clean, swapped ? intermediary : head);
        return new Parts(original, tokens, result, intermediary, aliasText, evidenceText, anonymous, swapped);
    }

    private ParsedName name(Parts parts) {
        List<Token> core = parts.result().core();
        String canonical = shared(canonical(core), parts.evidenceText());
        return new ParsedName(
                parts.original(),
                canonical,
                shared(key.of(core), canonical),
                key.bracketed(core),
                parts.result().legalForm(),
                parts.swapped() ? "" : parts.careOf(),
                parts.alias(),
                parts.result().marker(),
                shared(parts.evidenceText(), parts.original()),
                new PersonName(tables).matches(parts.tokens(), parts.result()),
                parts.anonymous(),
                parts.swapped());
    }

    /** The other text if it is equal, so that memory holds it once. */
    private static String shared(String text, String other) {
        return text.equals(other) ? other : text;
    }

    /** Where the core begins and ends among all words; words such as GROUP behind the end do not count. */
    private void edges(List<Token> tokens, List<Token> core, SortedSet<Integer> begins, SortedSet<Integer> ends) {
        for (int i = 0; i < tokens.size() && !core.isEmpty(); i++) {
            if (tokens.get(i).start() == core.get(0).start()) {
                begins.add(i);
            }
            if (tokens.get(i).start() == core.get(core.size() - 1).start()) {
                int end = i + 1;
                ends.add(end);
                while (end > 1 && tables.groupWord(tokens.get(end - 1).text())) {
                    ends.add(--end);
                }
            }
        }
    }

    private static String evidenceText(String original, String clean, String head) {
        return head.length() == clean.length() ? original.strip() : head;
    }

    private record Split(String head, String tail) {}

    /** Cuts at the first separator, if a word stands behind it; a text that begins with one is all tail. */
    private static Split split(Pattern separator, String text, boolean possible) {
        if (possible) {
            Matcher m = separator.matcher(text);
            if (m.find() && hasWord(text.substring(m.end()))) {
                String head = text.substring(0, m.start()).strip();
                return new Split(
                        trimmed(head), tail(head, text.substring(m.end()).strip()));
            }
        }
        return new Split(text, "");
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
    private int bareCareOf(List<Token> tokens) {
        if (tokens.stream().noneMatch(token -> token.text().equals("CO"))) {
            return 0;
        }
        List<String> words = tokens.stream().map(Token::text).toList();
        for (int i = 1; i < words.size() - 1; i++) {
            if (words.get(i).equals("CO") && tables.chains().master(words.subList(i + 1, words.size())) != null) {
                return i;
            }
        }
        return 0;
    }

    private static String canonical(List<Token> core) {
        StringBuilder text = new StringBuilder();
        for (Token token : core) {
            if (text.length() > 0) {
                text.append(token.glue());
            }
            text.append(token.shown());
        }
        return text.toString();
    }
}
