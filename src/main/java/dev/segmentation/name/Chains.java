package dev.segmentation.name;

import java.util.AbstractList;
import java.util.List;

/**
 * Chains whose sites are billed one by one: whole leading words of a name, and the master they all belong to. TARGETED
 * does not begin with the word TARGET, and UPSTATE not with UPS. A chain whose name is a common word counts only as the
 * whole name, or when nothing but a place follows: AMAZON LEXINGTON is Amazon, AMAZON HERB is not.
 */
public final class Chains {
    private final WordFold fold;
    private final PhraseTrie<Chain> prefixes = new PhraseTrie<>();

    private final PhraseTrie<Boolean> places = new PhraseTrie<>();

    private record Chain(String master, boolean whole) {}

    Chains(WordFold fold) {
        this.fold = fold;
    }

    void add(List<String> foldedWords, boolean whole, String master) {
        prefixes.add(foldedWords, new Chain(master, whole));
    }

    void addPlace(List<String> foldedWords) {
        places.add(foldedWords, true);
    }

    /**
     * The chain that the name begins with, or is, depending on the chain's own row.
     *
     * @param core words of the name, not folded
     * @return display name of the chain's master, {@code null} if the name belongs to no chain
     */
    public String master(List<String> core) {
        List<String> words = folded(core);
        int[] longest = {0};
        String[] master = {null};
        prefixes.matchesAt(words, 0, (chain, length) -> {
            if (length > longest[0] && (!chain.whole() || onlyPlaces(words, length))) {
                longest[0] = length;
                master[0] = chain.master();
            }
        });
        return master[0];
    }

    private boolean onlyPlaces(List<String> words, int start) {
        int next = start;
        while (next < words.size()) {
            PhraseTrie.Hit<Boolean> place = places.longestAt(words, next);
            if (place == null) {
                return false;
            }
            next += place.length();
        }
        return true;
    }

    /** Folds a word only when it is looked at: a chain is told by the first few. */
    private List<String> folded(List<String> core) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return fold.fold(core.get(index));
            }

            @Override
            public int size() {
                return core.size();
            }
        };
    }
}
