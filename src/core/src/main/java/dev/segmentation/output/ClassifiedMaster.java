package dev.segmentation.output;

import dev.segmentation.customer.Decision;
import dev.segmentation.customer.MasterCustomer;
import java.util.List;

/**
 * A master and its decision.
 *
 * @param master the master
 * @param decision its one decision
 * @param website its official host, may be blank
 * @param exampleNames some of its original names, the most frequent first
 */
public record ClassifiedMaster(MasterCustomer master, Decision decision, String website, List<String> exampleNames) {
    /** Copies the names. */
    public ClassifiedMaster {
        exampleNames = List.copyOf(exampleNames);
    }
}
