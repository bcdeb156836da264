package dev.segmentation.dedupe.linkage;

/** The words of one name while it is compared with another: which word found which partner, and what is left over. */
final class AlignedName {
    private final NameSet names;
    private final int[] cells;
    private final int[] partners = new int[NameNode.MOST_WORDS + 1];
    private int base;
    int entry;
    /** How many words it has. */
    int size;
    /** One bit for each word that has no partner. */
    int open;
    /** Weight of the words left over. */
    float weightLeft;
    /** Weight of the rarest of them. */
    float rarestLeft;

    private int flagsOfAnyLeft;
    private int flagsOfAllLeft;

    AlignedName(NameSet names) {
        this.names = names;
        this.cells = names.cells;
    }

    void set(int newEntry) {
        entry = newEntry;
        int start = names.starts[entry];
        base = start * NameSet.CELL;
        size = names.starts[entry + 1] - start;
        open = (1 << size) - 1;
    }

    int word(int i) {
        return cells[base + i * NameSet.CELL];
    }

    int stem(int i) {
        return cells[base + i * NameSet.CELL + NameSet.STEM];
    }

    int mask(int i) {
        return cells[base + i * NameSet.CELL + NameSet.MASK];
    }

    float weight(int i) {
        return Float.intBitsToFloat(cells[base + i * NameSet.CELL + NameSet.WEIGHT]);
    }

    /** The first letter of a word. */
    char first(int i) {
        return (char) (cells[base + i * NameSet.CELL + NameSet.SHAPE] >>> 16);
    }

    /** Letters of a word, at most 127. */
    int length(int i) {
        return cells[base + i * NameSet.CELL + NameSet.SHAPE] >>> 8 & 0xFF;
    }

    private int flags(int i) {
        return cells[base + i * NameSet.CELL + NameSet.SHAPE] & 0xFF;
    }

    boolean has(int i, byte flag) {
        return (flags(i) & flag) != 0;
    }

    private int number(int i) {
        return cells[base + i * NameSet.CELL + NameSet.VALUE];
    }

    boolean open(int i) {
        return (open >>> i & 1) != 0;
    }

    int openWords() {
        return Integer.bitCount(open);
    }

    int partner(int i) {
        return open(i) ? -1 : partners[i];
    }

    void match(int i, int partner) {
        partners[i] = partner;
        open &= ~(1 << i);
    }

    /** Whether the words without a partner weigh that much. */
    boolean heavy(float least) {
        float weight = 0;
        for (int bits = open; bits != 0 && weight < least; bits &= bits - 1) {
            weight += weight(Integer.numberOfTrailingZeros(bits));
        }
        return weight >= least;
    }

    /** Sums up what found no partner; call it once all partners are found. */
    void sumUp() {
        weightLeft = 0;
        rarestLeft = 0;
        flagsOfAnyLeft = 0;
        flagsOfAllLeft = -1;
        for (int bits = open; bits != 0; bits &= bits - 1) {
            int i = Integer.numberOfTrailingZeros(bits);
            float weight = weight(i);
            int flags = flags(i);
            weightLeft += weight;
            rarestLeft = Math.max(rarestLeft, weight);
            flagsOfAnyLeft |= flags;
            flagsOfAllLeft &= flags;
        }
    }

    boolean anyLeft(byte flag) {
        return (flagsOfAnyLeft & flag) != 0;
    }

    boolean onlyLeft(byte flag) {
        return (flagsOfAllLeft & flag) != 0;
    }

    /** Whether a word of the whole name has that flag. */
    boolean any(byte flag) {
        int flags = 0;
        for (int i = 0; i < size; i++) {
            flags |= flags(i);
        }
        return (flags & flag) != 0;
    }

    /** Whether all words left over stand behind those that agree. */
    boolean onlyBehind() {
        int closed = ~open & (1 << size) - 1;
        return closed != 0 && (closed & closed + 1) == 0;
    }

    /** Whether it has a number that no number of the other side equals. */
    boolean numberMissingIn(AlignedName other) {
        for (int i = 0; i < size && anyLeft(NameSet.NUMBER); i++) {
            if (open(i) && number(i) >= 0 && !other.hasNumber(number(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasNumber(int number) {
        boolean found = false;
        for (int i = 0; i < size; i++) {
            found |= number(i) == number;
        }
        return found;
    }

    /** The kind of institution that the last word left over tells, 0 if none does. */
    int kindLeft() {
        for (int i = size - 1; i >= 0 && anyLeft(NameSet.KIND); i--) {
            if (open(i) && has(i, NameSet.KIND)) {
                return names.lexicon.kinds[word(i)];
            }
        }
        return 0;
    }

    /** The kind of institution that the last word tells, 0 if none: UNIVERSITY of a name that ends so. */
    int kindAtEnd() {
        for (int i = size - 1; i >= 0; i--) {
            if (!has(i, NameSet.PLACE)) {
                return names.lexicon.kinds[word(i)];
            }
        }
        return 0;
    }

    /** Whether a word left over excludes one left over on the other side. */
    boolean excludes(AlignedName other) {
        for (int i = 0; i < size && anyLeft(NameSet.CONTRAST) && other.anyLeft(NameSet.CONTRAST); i++) {
            for (int j = 0; j < other.size && open(i); j++) {
                if (other.open(j) && names.lexicon.exclude(word(i), other.word(j))) {
                    return true;
                }
            }
        }
        return false;
    }
}
