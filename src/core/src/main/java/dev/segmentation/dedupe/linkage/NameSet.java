package dev.segmentation.dedupe.linkage;

import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All names of a list as numbers, laid out in arrays for the inner loops. An entry is one way to write a name: entry
 * <i>i</i> is the name of node <i>i</i>; further entries stand for trade names (DBA), former names and abbreviations in
 * parentheses, and belong to the node that has them.
 */
public final class NameSet {
    /** A word in parentheses. */
    static final byte BRACKETED = 1;
    /** A town, a state or a country. */
    static final byte PLACE = 2;
    /** A word such as HOLDINGS. */
    static final byte GROUP = 4;
    /** A word that tells a kind of institution, such as CHURCH. */
    static final byte KIND = 8;
    /** A word that excludes others, such as NORTH. */
    static final byte CONTRAST = 16;
    /** A number, or a letter that stands alone. */
    static final byte NUMBER = 32;
    /** A word that tables or numbers may make equal to one that looks quite different. */
    static final byte SPECIAL = 64;

    /** Numbers of a cell: the word, then these. */
    static final int CELL = 6;

    static final int STEM = 1;
    static final int MASK = 2;
    /** A float, as its bits. */
    static final int WEIGHT = 3;
    /** The first letter, the number of letters, and the flags. */
    static final int SHAPE = 4;
    /** The value of a number, -1 if the word is none. */
    static final int VALUE = 5;

    private static final float FIRST_WEIGHT = 1.15f;
    private static final float PLACE_WEIGHT = 0.7f;
    private static final float BRACKETED_WEIGHT = 0.5f;
    private static final float YEAR_WEIGHT = 0.4f;
    private static final int[] ROMAN = {1, 5, 10};
    private static final int LETTER = 1_000_000;

    /** More words than any real name; what follows counts as one more word, so that no name is cut to equal another. */
    static final int MOST_WORDS = 24;

    private static final int[] NONE = {};

    private final Lexicon lexicon;
    private final List<NameNode> nodes;
    private final NameTables tables;
    private int[] owners;
    private int[] starts;
    private int[] words = new int[1024];
    private byte[] flags = new byte[1024];
    private int[] cells;
    private int[] letters;
    private final int[] legalForms;
    private final boolean[] persons;
    private final Map<Integer, int[]> others = new HashMap<>();
    private int entries;
    private int filled;

    /** The names of these nodes, whose indexes are their positions. */
    public NameSet(List<NameNode> nodes, NameTables tables, DedupeModel background) {
        this.lexicon = new Lexicon(tables);
        this.nodes = nodes;
        this.tables = tables;
        this.owners = new int[nodes.size() + 16];
        this.starts = new int[nodes.size() + 17];
        this.legalForms = new int[nodes.size()];
        this.persons = new boolean[nodes.size()];
        for (NameNode node : nodes) {
            legalForms[node.index()] = tables.legalFormClass(node.legalForm());
            persons[node.index()] = node.person();
            add(node.index(), node.key(), node.bracketed(), true);
        }
        for (NameNode node : nodes) {
            for (ParsedName alias : node.aliases()) {
                int[] former = otherEntries(node.index());
                int[] more = Arrays.copyOf(former, former.length + 1);
                more[former.length] = entries;
                others.put(node.index(), more);
                add(node.index(), alias.key(), alias.bracketed(), false);
            }
        }
        lexicon.seal(nodes.size(), background);
        seal();
    }

