package dev.segmentation.suggest.desk;

import dev.segmentation.decision.Tag;
import java.util.List;

/**
 * A suggestion as people look at it.
 *
 * @param rank its rank in the file
 * @param masterId id of the master
 * @param canonical its canonical name when the suggestion was made
 * @param offers what is suggested, the most likely first; none where nothing is
 * @param said what is said for it in words, may be blank
 * @param sources what speaks for it
 * @param tag changes with what is suggested and what speaks for it
 */
public record OpenSuggestion(
        int rank,
        String masterId,
        String canonical,
        List<Offer> offers,
        String said,
        List<Source> sources,
        String tag) {

    /** Something suggested: a group with its refinements, or a bare host. */
    public record Offer(String suggested, String detail, String naics, String supportCategory, double probability) {}

    /** Something that speaks for it. */
    public record Source(String title, String url) {}

    /** Copies the lists. */
    public OpenSuggestion {
        offers = List.copyOf(offers);
        sources = List.copyOf(sources);
    }

    static OpenSuggestion of(SuggestedRow row) {
        List<Offer> offers = row.offers().stream()
                .map(offer -> new Offer(
                        offer.suggested(),
                        offer.classification().detail(),
                        offer.classification().naics(),
                        offer.classification().support().label(),
                        offer.probability()))
                .toList();
        List<Source> sources = row.sources().stream()
                .filter(source -> !source.title().isEmpty() || !source.url().isEmpty())
                .map(source -> new Source(source.title(), source.url()))
                .toList();
        String tag = Tag.of(row.masterId() + "\n" + row.canonical() + "\n" + row.evidence() + "\n" + offers);
        return new OpenSuggestion(row.rank(), row.masterId(), row.canonical(), offers, row.said(), sources, tag);
    }

    /** Whether something is suggested that is at least that likely. */
    public boolean sure(double probability) {
        return !offers.isEmpty() && offers.get(0).probability() >= probability;
    }
}
