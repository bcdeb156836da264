package dev.segmentation.service;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.explain.Explanation;
import dev.segmentation.explain.History;
import dev.segmentation.explain.HistoryEntry;
import dev.segmentation.explain.MasterReasons;
import dev.segmentation.explain.RunLog;
import dev.segmentation.files.FileStamp;
import dev.segmentation.history.Snapshots;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.Trace;
import dev.segmentation.run.MasterBase;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is known of a master: why its customers are one company, how the rules come to its class, what people decided. The
 * tables of a run are read when somebody first asks about one of its masters; decisions anew when their files change.
 */
final class MasterDetails {
    private static final int MEMBERS = 10_000;
    private static final int HISTORY = 1_000;

    private final SegmentationService service;
    private String logOf = "";
    private RunLog log;
    private Known known;

    MasterDetails(SegmentationService service) {
        this.service = service;
    }

    /** What is known as long as run, rules and decisions stay as they are. */
    private record Known(
            CurrentRun run,
            RuleCatalog rules,
            Map<String, FileStamp> decisions,
            MasterBase base,
            MasterReasons reasons,
            History history,
            Map<String, List<MasterDecision>> overrides,
            Map<String, KeyOverride> keyOverrides,
            Map<String, String> ids) {}

    synchronized Optional<MasterDetail> of(CurrentRun run, String id) {
        return run.master(id).map(master -> of(known(run), master));
    }

    private static MasterDetail of(Known all, MasterInfo master) {
        List<Customer> customers = all.run().members(master.id());
        Explanation.Reasons reasons = all.reasons().of(master.canonical());
        Trace how = reasons.how();
        List<HistoryEntry> history = history(all, master.id());
        return new MasterDetail(
                all.run().runId(),
                master,
                customers.size(),
                members(customers, reasons),
                reasons.near().stream()
                        .map(near -> new MasterDetail.Near(
                                all.ids().getOrDefault(near.canonical(), ""),
                                near.canonical(),
                                near.score(),
                                near.why()))
                        .toList(),
                reasons.vetoed(),
                reasons.verdicts(),
                all.overrides().getOrDefault(master.id(), List.of()).stream()
                        .map(MasterDetail.Decision::of)
                        .toList(),
                customers.stream()
                        .map(customer -> all.keyOverrides().get(customer.key()))
                        .filter(Objects::nonNull)
                        .map(MasterDetail.KeyDecision::of)
                        .toList(),
                new MasterDetail.How(how.readAs(), how.phrases(), how.fired(), how.proposals()),
                history.subList(Math.max(0, history.size() - HISTORY), history.size()));
    }

    private static List<MasterDetail.Member> members(List<Customer> customers, Explanation.Reasons reasons) {
        Map<String, Explanation.Member> known = new HashMap<>();
        reasons.members().forEach(one -> known.put(one.key(), one));
        return customers.stream()
                .limit(MEMBERS)
                .map(one -> {
                    Explanation.Member why = known.get(one.key());
                    return new MasterDetail.Member(
                            one.key(),
                            one.number(),
                            one.name(),
                            one.source(),
                            one.lastBilling(),
                            why == null ? "" : why.type(),
                            why == null ? "" : why.similarity(),
                            why == null ? "" : why.reason());
                })
                .toList();
    }

    private static List<HistoryEntry> history(Known all, String id) {
        return all.history()
                .about(id, all.rules().parser(), Optional.of(all.base().index()))
                .entries();
    }

    private Known known(CurrentRun run) {
        RunSettings settings = service.settings();
        RuleCatalog rules = service.rules();
        Map<String, FileStamp> now = stamps(settings.input());
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

    /** The present states of the files of a folder by name; none if it cannot be read. */
    private static Map<String, FileStamp> stamps(Path folder) {
        Map<String, FileStamp> files = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path entry : entries) {
                files.put(entry.getFileName().toString(), FileStamp.read(entry));
            }
        } catch (IOException e) {
            files.clear();
        }
        return files;
    }

    private MasterReasons reasons(CurrentRun run, RuleCatalog rules, MasterBase base) {
        return known != null && known.run() == run && known.rules() == rules
                ? known.reasons().decided(base)
                : new MasterReasons(service.settings(), rules, log(run), base);
    }

    private RunLog log(CurrentRun run) {
        if (!logOf.equals(run.runId())) {
            log = read(run.runId());
            logOf = run.runId();
        }
        return log;
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
