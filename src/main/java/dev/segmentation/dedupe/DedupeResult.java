package dev.segmentation.dedupe;

import dev.segmentation.customer.MasterCustomer;
import java.util.List;

/**
 * The master map.
 *
 * @param masters all masters, sorted by canonical name
 * @param entries one per customer, sorted by customer key
 * @param registry what becomes of the registry
 * @param notes what a person should know: verdicts that could not be kept, blocks that were capped
 */
public record DedupeResult(
        List<MasterCustomer> masters, List<DedupeEntry> entries, RegistryUpdate registry, List<String> notes) {
    /** Copies the lists. */
    public DedupeResult {
        masters = List.copyOf(masters);
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }
}
