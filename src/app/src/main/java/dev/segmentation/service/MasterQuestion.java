package dev.segmentation.service;

import dev.segmentation.customer.Confidence;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;

/**
 * Which masters are looked for, and in which order. What is {@code null} does not matter.
 *
 * @param text words of a name in any order, each at least its beginning; also a customer key or a master id
 * @param group industrial group
 * @param method how it was decided
 * @param confidence how sure it is
 * @param status of the decision
 * @param conflict whether groups of equal standing speak for it
 * @param website whether its website is known
 * @param order by what to sort
 * @param descending whether the last comes first
 */
public record MasterQuestion(
        String text,
        IndustrialGroup group,
        Method method,
        Confidence confidence,
        Status status,
        Boolean conflict,
        Boolean website,
        Order order,
        boolean descending) {
    /** By what masters are sorted; those that are equal, by name. */
    public enum Order {
        /** By the name that is shown. */
        NAME,
        /** By how many customer keys they have. */
        KEYS,
        /** By the name of the group. */
        GROUP,
        /** By the latest billing date; none comes before all. */
        BILLING
    }

    boolean fits(MasterInfo row) {
        return (group == null || group.label().equals(row.group()))
                && (method == null || method.label().equals(row.method()))
                && (confidence == null || confidence.label().equals(row.confidence()))
                && (status == null || status.label().equals(row.status()))
                && (conflict == null || conflict == row.conflict())
                && (website == null || website == !row.website().isEmpty());
    }
}
