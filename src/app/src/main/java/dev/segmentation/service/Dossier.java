package dev.segmentation.service;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.explain.HistoryEntry;
import dev.segmentation.explain.MasterReasons;
import java.util.List;

/**
 * All that is known of a master.
 *
 * @param row the master and its class
 * @param members its customers, by key
 * @param reasons why they are one company, what resembles it, and how the rules come to its class
 * @param nearIds the ids of the masters of {@link MasterReasons.Reasons#near()}, blank where a name is no master now
 * @param decisions what people decided about it
 * @param keyDecisions what people decided about its customer keys
 * @param history what happened to it, the newest last
 */
public record Dossier(
        MasterRow row,
        List<Customer> members,
        MasterReasons.Reasons reasons,
        List<String> nearIds,
        List<MasterDecision> decisions,
        List<KeyOverride> keyDecisions,
        List<HistoryEntry> history) {
    /** Copies the lists. */
    public Dossier {
        members = List.copyOf(members);
        nearIds = List.copyOf(nearIds);
        decisions = List.copyOf(decisions);
        keyDecisions = List.copyOf(keyDecisions);
        history = List.copyOf(history);
    }
}
