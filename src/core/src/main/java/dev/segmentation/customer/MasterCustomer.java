package dev.segmentation.customer;

import java.util.List;

/**
 * One company behind one or more customer keys.
 *
 * @param id stable id, {@code M} and ten base-32 characters
 * @param canonical unique upper-case name, the join key of every table
 * @param name the name to show
 * @param members its customers, sorted by key; never empty
 */
public record MasterCustomer(String id, String canonical, String name, List<Customer> members) {

    /** Copies the members, so that a master never changes. */
    public MasterCustomer {
        members = List.copyOf(members);
    }

    /** Whether several keys were joined. */
    public boolean merged() {
        return members.size() > 1;
    }

    /** The latest billing date of any member in ISO form, empty if none has one. */
    public String latestBilling() {
        return members.stream()
                .map(c -> BillingDate.sortable(c.lastBilling()))
                .max(String::compareTo)
                .orElse("");
    }
}
