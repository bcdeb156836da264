package dev.segmentation.name;

import java.util.List;

/**
 * What names are compared by: the identifying words in Latin letters where their script can be spelled so, abbreviations
 * written out, stop words left out.
 */
final class NameKey {
    private final NameTables tables;

    NameKey(NameTables tables) {
        this.tables = tables;
    }

    /** The key of a name of these words; all its words if hardly anything else would remain. */
    String of(List<Token> core) {
        StringBuilder key = new StringBuilder();
        for (Token token : core) {
            String word = LatinLetters.word(token.text());
            if (!tables.stopWord(word)) {
                append(key, tables.fold().expand(word));
            }
        }
        if (key.length() < 2) {
            key.setLength(0);
            core.forEach(token -> append(key, LatinLetters.word(token.text())));
        }
        return key.toString();
    }

    private static void append(StringBuilder key, String word) {
        key.append(key.isEmpty() ? "" : " ").append(word);
    }

    /** One bit for each word of the key that stands in parentheses, none beyond the first 64. */
    long bracketed(List<Token> core) {
        if (core.stream().noneMatch(Token::bracketed)) {
            return 0;
        }
        long bits = 0;
        int word = 0;
        for (Token token : core) {
            if (!tables.stopWord(LatinLetters.word(token.text()))) {
                bits |= token.bracketed() && word < Long.SIZE ? 1L << word : 0;
                word++;
            }
        }
        return bits;
    }
}
