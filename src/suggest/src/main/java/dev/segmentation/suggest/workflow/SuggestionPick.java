package dev.segmentation.suggest.workflow;

/**
 * A suggestion that somebody picked.
 *
 * @param place 1 for what is suggested first, 2 and 3 for the groups after that
 */
public record SuggestionPick(int rank, int place) {
    @Override
    public String toString() {
        return place == 1 ? Integer.toString(rank) : rank + ":" + place;
    }
}
