package dev.segmentation.rules;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Method;
import dev.segmentation.rules.table.Band;

/**
 * What one rule, term, register row or person says about a master.
 *
 * @param classification group, detail, NAICS, support category
 * @param method how it comes to that
 * @param band where it stands
 * @param rank order within the band, lower first: people before rules, a row about the master before a row about one of its keys
 * @param weight order within a group: longer evidence first, then what stands later in the name
 * @param ruleId id of the rule or row
 * @param why the evidence in words
 * @param place file and row of the rule or the cell, empty for people
 * @param human the decision of people behind it, {@code null} if it is a rule's
 */
public record Proposal(
        Classification classification,
        Method method,
        Band band,
        int rank,
        int weight,
        String ruleId,
        String why,
        String place,
        HumanDecision human) {}
