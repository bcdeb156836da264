package dev.segmentation.run;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.customer.Status;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.master.MasterDirectory;
import dev.segmentation.rules.HumanDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What people decided, by the master it is about. Decisions that fit no present master are noted, never dropped silently. */
final class HumanDecisions {
    /** Every month's batch replaces some of those before. */
    private static final int SHOWN = 5;

    private final Map<String, List<HumanDecision>> byMaster = new HashMap<>();
    private final Map<String, String> websites = new HashMap<>();
    private final Consumer<String> notes;

    HumanDecisions(Governance governance, MasterDirectory index, Consumer<String> notes) {
        this.notes = notes;
        governance.websites().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> index.find(e.getKey())
                        .ifPresentOrElse(
                                master -> websites.put(master.id(), e.getValue()),
                                () -> noMaster(GovernanceFiles.WEBSITES, e.getKey())));
        addNewest(governance.segmentOverrides(), index);
        governance.keyOverrides().values().stream()
                .sorted(Comparator.comparing(KeyOverride::key))
                .forEach(override -> add(override, index));
    }

    private void noMaster(String where, String name) {
        notes.accept(where + ": no master is named " + name + "; the row has no effect now and is kept.");
    }

    /** Of several decisions of one kind about one master the newest counts; the others are noted. */
    private void addNewest(List<MasterDecision> overrides, MasterDirectory index) {
        Map<String, MasterDecision> manual = new LinkedHashMap<>();
        Map<String, MasterDecision> batch = new LinkedHashMap<>();
        int replaced = 0;
        for (MasterDecision override :
                overrides.stream().sorted(MasterDecision.NEWEST_LAST).toList()) {
            Optional<MasterCustomer> master = index.find(override.masterId(), override.canonical());
            if (master.isEmpty()) {
                noMaster(where(override), override.canonical());
                continue;
            }
            MasterDecision former =
                    (override.manual() ? manual : batch).put(master.get().id(), override);
            if (former != null && ++replaced <= SHOWN) {
                notes.accept(where(former) + ": replaced by the newer line " + override.line() + " about "
                        + master.get().canonical() + ".");
            }
        }
        if (replaced > SHOWN) {
            notes.accept((replaced - SHOWN)
                    + " more decisions are replaced by newer ones; `segmenter reconcile` lists them.");
        }
        batch.forEach((id, decision) -> add(id, HumanDecision.Kind.BATCH, decision));
        manual.forEach((id, decision) -> add(id, HumanDecision.Kind.MANUAL, decision)); // its website counts last
    }

    private static String where(MasterDecision override) {
        return GovernanceFiles.SEGMENTS + ":" + override.line();
    }

    private void add(String masterId, HumanDecision.Kind kind, MasterDecision decision) {
        String why = decision.why() + " (" + where(decision) + ")";
        put(masterId, new HumanDecision(kind, decision.status(), decision.classification(), decision.method(), why));
        if (!decision.website().isEmpty()) {
            websites.put(masterId, decision.website());
        }
    }

    private void add(KeyOverride override, MasterDirectory index) {
        String where = GovernanceFiles.MANUAL + ":" + override.line();
        Optional<MasterCustomer> master = index.ofCustomer(override.key());
        if (master.isEmpty()) {
            notes.accept(
                    where + ": no customer has the key " + override.key() + "; the row has no effect now and is kept.");
        } else if (override.segment() != null) {
            String why = "manual segment \"" + override.segmentWord() + "\" of customer key " + override.key()
                    + (override.notes().isBlank() ? "" : ", " + override.notes()) + " (" + where + ")";
            Classification meaning = new Classification(override.segment(), "", "", override.support());
            put(master.get().id(), new HumanDecision(HumanDecision.Kind.KEY, Status.FINAL, meaning, null, why));
        }
    }

    private void put(String masterId, HumanDecision decision) {
        byMaster.computeIfAbsent(masterId, id -> new ArrayList<>()).add(decision);
    }

    /** By the id of the master that they are about. */
    Map<String, List<HumanDecision>> byMaster() {
        return byMaster;
    }

    /** Official hosts by the id of their master. */
    Map<String, String> websites() {
        return websites;
    }
}
