package dev.segmentation.suggest.workflow;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.files.Sha256;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.PlainText;
import dev.segmentation.table.RowError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of a file of suggestions, as people look at it and answer it.
 *
 * @param offers what is suggested, the most likely first; none where the row abstains
 * @param evidence short hash of what speaks for it
 * @param edited what was changed since it was suggested; then nothing of it may be said to have been suggested
 */
public record OpenSuggestion(
        int rank,
        String masterId,
        String canonical,
        List<Offer> offers,
        String evidence,
        String said,
        List<Evidence> sources,
        boolean claimed,
        Optional<RowError> edited) {
    private static final int SAID = 200;
    private static final int TITLE = 80;
    private static final int ADDRESS = 120;
    private static final int REASON = 600;

    /** Something suggested: a group with its refinements, or a bare host. */
    public record Offer(String suggested, String detail, String naics, String supportCategory, double probability) {
        Classification classification() {
            return new Classification(
                    IndustrialGroup.parse(suggested).orElseThrow(),
                    detail,
                    naics,
                    SupportCategory.parse(supportCategory).orElseThrow());
        }
    }

    public OpenSuggestion {
        offers = List.copyOf(offers);
        sources = List.copyOf(sources);
    }

    /** An entity tag that changes with what is suggested and what speaks for it. */
    public String tag() {
        return Sha256.tag(masterId + "\n" + canonical + "\n" + evidence + "\n" + offers);
    }

    /** Whether something is suggested that is at least that likely. */
    public boolean sure(double probability) {
        return !offers.isEmpty() && offers.get(0).probability() >= probability;
    }

    /** What is suggested in that place, 1 for the most likely. */
    Optional<Offer> offer(int place) {
        return offers.stream().skip(place - 1).findFirst();
    }

    OpenSuggestion withoutOffers() {
        return new OpenSuggestion(rank, masterId, canonical, List.of(), "", "", List.of(), false, edited);
    }

    /** The reason for a decision that accepts an offer, in a text of bounded length. */
    String reason(Offer offer) {
        String accepted =
                String.format(Locale.ROOT, "Suggested with probability %.2f and accepted.", offer.probability());
        return PlainText.line(accepted + evidenceInWords(), REASON);
    }

    /** The reason for a person's own choice where something else, or nothing, was suggested. */
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
        for (Evidence source : sources) {
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
