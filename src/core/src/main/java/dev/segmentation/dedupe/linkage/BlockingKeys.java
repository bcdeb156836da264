package dev.segmentation.dedupe.linkage;

import java.util.Arrays;

/**
 * What similar names share, as hashes: their letters without spaces, their rare words, neighbouring words, pairs of rare
 * words by sound, how they begin and end, their initials, and their rarest words with one letter dropped. The upper bits of
 * a key tell how much it says. One thread needs one of these.
 */
final class BlockingKeys {
    /** How many of the rarest words of a name count. */
    static final int RAREST = 4;

    /** Bits of a key, so that it leaves room for the number of an entry and for the sign. */
    static final int BITS = 39;

    private static final int HASH_BITS = BITS - 2;
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
    private final int[] rare = new int[32];
    private final int[] sorted = new int[32];
    private long[] keys = new long[256];
    private int size;
    private int distinct;

    BlockingKeys(NameSet names, TypoKeys typos, int cap) {
        this.names = names;
        this.lexicon = names.lexicon();
        this.typos = typos;
        this.cap = cap;
    }

    /** Works out the keys of an entry; they may repeat. */
    void of(int entry) {
        size = 0;
        distinct = 0;
        int start = names.start(entry);
        int count = names.end(entry) - start;
        if (count == 0) {
            return;
        }
        letters(entry);
        words(start, count);
        distinct = rarest(start, count);
        for (int i = 0; i < distinct; i++) {
            int word = rare[i];
            if (lexicon.frequency(word) <= cap) {
                add('W', lexicon.hash(word));
            }
            if (i < 2) {
                typos(lexicon.stem(word));
                for (int j = i + 1; j < distinct; j++) {
                    pair(word, rare[j]);
                }
            }
        }
    }

    /** How many keys there are of what was asked for last. */
    int size() {
        return size;
    }

    long key(int index) {
        return keys[index];
    }

    /** Whether names that share the key rarely are alike: an ending, or a word with a letter dropped. */
    static boolean weak(long key) {
        return key >>> HASH_BITS == WEAK;
    }

    /** Whether the key joins two kinds of names and none of one kind: initials, and names that have them. */
    static boolean crossed(long key) {
        return key >>> HASH_BITS == CROSSED;
    }

    /** The key of the other kind. */
    static long twin(long key) {
        return key ^ 1;
    }

    /** Notes the rarest words of the entry that was asked for last, as their numbers plus one. */
    void rarest(int[] words, int at) {
        for (int i = 0; i < distinct; i++) {
            words[at + i] = rare[i] + 1;
        }
    }

    /** The keys that divide a block: each with one of the rarest words of an entry, as noted by {@link #rarest}. */
    void divided(long key, int[] words, int at) {
        size = 0;
        for (int i = at; i < at + RAREST && words[i] > 0; i++) {
            put(STRONG, Hashes.pair(key, lexicon.hash(words[i] - 1)));
        }
    }

    private void letters(int entry) {
        names.glue(entry, letters);
        add('W', Hashes.of(letters));
        int length = letters.length();
        if (length >= AFFIX) {
            add('B', Hashes.of(letters, 0, AFFIX));
            add('E', Hashes.of(letters, length - AFFIX, length));
        }
    }

    private void words(int start, int count) {
        long initials = 0;
        for (int i = 0; i < count; i++) {
            sorted[i] = names.word(start + i);
            char first = lexicon.word(sorted[i]).charAt(0);
            initials = initials * 131 + first;
            if (i > 0) {
                letters.setLength(0);
                letters.append(lexicon.word(sorted[i - 1])).append(lexicon.stemText(sorted[i]));
                add('W', Hashes.of(letters));
                if (i < LONGEST_ACRONYM) {
                    addCrossed(initials, 0);
                }
            } else if (lexicon.word(sorted[i]).length() <= LONGEST_ACRONYM) {
                addCrossed(spelled(lexicon.word(sorted[i])), 1);
            }
        }
    }

    private static long spelled(String word) {
        long initials = 0;
        for (int i = 0; i < word.length(); i++) {
            initials = initials * 131 + word.charAt(i);
        }
        return initials;
    }

    /** The rarest words, each once, rarest first. */
    private int rarest(int start, int count) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            int word = names.word(start + i);
            int at = found;
            boolean seen = false;
            for (int j = 0; j < found; j++) {
                seen |= lexicon.stem(rare[j]) == lexicon.stem(word);
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
        return difference != 0 ? difference < 0 : lexicon.hash(a) < lexicon.hash(b);
    }

    private void pair(int a, int b) {
        long s = lexicon.sound(a);
        long t = lexicon.sound(b);
        add('Q', Hashes.pair(Math.min(s, t), Math.max(s, t)));
    }

    /** A word with any one letter dropped meets the same word with another typo. */
    private void typos(int stem) {
        for (int i = typos.from(stem); i < typos.to(stem); i++) {
            add('D', typos.key(i));
        }
    }

    private void add(char kind, long hash) {
        put("DE".indexOf(kind) >= 0 ? WEAK : STRONG, Hashes.mix(hash + kind * 0x632BE59BD9B4E019L));
    }

    private void addCrossed(long initials, int side) {
        put(CROSSED, Hashes.mix(initials) & -2 | side);
    }

    private void put(long kind, long hash) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = kind << HASH_BITS | hash & (1L << HASH_BITS) - 1;
    }
}
