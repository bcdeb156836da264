package dev.segmentation.rest.decision;

import dev.segmentation.suggest.workflow.OpenSuggestion;
import dev.segmentation.suggest.workflow.SuggestionKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A suggestion as the API tells it. */
@Schema(name = "Suggestion")
public record SuggestionInfo(
        @Schema(required = true, description = "Id of the master.") String master,
        @Schema(required = true) String name,
        @Schema(required = true, description = "The most likely first; none where nothing is suggested.")
                List<Offer> offers,
        @Schema(required = true) String said,
        @Schema(required = true) List<Source> sources,
        @Schema(required = true, description = "Changes with what speaks for it; its ETag without quotation marks.")
                String etag) {

    /** Something suggested. */
    @Schema(name = "SuggestionOffer")
    public record Offer(
            @Schema(required = true, description = "1 for the most likely.") int number,
            @Schema(required = true, description = "A group, or a bare host.") String suggested,
            @Schema(required = true) String detail,
            @Schema(required = true) String naics,
            @Schema(required = true) String supportCategory,
            @Schema(required = true, minimum = "0", maximum = "1") double probability) {}

    /** Something that speaks for it. */
    @Schema(name = "SuggestionSource")
    public record Source(@Schema(required = true) String title, @Schema(required = true) String url) {}

    static SuggestionInfo of(OpenSuggestion one) {
        List<Offer> offers = one.offers().stream()
                .map(offer -> new Offer(
                        one.offers().indexOf(offer) + 1,
                        offer.suggested(),
                        offer.detail(),
                        offer.naics(),
                        offer.supportCategory(),
                        offer.probability()))
                .toList();
        return new SuggestionInfo(
                one.masterId(),
                one.canonical(),
                offers,
                one.said(),
                one.sources().stream()
                        .map(source -> new Source(source.title(), source.url()))
                        .toList(),
                one.tag());
    }

    /** What the word means that stands in addresses. */
    static SuggestionKind kind(String word) {
        for (SuggestionKind kind : SuggestionKind.values()) {
            if (kind.label().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind is group or website.");
    }

    /** Which offer a number means; the first where none is sent. */
    static int place(Integer number) {
        int place = number == null ? 1 : number;
        if (place < 1 || place > 3) {
            throw new IllegalArgumentException("number is 1 to 3, not " + place + ".");
        }
        return place;
    }
}
