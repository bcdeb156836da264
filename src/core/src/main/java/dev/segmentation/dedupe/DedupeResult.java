package dev.segmentation.dedupe;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.registry.RegistryUpdate;
import java.util.List;

/**
 * The master map.
 *
 * @param masters all masters, sorted by canonical name
 * @param entries one per customer, sorted by customer key
 * @param registry what becomes of the registry
 * @param possibleMerges masters that may be one company, most valuable first
 * @param possibleSplits members that may not belong to their master, most valuable first
 * @param notes what a person should know: verdicts that could not be kept, blocks that were capped
 */
public record DedupeResult(
        List<MasterCustomer> masters,
        List<DedupeEntry> entries,
        RegistryUpdate registry,
        List<ReviewPair> possibleMerges,
        List<ReviewPair> possibleSplits,
        List<String> notes) {
    /** Copies the lists. */
    public DedupeResult {
        masters = List.copyOf(masters);
        entries = List.copyOf(entries);
        possibleMerges = List.copyOf(possibleMerges);
        possibleSplits = List.copyOf(possibleSplits);
        notes = List.copyOf(notes);
    }
}
