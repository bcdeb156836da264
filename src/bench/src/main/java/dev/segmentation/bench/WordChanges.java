package dev.segmentation.bench;

import java.util.List;
import java.util.regex.Pattern;

/** Ways to write the same words differently. Each leaves alone what it does not fit. */
final class WordChanges {
    private static final Pattern OF =
            Pattern.compile("(?i)^(city|town|village|university|county|college|bank) of (.+)$");
    private static final int LONG_WORD = 6;

    private final Abbreviations abbreviations;

    WordChanges(Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
    }

    void article(Draft draft) {
        draft.core = draft.core.regionMatches(true, 0, "THE ", 0, 4) ? draft.core.substring(4) : "THE " + draft.core;
    }

    void ampersand(Draft draft) {
        draft.core = draft.core.contains(" & ")
                ? draft.core.replace(" & ", draft.random.nextInt(4) == 0 ? "&" : " AND ")
                : draft.core.replaceAll("(?i) and ", " & ");
    }

    /** Shortens words, or writes short ones in full. */
    void abbreviate(Draft draft) {
        String[] words = draft.words();
        for (int i = 0; i < words.length; i++) {
            List<String> shorter = abbreviations.shorter(words[i]);
            String full = abbreviations.full(words[i]);
            if (!shorter.isEmpty()) {
                words[i] = Weighted.any(shorter, draft.random);
            } else if (full != null && i > 0) {
                words[i] = full;
            }
        }
        draft.words(words);
    }

    /** An abbreviation that stands in no table: the start of a word, or its consonants. */
    void clip(Draft draft) {
        String[] words = draft.words();
        int index = words.length - 1;
        if (draft.free() && index > 0 && words[index].length() > LONG_WORD && words[index].matches("\\p{L}+")) {
            words[index] = draft.random.nextBoolean()
                    ? words[index].substring(0, 4 + draft.random.nextInt(2))
                    : words[index].charAt(0) + words[index].substring(1).replaceAll("(?i)[AEIOU]", "");
            draft.words(words);
        }
    }

    void punctuation(Draft draft) {
        draft.core = switch (draft.random.nextInt(4)) {
            case 0 -> draft.core.replaceAll("[.,']", "");
            case 1 -> draft.core.replace('-', ' ');
            case 2 -> draft.core.replaceAll("(?i)'s\\b", "S");
            default -> draft.core.replaceAll("(?i)\\bst ", "ST. ");
        };
    }

    void accents(Draft draft) {
        draft.core = Abbreviations.plain(draft.core);
    }

    /** DALLAS, CITY OF; SMITH, JOHN. */
    void order(Draft draft) {
        String[] words = draft.words();
        if (draft.entity.kind() == Kind.PERSON) {
            if (words.length == 1 || draft.core.contains("&") || draft.core.contains(",")) {
                return;
            }
            String last = words[words.length - 1];
            String comma = draft.random.nextBoolean() ? ", " : " ";
            draft.core = last + comma + draft.core.substring(0, draft.core.length() - last.length() - 1);
        } else {
            draft.core = OF.matcher(draft.core).replaceFirst("$2, $1 OF");
        }
    }

    /** FED EX and FEDEX: the first two words without the space between them. */
    void glue(Draft draft) {
        String[] words = draft.words();
        if (words.length > 1 && words[0].length() + words[1].length() < 16 && words[1].matches("\\p{L}+")) {
            draft.core = words[0] + draft.core.substring(words[0].length()).stripLeading();
        }
    }

    /** Two blanks, or one behind, as forms of twenty years leave them. */
    void blanks(Draft draft) {
        draft.core = draft.random.nextBoolean() ? draft.core.replaceFirst(" ", "  ") : " " + draft.core;
    }
}
