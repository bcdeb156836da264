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

    private final NameTables tables;
    private final Stripper stripper;

    /** A parser over these tables. */
    public NameParser(NameTables tables) {
        this.tables = tables;
        this.stripper = new Stripper(tables);
    }

    /** Parses one name; a blank text gives an empty name. */
    public ParsedName parse(String original) {
        String clean = Cleaner.clean(original);
        Split careOf = split(CARE_OF, clean, mayHoldCareOf(clean));
        String head = careOf.head();
        String intermediary = careOf.tail();
        Split alias = split(ALIAS, head, true);
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
        return assemble(original, tokens, result, intermediary, aliasText, evidenceText, anonymous, swapped);
    }

    private ParsedName assemble(
            String original,
            List<Token> tokens,
            Stripper.Result result,
            String careOf,
            String alias,
            String evidenceText,
            boolean anonymous,
            boolean swapped) {
        List<String> evidence = new ArrayList<>();
        tokens.forEach(t -> evidence.add(tables.fold().fold(t.text())));
        SortedSet<Integer> begins = new TreeSet<>(List.of(0));
        SortedSet<Integer> ends = new TreeSet<>(List.of(evidence.size()));
        edges(tokens, result.core(), begins, ends);
        if (!alias.isEmpty()) {
            begins.add(evidence.size());
            evidence.addAll(tables.fold().phrase(alias));
            ends.add(evidence.size());
        }
        return new ParsedName(
                original,
                result.core().stream().map(Token::text).toList(),
                canonical(result.core()),
                key(result.core()),
                bracketed(result.core()),
                evidence,
                List.copyOf(begins),
                List.copyOf(ends),
                result.legalForm(),
                swapped ? "" : careOf,
                alias,
                result.marker(),
                evidenceText,
                new PersonName(tables).matches(tokens, result),
                anonymous,
                swapped);
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

    /** Position of a bare CO that means care-of because a known chain follows; else 0. */
    private int bareCareOf(List<Token> tokens) {
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

    private String key(List<Token> core) {
        StringBuilder key = new StringBuilder();
        for (Token token : core) {
            if (!tables.stopWord(token.text())) {
                key.append(key.isEmpty() ? "" : " ").append(tables.fold().expand(token.text()));
            }
        }
        if (key.length() < 2) {
            key.setLength(0);
            core.forEach(t -> key.append(key.isEmpty() ? "" : " ").append(t.text()));
        }
        return key.toString();
    }

    /** One bit for each word of the key, none beyond the first 64. */
    private long bracketed(List<Token> core) {
        long bits = 0;
        int word = 0;
        for (Token token : core) {
            if (!tables.stopWord(token.text())) {
                bits |= token.bracketed() && word < Long.SIZE ? 1L << word : 0;
                word++;
            }
        }
        return bits;
    }
}
