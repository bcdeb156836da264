package dev.segmentation.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.linkage.PairScorer;
import dev.segmentation.name.ParsedName;

/**
 * Where one customer key went, and why.
 *
 * @param customer the customer
 * @param name its name, understood
 * @param master the master it belongs to
 * @param segmentSource the text whose words are evidence for its class
 * @param evidence that text, understood
 * @param initialClean its own cleaned core before any merge, {@code (Override)} where people named its master
 * @param type how it was treated, several joined by {@code ", "}, blank if nothing was done
 * @param similarity to the name that brought it in, in [0, 1]; {@code NaN} where no score was involved
 * @param reason the same in a sentence
 */
public record DedupeEntry(
        Customer customer,
        ParsedName name,
        MasterCustomer master,
        String segmentSource,
        ParsedName evidence,
        String initialClean,
        String type,
        double similarity,
        String reason) {
    /** The similarity with three decimals, blank where no score was involved. */
    public String similarityText() {
        return Double.isNaN(similarity) ? "" : PairScorer.text(similarity);
    }
}
