package dev.segmentation.name;

import java.util.List;

/**
 * Recognises natural persons, conservatively: {@code SMITH, JOHN A} with a known given name behind the only comma, or
 * {@code JOHN A SMITH} with a known given name and an initial. {@code JOHN SMITH} alone could be a company.
 */
final class PersonName {
    private final NameTables tables;

    PersonName(NameTables tables) {
        this.tables = tables;
    }

    boolean matches(List<Token> tokens, Stripper.Result stripped) {
        boolean plain = stripped.legalForm().isEmpty() && stripped.marker().isEmpty();
        return plain
                && tokens.size() >= 2
                && tokens.size() <= 4
                && wordsOnly(tokens)
                && (surnameFirst(tokens) || givenInitialSurname(tokens));
    }

    private boolean surnameFirst(List<Token> tokens) {
        long commas = tokens.stream().filter(Token::comma).count();
        return commas == 1
                && tokens.get(1).comma()
                && tokens.get(0).text().length() > 2
                && tables.givenName(tokens.get(1).text())
                && (tokens.size() == 2
                        || tokens.get(2).letter()
                        || tables.givenName(tokens.get(2).text()));
    }

    private boolean givenInitialSurname(List<Token> tokens) {
        return tokens.size() == 3
                && tokens.stream().noneMatch(Token::comma)
                && tables.givenName(tokens.get(0).text())
                && tokens.get(1).letter()
                && tokens.get(2).text().length() > 2;
    }

    private static boolean wordsOnly(List<Token> tokens) {
        return tokens.stream().allMatch(t -> !t.and() && t.text().chars().allMatch(Character::isLetter) && !t.hash());
    }
}
