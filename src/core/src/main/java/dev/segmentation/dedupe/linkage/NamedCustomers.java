package dev.segmentation.dedupe.linkage;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.name.ParsedName;
import java.util.List;
import java.util.Map;

/**
 * A customer list, and what people decided about it.
 *
 * @param customers sorted by key, every key once
 * @param names their parsed names, in the same order
 * @param overrides human decisions by customer key
 * @param judgements human verdicts on pairs of names
 */
public record NamedCustomers(
        List<Customer> customers,
        List<ParsedName> names,
        Map<String, KeyOverride> overrides,
        List<MergeJudgement> judgements) {}
