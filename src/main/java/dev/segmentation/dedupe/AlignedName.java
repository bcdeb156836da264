package dev.segmentation.dedupe;

import java.util.ArrayList;
import java.util.List;

/** The words of one name while it is compared with another: which word found which partner, and what is left over. */
final class AlignedName {
    private final NameSet names;
    private int entry;
    private int start;
    private int size;
    private final int[] words = new int[NameSet.MOST_WORDS + 1];
    private final float[] weights = new float[NameSet.MOST_WORDS + 1];
    private final int[] partners = new int[NameSet.MOST_WORDS + 1];
    private int open;
    private float left;
    private float rarestLeft;
    private int flagsOfAnyLeft;
    private int flagsOfAllLeft;

    AlignedName(NameSet names) {
        this.names = names;
    }

    void set(int newEntry) {
        entry = newEntry;
        start = names.start(entry);
        size = names.end(entry) - start;
        open = size;
        for (int i = 0; i < size; i++) {
            words[i] = names.word(start + i);
            weights[i] = names.weight(start + i);
            partners[i] = -1;
        }
    }

    int entry() {
        return entry;
    }

    int size() {
        return size;
    }

    int word(int i) {
        return words[i];
    }

    float weight(int i) {
        return weights[i];
    }

    boolean open(int i) {
        return partners[i] < 0;
    }

    /** How many words have no partner. */
    int open() {
        return open;
    }

    int partner(int i) {
        return partners[i];
    }

    void match(int i, int partner) {
        partners[i] = partner;
        open--;
    }

    /** Sums up what found no partner; call it once all partners are found. */
    void sumUp() {
        left = 0;
        rarestLeft = 0;
        flagsOfAnyLeft = 0;
        flagsOfAllLeft = -1;
        for (int i = 0; i < size; i++) {
            if (partners[i] < 0) {
                left += weights[i];
                rarestLeft = Math.max(rarestLeft, weights[i]);
                flagsOfAnyLeft |= names.flags(start + i);
                flagsOfAllLeft &= names.flags(start + i);
            }
        }
    }

    /** Weight of the words left over. */
    float left() {
        return left;
    }

    float rarestLeft() {
        return rarestLeft;
    }

    boolean anyLeft(byte flag) {
        return (flagsOfAnyLeft & flag) != 0;
    }

    boolean onlyLeft(byte flag) {
        return (flagsOfAllLeft & flag) != 0;
    }

    /** Whether a word of the whole name has that flag. */
    boolean any(byte flag) {
        for (int i = 0; i < size; i++) {
            if ((names.flags(start + i) & flag) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether all words left over stand behind those that agree. */
    boolean onlyBehind() {
        for (int i = 1; i < size; i++) {
            if (partners[i] >= 0 && partners[i - 1] < 0) {
                return false;
            }
        }
        return partners[0] >= 0;
    }

    /** Whether it has a number that no number of the other side equals. */
    boolean numberMissingIn(AlignedName other) {
        if (anyLeft(NameSet.NUMBER)) {
            for (int i = 0; i < size; i++) {
                int number = names.number(start + i);
                if (number >= 0 && partners[i] < 0 && !other.hasNumber(number)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasNumber(int number) {
        for (int i = 0; i < size; i++) {
            if (names.number(start + i) == number) {
                return true;
            }
        }
        return false;
    }

    /** The kind of institution that the last word left over tells, 0 if none does. */
    int kindLeft() {
        for (int i = size - 1; i >= 0 && anyLeft(NameSet.KIND); i--) {
            int kind = names.lexicon().kind(words[i]);
            if (partners[i] < 0 && kind > 0) {
                return kind;
            }
        }
        return 0;
    }

    /** The kind of institution that the last word tells, 0 if none: UNIVERSITY of a name that ends so. */
    int kindAtEnd() {
        for (int i = size - 1; i >= 0; i--) {
            if ((names.flags(start + i) & NameSet.PLACE) == 0) {
                return names.lexicon().kind(words[i]);
            }
        }
        return 0;
    }

    /** Whether a word left over excludes one left over on the other side. */
    boolean excludes(AlignedName other) {
        for (int i = 0; i < size && anyLeft(NameSet.CONTRAST) && other.anyLeft(NameSet.CONTRAST); i++) {
            for (int j = 0; j < other.size && partners[i] < 0; j++) {
                if (other.partners[j] < 0 && names.lexicon().exclude(words[i], other.words[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    List<String> wordsLeft() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (partners[i] < 0) {
                texts.add(names.lexicon().word(words[i]));
            }
        }
        return texts;
    }
}