    /** Works out what each word weighs and tells where it stands, and lays out all that a comparison of words needs. */
    private void seal() {
        cells = new int[filled * CELL];
        letters = new int[entries];
        for (int entry = 0; entry < entries; entry++) {
            for (int p = starts[entry]; p < starts[entry + 1]; p++) {
                boolean first = p == starts[entry];
                int word = words[p];
                letters[entry] += lexicon.word(word).length();
                int number = number(word, first);
                int shape = lexicon.shape(word) | flags[p] | (number >= 0 ? NUMBER : 0);
                float weight = lexicon.weight(word)
                        * ((shape & PLACE) != 0 ? PLACE_WEIGHT : (shape & BRACKETED) != 0 ? BRACKETED_WEIGHT : 1)
                        * (first ? FIRST_WEIGHT : number >= 1900 && number <= 2099 ? YEAR_WEIGHT : 1);
                int cell = p * CELL;
                cells[cell] = word;
                cells[cell + STEM] = lexicon.stem(word);
                cells[cell + MASK] = lexicon.mask(word);
                cells[cell + WEIGHT] = Float.floatToRawIntBits(weight);
                cells[cell + SHAPE] = shape;
                cells[cell + VALUE] = number;
            }
        }
        flags = null;
    }

    /** The value of a number; a letter that stands alone behind a name, as in SERIES B, numbers as well. */
    private int number(int word, boolean first) {
        String text = lexicon.word(word);
        if (first || text.length() != 1 || !Character.isLetter(text.charAt(0))) {
            return lexicon.number(word);
        }
        int roman = "IVX".indexOf(text.charAt(0));
        return roman >= 0 ? ROMAN[roman] : LETTER + text.charAt(0);
    }

    private void add(int owner, String key, long bracketed, boolean counted) {
        if (entries + 1 == starts.length - 1) {
            owners = Arrays.copyOf(owners, owners.length * 2);
            starts = Arrays.copyOf(starts, owners.length + 1);
        }
        owners[entries] = owner;
        List<String> parts = split(key);
        BitSet places = tables.placesIn(parts);
        if (filled + parts.size() > words.length) {
            words = Arrays.copyOf(words, words.length * 2);
            flags = Arrays.copyOf(flags, words.length);
        }
        for (int i = 0; i < parts.size(); i++) {
            boolean fresh = counted && parts.indexOf(parts.get(i)) == i;
            words[filled] = fresh ? lexicon.count(parts.get(i)) : lexicon.id(parts.get(i));
            flags[filled++] = (byte)
                    ((i < Long.SIZE && (bracketed >>> i & 1) == 1 ? BRACKETED : 0) | (places.get(i) ? PLACE : 0));
        }
        starts[++entries] = filled;
    }

    private static List<String> split(String key) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < key.length()) {
            int to = key.indexOf(' ', from);
            if (to < 0 || parts.size() == MOST_WORDS) {
                to = key.length();
            }
            if (to > from) {
                parts.add(key.substring(from, to));
            }
            from = to + 1;
        }
        return parts;
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    /** Whether an entry is a trade name, a former name or an abbreviation of its node. */
    boolean other(int entry) {
        return entry >= nodes.size();
    }

    /** How many entries there are, those of the nodes first. */
    public int entries() {
        return entries;
    }

    /** The entries of a node besides its name, empty for most. */
    int[] otherEntries(int node) {
        return others.getOrDefault(node, NONE);
    }

    int owner(int entry) {
        return owners[entry];
    }

    public int start(int entry) {
        return starts[entry];
    }

    public int end(int entry) {
        return starts[entry + 1];
    }

    /** The word at that position of the common array. */
    public int word(int position) {
        return words[position];
    }

    /** For each position {@link #CELL} numbers, one behind the other so that a comparison meets them in one place. */
    int[] cells() {
        return cells;
    }

    /** Number of the class of legal forms, 0 if the name has none. */
    int legalForm(int node) {
        return legalForms[node];
    }

    boolean person(int node) {
        return persons[node];
    }

    /** Whether similarity must not move the node. */
    boolean locked(int node) {
        return nodes.get(node).locked();
    }

    /** How many letters an entry has, spaces not counted. */
    int letters(int entry) {
        return letters[entry];
    }

    /** The letters of an entry without spaces. */
    void glue(int entry, StringBuilder letters) {
        letters.setLength(0);
        for (int p = starts[entry]; p < starts[entry + 1]; p++) {
            letters.append(lexicon.word(words[p]));
        }
    }
}
