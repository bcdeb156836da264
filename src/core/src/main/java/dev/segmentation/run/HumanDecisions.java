package dev.segmentation.run;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.customer.Status;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.master.MasterIndex;
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
public final class HumanDecisions {
    /** Every month's batch replaces some of those before. */
    private static final int SHOWN = 5;

    private final Map<String, List<HumanDecision>> byMaster = new HashMap<>();
    private final Map<String, String> websites = new HashMap<>();
    private final Consumer<String> notes;

    public HumanDecisions(Governance governance, MasterIndex index, Consumer<String> notes) {
        this.notes = notes;
        governance.websites().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> index.find(e.getKey())
                        .ifPresentOrElse(
                                master -> websites.put(master.id(), e.getValue()),
                                () -> noMaster(GovernanceFiles.WEBSITES, e.getKey())));
        newest(governance.segmentOverrides(), index).stream()
                .sorted(Comparator.comparing(
                        meant -> meant.override().manual())) // its website counts last, so it stays
                .forEach(this::add);
        governance.keyOverrides().values().stream()
                .sorted(Comparator.comparing(KeyOverride::key))
                .forEach(override -> add(override, index));
    }

    private void noMaster(String where, String name) {
        notes.accept(where + ": no master is named " + name + "; the row has no effect now and is kept.");
    }

    /** A decision and the master that it means, whichever of its names it uses. */
    private record Meant(MasterDecision override, MasterCustomer master) {
        String scope() {
            return master.id() + (override.manual() ? " manual" : " batch");
        }
    }

    /** Of several decisions of one kind about one master the newest counts; the others are noted. */
    private List<Meant> newest(List<MasterDecision> overrides, MasterIndex index) {
        Map<String, Meant> newest = new LinkedHashMap<>();
        int replaced = 0;
        for (MasterDecision override :
                overrides.stream().sorted(MasterDecision.NEWEST_LAST).toList()) {
            Optional<MasterCustomer> master = index.find(override.masterId(), override.canonical());
            if (master.isEmpty()) {
                noMaster(where(override), override.canonical());
                continue;
            }
            Meant meant = new Meant(override, master.get());
            Meant former = newest.put(meant.scope(), meant);
            if (former != null && ++replaced <= SHOWN) {
                notes.accept(where(former.override()) + ": replaced by the newer line " + override.line() + " about "
                        + master.get().canonical() + ".");
            }
        }
        if (replaced > SHOWN) {
            notes.accept((replaced - SHOWN)
                    + " more decisions are replaced by newer ones; `segmenter reconcile` lists them.");
        }
        return List.copyOf(newest.values());
    }

    private static String where(MasterDecision override) {
        return GovernanceFiles.SEGMENTS + ":" + override.line();
    }

    private void add(Meant meant) {
        MasterDecision override = meant.override();
        String why = override.why() + " (" + where(override) + ")";
        HumanDecision.Kind kind = override.manual() ? HumanDecision.Kind.MANUAL : HumanDecision.Kind.BATCH;
        put(
                meant.master(),
                new HumanDecision(kind, override.status(), override.classification(), override.method(), why));
        if (!override.website().isEmpty()) {
            websites.put(meant.master().id(), override.website());
        }
    }

    private void add(KeyOverride override, MasterIndex index) {
        String where = GovernanceFiles.MANUAL + ":" + override.line();
        Optional<MasterCustomer> master = index.ofCustomer(override.key());
        if (master.isEmpty()) {
            notes.accept(
                    where + ": no customer has the key " + override.key() + "; the row has no effect now and is kept.");
        } else if (override.segment() != null) {
            String why = "manual segment \"" + override.segmentWord() + "\" of customer key " + override.key()
                    + (override.notes().isBlank() ? "" : ", " + override.notes()) + " (" + where + ")";
            Classification meaning = new Classification(override.segment(), "", "", override.support());
            put(master.get(), new HumanDecision(HumanDecision.Kind.KEY, Status.FINAL, meaning, null, why));
        }
    }

    private void put(MasterCustomer master, HumanDecision decision) {
        byMaster.computeIfAbsent(master.id(), id -> new ArrayList<>()).add(decision);
    }

    public List<HumanDecision> about(MasterCustomer master) {
        return byMaster.getOrDefault(master.id(), List.of());
    }

    public String website(MasterCustomer master) {
        return websites.getOrDefault(master.id(), "");
    }
}
