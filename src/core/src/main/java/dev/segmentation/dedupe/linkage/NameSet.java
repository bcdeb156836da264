package dev.segmentation.dedupe.linkage;

import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private static final int[] NONE = {};

    private final List<NameNode> nodes;
    private final NameTables tables;
    private final Map<Integer, int[]> others = new HashMap<>();
    private final LinkedHashMap<String, Integer> ids = new LinkedHashMap<>();
    private int[] counts = new int[1024];
    private byte[] flags = new byte[1024];
    private int filled;
    private int entries;
    final Lexicon lexicon;
    /** By entry its node. */
    int[] owners;
    /** By entry the position of its first word; the words of the next entry begin where they end. */
    int[] starts;
    /** The words of all entries. */
    int[] words = new int[1024];
    /** For each position {@link #CELL} numbers, one behind the other so that a comparison meets them in one place. */
    final int[] cells;
    /** By entry how many letters it has, spaces not counted. */
    final int[] letters;
    /** By node the number of its class of legal forms, 0 if the name has none. */
    final int[] legalForms;
    /** By node whether it reads as a natural person's name. */
    final boolean[] persons;

    /** The names of these nodes, whose indexes are their positions. */
    public NameSet(List<NameNode> nodes, NameTables tables, DedupeModel background) {
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
        lexicon = new Lexicon(tables, ids, counts, nodes.size(), background);
        cells = new int[filled * CELL];
        letters = new int[entries];
        layOut();
        flags = null;
    }

    /** Works out what each word weighs and tells where it stands. */
    private void layOut() {
        for (int entry = 0; entry < entries; entry++) {
            for (int p = starts[entry]; p < starts[entry + 1]; p++) {
                boolean first = p == starts[entry];
                int word = words[p];
                letters[entry] += lexicon.texts[word].length();
                int number = number(word, first);
                int shape = lexicon.shapes[word] | flags[p] | (number >= 0 ? NUMBER : 0);
                float weight = lexicon.weights[word]
                        * ((shape & PLACE) != 0 ? PLACE_WEIGHT : (shape & BRACKETED) != 0 ? BRACKETED_WEIGHT : 1)
                        * (first ? FIRST_WEIGHT : number >= 1900 && number <= 2099 ? YEAR_WEIGHT : 1);
                int cell = p * CELL;
                cells[cell] = word;
                cells[cell + STEM] = lexicon.stems[word];
                cells[cell + MASK] = lexicon.masks[word];
                cells[cell + WEIGHT] = Float.floatToRawIntBits(weight);
                cells[cell + SHAPE] = shape;
                cells[cell + VALUE] = number;
            }
        }
    }

    /** The value of a number; a letter that stands alone behind a name, as in SERIES B, numbers as well. */
    private int number(int word, boolean first) {
        String text = lexicon.texts[word];
        if (first || text.length() != 1 || !Character.isLetter(text.charAt(0))) {
            return lexicon.numbers[word];
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
        List<String> parts = NameNode.words(key);
        BitSet places = tables.placesIn(parts);
        if (filled + parts.size() > words.length) {
            words = Arrays.copyOf(words, words.length * 2);
            flags = Arrays.copyOf(flags, words.length);
        }
        for (int i = 0; i < parts.size(); i++) {
            boolean fresh = counted && parts.indexOf(parts.get(i)) == i;
            words[filled] = id(parts.get(i), fresh ? 1 : 0);
            flags[filled++] = (byte)
                    ((i < Long.SIZE && (bracketed >>> i & 1) == 1 ? BRACKETED : 0) | (places.get(i) ? PLACE : 0));
        }
        starts[++entries] = filled;
    }

    /** The number of a word, which that many more names hold. */
    private int id(String word, int more) {
        Integer known = ids.get(word);
        int id = known == null ? ids.size() : known;
        if (known == null) {
            ids.put(word, id);
            counts = id < counts.length ? counts : Arrays.copyOf(counts, id * 2);
        }
        counts[id] += more;
        return id;
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

    /** Whether similarity must not move the node. */
    boolean locked(int node) {
        return nodes.get(node).locked();
    }

    /** The letters of an entry without spaces. */
    void glue(int entry, StringBuilder letters) {
        letters.setLength(0);
        for (int p = starts[entry]; p < starts[entry + 1]; p++) {
            letters.append(lexicon.texts[words[p]]);
        }
    }
}
