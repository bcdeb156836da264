package dev.segmentation.name;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chains whose sites are billed one by one: whole leading words of a name, and the master they all belong to. TARGETED
 * does not begin with the word TARGET, and UPSTATE not with UPS; HARDEE COUNTY and PUBLIC STORAGE PARTNERS are no sites of
 * a chain. A chain whose name is a common word counts only as the
 * whole name, or when nothing but a place follows: AMAZON LEXINGTON is Amazon, AMAZON HERB is not.
 */
public final class Chains {
    private final WordFold fold;
    private final PhraseTrie<Chain> prefixes = new PhraseTrie<>();
    private final PhraseTrie<Boolean> places = new PhraseTrie<>();
    private final Set<String> masters = new HashSet<>();
    private final Predicate<String> otherCompany;

    private record Chain(String master, boolean whole, String first) {}

    /** No chains yet; {@code otherCompany} tells words that make what follows a chain's name a company of its own. */
    Chains(WordFold fold, Predicate<String> otherCompany) {
        this.fold = fold;
        this.otherCompany = otherCompany;
    }

    void add(List<String> words, boolean whole, String master) {
        masters.add(master);
        prefixes.add(words.stream().map(fold::fold).toList(), new Chain(master, whole, fold.expand(words.get(0))));
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
        if (core.isEmpty() || !prefixes.startsWith(fold.fold(core.get(0)))) {
            return null;
        }
        List<String> words = core.stream().map(fold::fold).toList();
        int[] longest = {0};
        String[] master = {null};
        prefixes.matchesAt(words, 0, (chain, length) -> {
            boolean site = chain.whole()
                    ? onlyPlaces(words, length)
                    : core.subList(length, core.size()).stream().noneMatch(otherCompany);
            if (length > longest[0] && site && fold.expand(core.get(0)).equals(chain.first())) {
                longest[0] = length;
                master[0] = chain.master();
            }
        });
        return master[0];
    }

    /** Whether some chain's customers get this master name. */
    public boolean isMaster(String name) {
        return masters.contains(name);
    }

    private boolean onlyPlaces(List<String> words, int start) {
        int next = start;
        while (next < words.size()) {
            PhraseTrie<Boolean> place = places.longestAt(words, next);
            if (place == null) {
                return false;
            }
            next += place.length();
        }
        return true;
    }
}
