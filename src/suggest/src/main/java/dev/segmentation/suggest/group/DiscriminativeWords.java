package dev.segmentation.suggest.group;

import dev.segmentation.name.CommonNames;
import dev.segmentation.name.NameTables;
import dev.segmentation.suggest.text.WordLikeness;
import dev.segmentation.table.RowError;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Tells whether two names share a word that says something: not GROUP, NORTH, SERVICES, a number or a letter. */
public final class DiscriminativeWords {
    /** Every word but a single letter says something. */
    public static final DiscriminativeWords ALL = new DiscriminativeWords(word -> false, word -> false);

    private static final String DIRECTION = "DIRECTION";
    /** Words that begin with so many equal letters are akin. */
    private static final int STEM = 6;
    /** Letters of a word that may stand for itself within a longer one: STEEL in STEELWORKS, but not SCALE in SCALES. */
    private static final int PART = 5;

    private static final int REST = 3;
    /** Letters from which on a word with one typo behind its first letter is still that word. */
    private static final int TYPO = 7;

    private final Predicate<String> little;
    private final Predicate<String> common;

    private DiscriminativeWords(Predicate<String> little, Predicate<String> common) {
        this.little = little;
        this.common = common;
    }

    /** By the tables of names. */
    public static DiscriminativeWords of(Path folder, NameTables tables, Consumer<RowError> errors) {
        CommonNames common = new CommonNames(folder, tables, errors);
        Predicate<String> little = word -> {
            NameTables.Contrast contrast = tables.contrast(word);
            return common.saysLittle(word)
                    || tables.stopWord(word)
                    || tables.number(word) >= 0
                    || tables.legalFormClass(word) > 0
                    || contrast != null && contrast.group().equals(DIRECTION);
        };
        return new DiscriminativeWords(little, common::common);
    }

    /**
     * Whether a name has a word that says something and that stands in an example too, or is akin to a word there. One common word
     * by itself may be anybody's name: SCALES is not SCALE SERVICE.
     */
    boolean shared(List<String> name, List<String> other) {
        if (name.size() == 1 && common.test(name.get(0))) {
            return says(name.get(0)) && other.equals(name);
        }
        for (String word : name) {
            if (says(word) && other.stream().anyMatch(one -> says(one) && akin(word, one))) {
                return true;
            }
        }
        return false;
    }

    private boolean says(String word) {
        return word.codePointCount(0, word.length()) > 1 && !little.test(word);
    }

    private static boolean akin(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        String shorter = a.length() <= b.length() ? a : b;
        String longer = shorter.equals(a) ? b : a;
        if (shorter.length() < PART) {
            return false;
        }
        boolean part =
                longer.length() - shorter.length() >= REST && (longer.startsWith(shorter) || longer.endsWith(shorter));
        boolean stem = shorter.length() >= STEM && shorter.regionMatches(0, longer, 0, STEM);
        boolean typo = shorter.length() >= TYPO && a.charAt(0) == b.charAt(0) && WordLikeness.edits(a, b) <= 1;
        return part || stem || typo;
    }
}
