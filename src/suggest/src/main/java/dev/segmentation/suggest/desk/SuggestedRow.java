package dev.segmentation.suggest.desk;

import dev.segmentation.customer.Classification;
import dev.segmentation.suggest.text.PlainText;
import dev.segmentation.table.RowError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of a file of suggestions.
 *
 * @param rank its rank
 * @param masterId id of the master
 * @param canonical its canonical name when the suggestion was made
 * @param offers what is suggested, the most likely first; none where the row abstains
 * @param evidence short hash of what speaks for it
 * @param said what the row says for it in words, may be blank
 * @param sources titles and addresses of what speaks for it
 * @param claimed whether a language model alone names the first group
 * @param edited what was changed since it was suggested; then nothing of it may be said to have been suggested
 */
record SuggestedRow(
        int rank,
        String masterId,
        String canonical,
        List<Offer> offers,
        String evidence,
        String said,
        List<Source> sources,
        boolean claimed,
        Optional<RowError> edited) {
    private static final int SAID = 200;
    private static final int TITLE = 80;
    private static final int ADDRESS = 120;
    private static final int REASON = 600;

    /**
     * Something suggested.
     *
     * @param suggested name of the group, or the bare host
     * @param classification what would be decided; unknown for a website
     * @param probability chance that it is right
     */
    record Offer(String suggested, Classification classification, double probability) {}

    /** Something that speaks for it. */
    record Source(String title, String url) {}

    SuggestedRow {
        offers = List.copyOf(offers);
        sources = List.copyOf(sources);
    }

    /** The row of a master for which nothing that can be relied on is suggested. */
    SuggestedRow bare() {
        return new SuggestedRow(rank, masterId, canonical, List.of(), "", "", List.of(), false, edited);
    }

    /** Who speaks for it, in a text of bounded length. */
    String reason(Offer offer) {
        StringBuilder reason = new StringBuilder(
                String.format(Locale.ROOT, "Suggested with probability %.2f and accepted.", offer.probability()));
        return PlainText.line(reason.append(evidenceInWords()).toString(), REASON);
    }

    /** Why a person's own choice stands where something else, or nothing, was suggested. */
    String reasonOfChoice() {
        if (edited.isPresent()) {
            return "Chosen by a person; the suggestion had been changed by hand.";
        }
        String instead = offers.isEmpty()
                ? "nothing was suggested."
                : String.format(
                        Locale.ROOT,
                        "%s was suggested with probability %.2f.",
                        offers.get(0).suggested(),
                        offers.get(0).probability());
        return PlainText.line("Chosen by a person; " + instead + evidenceInWords(), REASON);
    }

    private String evidenceInWords() {
        List<String> named = new ArrayList<>();
        for (Source source : sources) {
            String title = PlainText.line(source.title(), TITLE);
            String url = source.url().matches("https?://\\S+") ? PlainText.line(source.url(), ADDRESS) : "";
            String both = title + (title.isEmpty() || url.isEmpty() ? url : " (" + url + ")");
            if (!both.isEmpty()) {
                named.add(both);
            }
        }
        return (said.isEmpty() ? "" : " " + PlainText.line(said, SAID))
                + (named.isEmpty() ? "" : " Sources: " + String.join("; ", named));
    }
}
