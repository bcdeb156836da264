package dev.segmentation.dedupe;

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
 * parentheses, and belong to the node that bears them.
 */
final class NameSet {
    /** A word in parentheses. */
    static final byte BRACKETED = 1;
    /** A town, a state or a country. */
    static final byte PLACE = 2;

    /** More words than any real name; what follows counts as one more word, so that no name is cut to equal another. */
    private static final int MOST_WORDS = 24;

    private static final int[] NONE = {};

    private final Lexicon lexicon;
    private final int nodes;
    private int[] owners;
    private int[] starts;
    private int[] words = new int[1024];
    private byte[] flags = new byte[1024];
    private final int[] legalForms;
    private final boolean[] locked;
    private final boolean[] persons;
    private final Map<Integer, int[]> others = new HashMap<>();
    private int entries;
    private int filled;

    private NameSet(Lexicon lexicon, int nodes) {
        this.lexicon = lexicon;
        this.nodes = nodes;
        this.owners = new int[nodes + 16];
        this.starts = new int[nodes + 17];
        this.legalForms = new int[nodes];
        this.locked = new boolean[nodes];
        this.persons = new boolean[nodes];
    }

    /** The names of these nodes, whose indexes are their positions. */
    static NameSet of(List<NameNode> nodes, NameTables tables, WordCounts background) {
        Lexicon lexicon = new Lexicon(tables);
        NameSet names = new NameSet(lexicon, nodes.size());
        for (NameNode node : nodes) {
            names.addNode(node, tables);
        }
        for (NameNode node : nodes) {
            for (ParsedName alias : node.aliases()) {
                int[] former = names.otherEntries(node.index());
                int[] more = Arrays.copyOf(former, former.length + 1);
                more[former.length] = names.entries;
                names.others.put(node.index(), more);
                names.add(node.index(), alias.key(), alias.bracketed(), tables, false);
            }
        }
        lexicon.seal(nodes.size(), background);
        return names;
    }

    private void addNode(NameNode node, NameTables tables) {
        legalForms[node.index()] = tables.legalFormClass(node.legalForm());
        locked[node.index()] = node.locked();
        persons[node.index()] = node.person();
        add(node.index(), node.key(), node.bracketed(), tables, true);
    }

    private void add(int owner, String key, long bracketed, NameTables tables, boolean counted) {
        if (entries + 1 == starts.length - 1) {
            owners = Arrays.copyOf(owners, owners.length * 2);
            starts = Arrays.copyOf(starts, owners.length + 1);
        }
        owners[entries] = owner;
        List<String> parts = split(key);
        BitSet places = tables.placesIn(parts);
        for (int i = 0; i < parts.size(); i++) {
            if (filled == words.length) {
                words = Arrays.copyOf(words, filled * 2);
                flags = Arrays.copyOf(flags, filled * 2);
            }
            boolean seen = false;
            for (int j = 0; j < i && !seen; j++) {
                seen = parts.get(j).equals(parts.get(i));
            }
            words[filled] = counted && !seen ? lexicon.count(parts.get(i)) : lexicon.id(parts.get(i));
            flags[filled] = (byte)
                    ((i < Long.SIZE && (bracketed >>> i & 1) == 1 ? BRACKETED : 0) | (places.get(i) ? PLACE : 0));
            filled++;
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

    Lexicon lexicon() {
        return lexicon;
    }

    /** How many nodes there are. */
    int nodes() {
        return nodes;
    }

    /** How many entries there are, those of the nodes first. */
    int entries() {
        return entries;
    }

    /** The entries of a node besides its name, empty for most. */
    int[] otherEntries(int node) {
        return others.getOrDefault(node, NONE);
    }

    int owner(int entry) {
        return owners[entry];
    }

    int start(int entry) {
        return starts[entry];
    }

    int end(int entry) {
        return starts[entry + 1];
    }

    /** The word at that position of the common array. */
    int word(int position) {
        return words[position];
    }

    byte flags(int position) {
        return flags[position];
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
        return locked[node];
    }

    /** The letters of an entry without spaces. */
    void glue(int entry, StringBuilder letters) {
        letters.setLength(0);
        for (int p = starts[entry]; p < starts[entry + 1]; p++) {
            letters.append(lexicon.word(words[p]));
        }
    }
}
