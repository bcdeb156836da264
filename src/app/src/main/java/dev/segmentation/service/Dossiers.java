package dev.segmentation.service;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.explain.History;
import dev.segmentation.explain.HistoryEntry;
import dev.segmentation.explain.MasterReasons;
import dev.segmentation.explain.RunLog;
import dev.segmentation.history.Snapshots;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.run.MasterBase;
import dev.segmentation.workspace.RunSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of a master: why its customers are one company, how the rules come to its class, what people decided. The
 * tables of a run are read when somebody first asks about one of its masters; decisions anew when their files change.
 */
final class Dossiers {
    private final SegmentationService service;
    private Log log = new Log("", null);
    private Known known;

    Dossiers(SegmentationService service) {
        this.service = service;
    }

    private record Log(String runId, RunLog tables) {}

    /** What is known as long as run, rules and decisions stay as they are. */
    private record Known(
            CurrentRun run,
            RuleCatalog rules,
            FolderStamp decisions,
            MasterBase base,
            MasterReasons reasons,
            History history,
            Map<String, List<MasterDecision>> overrides,
            Map<String, KeyOverride> keyOverrides,
            Map<String, String> ids) {}

    synchronized Optional<Dossier> of(CurrentRun run, String id) {
        return run.master(id).map(row -> of(known(run), row));
    }

    private Dossier of(Known all, MasterRow row) {
        List<Customer> members = all.run().members(row.id());
        MasterReasons.Reasons reasons = all.reasons().of(row.canonical());
        return new Dossier(
                row,
                members,
                reasons,
                reasons.near().stream()
                        .map(near -> all.ids().getOrDefault(near.canonical(), ""))
                        .toList(),
                all.overrides().getOrDefault(row.id(), List.of()),
                members.stream()
                        .map(member -> all.keyOverrides().get(member.key()))
                        .filter(one -> one != null)
                        .toList(),
                history(all, row.id()));
    }

    private List<HistoryEntry> history(Known all, String id) {
        return all.history()
                .about(id, all.rules().parser(), Optional.of(all.base().index()))
                .entries();
    }

    private Known known(CurrentRun run) {
        RunSettings settings = service.settings();
        RuleCatalog rules = service.rules();
        FolderStamp now = FolderStamp.of(settings.input());
        if (known == null
                || known.run() != run
                || known.rules() != rules
                || !known.decisions().equals(now)) {
            MasterBase base = service.masters(note -> {});
            Governance governance = settings.governance(error -> {}, note -> {});
            known = new Known(
                    run,
                    rules,
                    now,
                    base,
                    reasons(run, rules, base),
                    new History(settings, note -> {}),
                    overrides(governance, base),
                    governance.keyOverrides(),
                    known != null && known.run() == run ? known.ids() : ids(run));
        }
        return known;
    }

    private MasterReasons reasons(CurrentRun run, RuleCatalog rules, MasterBase base) {
        return known != null && known.run() == run && known.rules() == rules
                ? known.reasons().decided(base)
                : new MasterReasons(service.settings(), rules, log(run), base);
    }

    private RunLog log(CurrentRun run) {
        if (!log.runId().equals(run.runId())) {
            log = new Log(run.runId(), read(run.runId()));
        }
        return log.tables();
    }

    /** The tables in the output folder if they are of that run, else those that were kept of it. */
    private RunLog read(String runId) {
        Snapshots snapshots = new Snapshots(service.settings().output());
        RunLog tables = RunLog.read(service.settings().output());
        return snapshots.placed().equals(runId)
                ? tables
                : snapshots.kept(runId).map(kept -> RunLog.read(kept.folder())).orElse(tables);
    }

    private static Map<String, String> ids(CurrentRun run) {
        Map<String, String> ids = new HashMap<>();
        run.masters().forEach(master -> ids.put(master.canonical(), master.id()));
        return ids;
    }

    private static Map<String, List<MasterDecision>> overrides(Governance governance, MasterBase base) {
        Map<String, List<MasterDecision>> overrides = new HashMap<>();
        for (MasterDecision one : governance.segmentOverrides()) {
            Optional<MasterCustomer> master =
                    one.masterId().isEmpty() ? Optional.empty() : base.index().called(one.masterId());
            master.or(() -> base.index().called(one.canonical())).ifPresent(found -> overrides
                    .computeIfAbsent(found.id(), id -> new ArrayList<>(1))
                    .add(one));
        }
        return overrides;
    }
}
