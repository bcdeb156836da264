package dev.segmentation.name;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Takes a billed name apart. Never is the last word taken away. Safe for use by many threads. */
public final class NameParser {
    private final NameTables tables;

    /** A parser over these tables. */
    public NameParser(NameTables tables) {
        this.tables = tables;
    }

    /** Parses one name; a blank text gives an empty name. */
    public ParsedName parse(String original) {
        return name(original, new NameParts(tables, original));
    }

    /** Parses one name together with what it says of the class of its company. */
    public NameEvidence evidence(String original) {
        NameParts parts = new NameParts(tables, original);
        List<String> words = new ArrayList<>();
        parts.tokens.forEach(token -> words.add(tables.fold().fold(token.text())));
        SortedSet<Integer> begins = new TreeSet<>(List.of(0));
        SortedSet<Integer> ends = new TreeSet<>(List.of(words.size()));
        edges(parts.tokens, parts.core, begins, ends);
        if (!parts.alias.isEmpty()) {
            begins.add(words.size());
            words.addAll(tables.fold().phrase(parts.alias));
            ends.add(words.size());
        }
        return new NameEvidence(name(original, parts), words, List.copyOf(begins), List.copyOf(ends));
    }

    private ParsedName name(String original, NameParts parts) {
        String canonical = shared(canonical(parts.core), parts.evidenceText);
        return new ParsedName(
                original,
                canonical,
                shared(key(parts.core), canonical),
                bracketed(parts.core),
                parts.legalForm,
                parts.careOf,
                parts.alias,
                parts.marker,
                shared(parts.evidenceText, original),
                parts.person,
                parts.anonymous,
                parts.swapped);
    }

    /** The other text if it is equal, so that memory holds it once. */
    private static String shared(String text, String other) {
        return text.equals(other) ? other : text;
    }

    /** Where the core begins and ends among all words; words such as GROUP behind the end do not count. */
    private void edges(
            List<NameToken> tokens, List<NameToken> core, SortedSet<Integer> begins, SortedSet<Integer> ends) {
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

    private static String canonical(List<NameToken> core) {
        StringBuilder text = new StringBuilder();
        for (NameToken token : core) {
            if (text.length() > 0) {
                text.append(token.glue());
            }
            text.append(token.shown());
        }
        return text.toString();
    }

    /** What names are compared by; all words of the name if hardly anything would remain without the stop words. */
    private String key(List<NameToken> core) {
        StringBuilder key = new StringBuilder();
        for (NameToken token : core) {
            String word = Cleaner.latin(token.text());
            if (!tables.stopWord(word)) {
                key.append(key.isEmpty() ? "" : " ").append(tables.fold().expand(word));
            }
        }
        if (key.length() < 2) {
            key.setLength(0);
            core.forEach(token -> key.append(key.isEmpty() ? "" : " ").append(Cleaner.latin(token.text())));
        }
        return key.toString();
    }

    /** One bit for each word of the key that stands in parentheses, none beyond the first 64. */
    private long bracketed(List<NameToken> core) {
        if (core.stream().noneMatch(NameToken::bracketed)) {
            return 0;
        }
        long bits = 0;
        int word = 0;
        for (NameToken token : core) {
            if (!tables.stopWord(Cleaner.latin(token.text()))) {
                bits |= token.bracketed() && word < Long.SIZE ? 1L << word : 0;
                word++;
            }
        }
        return bits;
    }
}
