package dev.segmentation.decision.file;

import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MergeJudgement;
import java.util.List;
import java.util.Map;

/**
 * All decisions of people that a run has to honour.
 *
 * @param keyOverrides by customer key
 * @param judgements on pairs of names, in file order
 * @param segmentOverrides on masters, in file order; of several about one master the newest counts
 * @param websites the official host by canonical name
 */
public record Governance(
        Map<String, KeyOverride> keyOverrides,
        List<MergeJudgement> judgements,
        List<MasterDecision> segmentOverrides,
        Map<String, String> websites) {

    /** People have decided nothing. */
    public static final Governance NONE = new Governance(Map.of(), List.of(), List.of(), Map.of());

    /** Copies everything. */
    public Governance {
        keyOverrides = Map.copyOf(keyOverrides);
        judgements = List.copyOf(judgements);
        segmentOverrides = List.copyOf(segmentOverrides);
        websites = Map.copyOf(websites);
    }
}
