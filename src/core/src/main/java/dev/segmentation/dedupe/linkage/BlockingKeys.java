package dev.segmentation.dedupe.linkage;

import java.util.Arrays;

/**
 * What similar names share, as hashes: their letters without spaces, their rare words, neighbouring words, pairs of rare
 * words by sound, how they begin and end, their initials, and their rarest words with one letter dropped. A packed key has the
 * number of the entry in its lower bits; its upper bits tell how much it says. One thread needs one of these.
 */
final class BlockingKeys {
    /** How many of the rarest words of a name count. */
    static final int RAREST = 4;

    private static final int ENTRY_BITS = 24;
    static final int MOST_ENTRIES = 1 << ENTRY_BITS;

    /** So that a packed key leaves room for the entry, the kind and the sign. */
    private static final int HASH_BITS = 37;

    private static final int STRONG = 0;
    private static final int WEAK = 1;
    private static final int CROSSED = 2;

    private static final int AFFIX = 8;
    private static final int LONGEST_ACRONYM = 6;

    private final NameSet names;
    private final Lexicon lexicon;
    private final TypoKeys typos;
    private final int cap;
    private final StringBuilder letters = new StringBuilder();
    private final int[] rare = new int[RAREST + 1];
    private long[] packed = new long[1024];
    private int size;
    private int entry;

    BlockingKeys(NameSet names, TypoKeys typos, int cap) {
        this.names = names;
        this.lexicon = names.lexicon;
        this.typos = typos;
        this.cap = cap;
    }

    /** Packed keys of some entries, which may repeat; notes the rarest words of each entry as their numbers plus one. */
    long[] of(int from, int to, int[] rarest) {
        for (entry = from; entry < to; entry++) {
            if (!names.locked(names.owners[entry]) && names.starts[entry + 1] > names.starts[entry]) {
                addLetters();
                addWords();
                int distinct = addRarest();
                for (int i = 0; i < distinct; i++) {
                    rarest[entry * RAREST + i] = rare[i] + 1;
                }
            }
        }
        return Arrays.copyOf(packed, size);
    }

    /** The packed keys that divide blocks: each key with one of the rarest words of its entry. */
    long[] divided(long[] large, int from, int to, int[] rarest) {
        for (int i = from; i < to; i++) {
            entry = entry(large[i]);
            int first = entry * RAREST;
            for (int at = first; at < first + RAREST && rarest[at] > 0; at++) {
                put(STRONG, Hashes.pair(key(large[i]), lexicon.hashes[rarest[at] - 1]));
            }
        }
        return Arrays.copyOf(packed, size);
    }

    static int entry(long packed) {
        return (int) packed & MOST_ENTRIES - 1;
    }

    static long key(long packed) {
        return packed >>> ENTRY_BITS;
    }

    /** Whether names that share the key rarely are alike: an ending, or a word with a letter dropped. */
    static boolean weak(long packed) {
        return key(packed) >>> HASH_BITS == WEAK;
    }

    /** Whether the key joins two kinds of names and none of one kind: initials, and names that have them. */
    static boolean crossed(long packed) {
        return key(packed) >>> HASH_BITS == CROSSED;
    }

    /** Whether two crossed keys belong together. */
    static boolean twins(long a, long b) {
        return (key(a) ^ 1) == key(b);
    }

    private void addLetters() {
        names.glue(entry, letters);
        add('W', STRONG, Hashes.of(letters));
        int length = letters.length();
        if (length >= AFFIX) {
            add('B', STRONG, Hashes.of(letters, 0, AFFIX));
            add('E', WEAK, Hashes.of(letters, length - AFFIX, length));
        }
    }

    private void addWords() {
        long initials = 0;
        int start = names.starts[entry];
        for (int i = 0; start + i < names.starts[entry + 1]; i++) {
            int id = names.words[start + i];
            String word = lexicon.texts[id];
            initials = initials * 131 + word.charAt(0);
            if (i > 0) {
                letters.setLength(0);
                letters.append(lexicon.texts[names.words[start + i - 1]]).append(lexicon.stemTexts[id]);
                add('W', STRONG, Hashes.of(letters));
                if (i < LONGEST_ACRONYM) {
                    addCrossed(initials, 0);
                }
            } else if (word.length() <= LONGEST_ACRONYM) {
                long spelled = 0;
                for (int c = 0; c < word.length(); c++) {
                    spelled = spelled * 131 + word.charAt(c);
                }
                addCrossed(spelled, 1);
            }
        }
    }

    private int addRarest() {
        int distinct = rarest();
        for (int i = 0; i < distinct; i++) {
            int word = rare[i];
            if (lexicon.frequency(word) <= cap) {
                add('W', STRONG, lexicon.hashes[word]);
            }
            if (i < 2) {
                int stem = lexicon.stems[word];
                // a word with any one letter dropped meets the same word with another typo
                for (int key = typos.starts()[stem]; key < typos.starts()[stem + 1]; key++) {
                    add('D', WEAK, typos.keys()[key]);
                }
                for (int j = i + 1; j < distinct; j++) {
                    long s = lexicon.sounds[word];
                    long t = lexicon.sounds[rare[j]];
                    add('Q', STRONG, Hashes.pair(Math.min(s, t), Math.max(s, t)));
                }
            }
        }
        return distinct;
    }

    /** The rarest words, each once, rarest first. */
    private int rarest() {
        int found = 0;
        for (int p = names.starts[entry]; p < names.starts[entry + 1]; p++) {
            int word = names.words[p];
            int at = found;
            boolean seen = false;
            for (int j = 0; j < found; j++) {
                seen |= lexicon.stems[rare[j]] == lexicon.stems[word];
            }
            if (seen) {
                continue;
            }
            while (at > 0 && rarer(word, rare[at - 1])) {
                at--;
            }
            if (at < RAREST) {
                int last = Math.min(found, RAREST - 1);
                System.arraycopy(rare, at, rare, at + 1, last - at);
                rare[at] = word;
                found = Math.min(found + 1, RAREST);
            }
        }
        return found;
    }

    private boolean rarer(int a, int b) {
        int difference = lexicon.frequency(a) - lexicon.frequency(b);
        return difference != 0 ? difference < 0 : lexicon.hashes[a] < lexicon.hashes[b];
    }

    private void add(char letter, long kind, long hash) {
        put(kind, Hashes.mix(hash + letter * 0x632BE59BD9B4E019L));
    }

    private void addCrossed(long initials, int side) {
        put(CROSSED, Hashes.mix(initials) & -2 | side);
    }

    private void put(long kind, long hash) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, size * 2);
        }
        packed[size++] = (kind << HASH_BITS | hash & (1L << HASH_BITS) - 1) << ENTRY_BITS | entry;
    }
}
