package dev.segmentation.service;

import dev.segmentation.customer.Customer;
import dev.segmentation.history.Snapshot;
import dev.segmentation.history.Snapshots;
import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.output.Worklist;
import dev.segmentation.run.ClassifiedBase;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One run as readers see it: all of it or nothing of it. Never changes. */
public final class CurrentRun {
    private static final int TRIES = 3;
    private static final TableSpec MEMBERS = TableSpec.of("Customer Key", "Original Name", "Master Id")
            .with("Customer Number", "Source", "Last Billing Date (Any Stream)");

    private final String runId;
    private final List<ClassifiedMaster> classified;
    private final List<MasterInfo> masters;
    private final MasterMembers members;
    private final List<WorklistRow> worklist;
    private final Object finding = new Object();
    private volatile MasterFinder finder;

    private CurrentRun(
            String runId,
            List<ClassifiedMaster> classified,
            List<MasterInfo> masters,
            MasterMembers members,
            List<WorklistRow> worklist) {
        this.runId = runId;
        this.classified = classified;
        this.masters = List.copyOf(masters);
        this.members = members;
        this.worklist = List.copyOf(worklist);
    }

    /**
     * What a run has just made.
     *
     * @param base all masters as it classified them
     * @param former the run before, of which equal parts are taken over, {@code null} if there was none
     */
    static CurrentRun of(String runId, ClassifiedBase base, CurrentRun former) {
        List<ClassifiedMaster> classified = base.masters();
        boolean same = former != null && sameMasters(classified, former.classified);
        List<MasterInfo> masters = new ArrayList<>(classified.size());
        for (int i = 0; i < classified.size(); i++) {
            boolean known = same && classified.get(i) == former.classified.get(i);
            masters.add(known ? former.masters.get(i) : MasterInfo.of(classified.get(i)));
        }
        MasterMembers members = same
                ? former.members
                : new MasterMembers(
                        classified.stream().map(one -> one.master().id()).toList(),
                        classified.stream().map(one -> one.master().members()).toList());
        List<WorklistRow> worklist = new ArrayList<>();
        base.worklist().forEach(one -> worklist.add(WorklistRow.of(worklist.size() + 1, one)));
        return new CurrentRun(runId, classified, masters, members, worklist);
    }

    /** Whether both are about the very same masters, in whatever classes. */
    private static boolean sameMasters(List<ClassifiedMaster> some, List<ClassifiedMaster> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i).master() == others.get(i).master();
        }
        return same;
    }

    /**
     * The run whose files stand in the output folder; where that one only deduped, the last one that classified and is kept;
     * nothing if there is none.
     *
     * @throws TableException if its files cannot be read, or change all the time
     */
    static Optional<CurrentRun> read(Path output) {
        Snapshots snapshots = new Snapshots(output);
        for (int i = 0; i < TRIES; i++) {
            String runId = snapshots.placed();
            Optional<CurrentRun> run = files(output, runId, snapshots).map(CurrentRun::read);
            if (snapshots.placed().equals(runId)) {
                return run;
            }
        }
        throw new TableException("The files in " + output + " are replaced again and again. Try again later.");
    }

    /** A dedupe leaves the classes of the run before beside its own map; only the manifest tells them apart. */
    private static Optional<Snapshot> files(Path output, String runId, Snapshots snapshots) {
        Snapshot placed = new Snapshot(output, runId, true);
        if (runId.isEmpty() || !placed.classified()) {
            return Optional.empty();
        }
        if (placed.wrote(placed.masters())) {
            return Optional.of(placed);
        }
        List<Snapshot> kept = snapshots.list().stream()
                .filter(one -> one.placed() && one.classified())
                .toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
    }

    private static CurrentRun read(Snapshot files) {
        List<WorklistRow> worklist = new ArrayList<>();
        Set<String> conflicts = new HashSet<>();
        Path list = files.folder().resolve(Worklist.FILE);
        if (Files.exists(list)) {
            table(list, WorklistRow.SPEC, row -> {
                worklist.add(WorklistRow.of(row));
                if (row.get("Why").equals(Worklist.CONFLICT)) {
                    conflicts.add(row.get("Master Id"));
                }
            });
        }
        Map<String, List<Customer>> customers = new HashMap<>();
        table(files.map(), MEMBERS, row -> customers
                .computeIfAbsent(row.get("Master Id"), id -> new ArrayList<>(1))
                .add(new Customer(
                        row.get("Customer Key"),
                        row.get("Customer Number"),
                        row.get("Original Name"),
                        row.get("Source"),
                        row.get("Last Billing Date (Any Stream)"))));
        List<MasterInfo> masters = new ArrayList<>();
        table(files.masters(), MasterInfo.SPEC, row -> {
            String id = row.get("Master Id");
            masters.add(MasterInfo.of(row, conflicts.contains(id), customers.getOrDefault(id, List.of())));
        });
        MasterMembers members = new MasterMembers(
                masters.stream().map(MasterInfo::id).toList(),
                masters.stream()
                        .map(master -> customers.getOrDefault(master.id(), List.of()))
                        .toList());
        return new CurrentRun(files.runId(), List.of(), masters, members, worklist);
    }

    private static void table(Path file, TableSpec spec, Consumer<Row> rows) {
        TableReader.readOwn(
                file,
                spec,
                rows,
                error -> {
                    throw new TableException(error + " Run again to make this file anew.");
                },
                note -> {});
    }

    /** The id of the run. */
    public String runId() {
        return runId;
    }

    /** All masters, in order of their canonical names. */
    public List<MasterInfo> masters() {
        return masters;
    }

    /** The master of that id. */
    public Optional<MasterInfo> master(String id) {
        return members.ofId(id).map(masters::get);
    }

    /** The master of that customer key. */
    public Optional<MasterInfo> ofCustomer(String key) {
        return members.ofCustomer(key).map(masters::get);
    }

    /** The customers of a master, by key; none if there is no such master. */
    public List<Customer> members(String id) {
        return members.ofId(id).map(members::members).orElse(List.of());
    }

    /** Finds its masters; made when somebody first asks for it. */
    public MasterFinder finder() {
        return finder(null);
    }

    /** The same, made faster where another run has the same masters. */
    MasterFinder finder(CurrentRun former) {
        MasterFinder made = finder;
        if (made == null) {
            synchronized (finding) {
                made = finder;
                if (made == null) {
                    made = former != null && former.finder != null && sameMasters(former)
                            ? former.finder.with(this)
                            : new MasterFinder(this);
                    finder = made;
                }
            }
        }
        return made;
    }

    /** Whether both have masters of the same names and customers in the same places, whatever their classes. */
    private boolean sameMasters(CurrentRun other) {
        boolean same = members == other.members || masters.size() == other.masters.size();
        for (int i = 0; same && members != other.members && i < masters.size(); i++) {
            MasterInfo one = masters.get(i);
            MasterInfo another = other.masters.get(i);
            same = one.id().equals(another.id())
                    && one.name().equals(another.name())
                    && one.canonical().equals(another.canonical())
                    && members.members(i).equals(other.members.members(i));
        }
        return same;
    }

    /** The masters that people should look at, the most valuable first. */
    public List<WorklistRow> worklist() {
        return worklist;
    }
}
