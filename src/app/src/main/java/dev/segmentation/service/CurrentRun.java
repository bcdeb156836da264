package dev.segmentation.service;

import dev.segmentation.customer.Customer;
import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.run.ClassifiedBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run as readers see it: all of it or nothing of it. Never changes. */
public final class CurrentRun {
    private final String runId;
    private final List<ClassifiedMaster> classified;
    private final List<MasterInfo> masters;
    /** The customers of each master. */
    private final List<List<Customer>> members;
    /** Places of masters by their id. */
    private final Map<String, Integer> byId;
    /** Places of masters by the keys of their customers. */
    private final Map<String, Integer> byKey;

    private final List<WorklistRow> worklist;
    private final Object finding = new Object();
    private volatile MasterFinder finder;

    /** A run of these masters, each with its customers. */
    CurrentRun(String runId, List<MasterInfo> masters, List<List<Customer>> members, List<WorklistRow> worklist) {
        this(runId, List.of(), masters, members, worklist, null);
    }

    /** If {@code former} is there, it has the very same masters, in whatever classes. */
    private CurrentRun(
            String runId,
            List<ClassifiedMaster> classified,
            List<MasterInfo> masters,
            List<List<Customer>> members,
            List<WorklistRow> worklist,
            CurrentRun former) {
        this.runId = runId;
        this.classified = classified;
        this.masters = List.copyOf(masters);
        this.members = former == null ? members : former.members;
        this.byId = former == null ? new HashMap<>() : former.byId;
        this.byKey = former == null ? new HashMap<>() : former.byKey;
        this.worklist = List.copyOf(worklist);
        for (int i = 0; former == null && i < masters.size(); i++) {
            int place = i;
            byId.put(masters.get(i).id(), place);
            members.get(i).forEach(customer -> byKey.put(customer.key(), place));
        }
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
        List<WorklistRow> worklist = new ArrayList<>();
        base.worklist().forEach(one -> worklist.add(WorklistRow.of(worklist.size() + 1, one)));
        List<List<Customer>> members =
                classified.stream().map(one -> one.master().members()).toList();
        return new CurrentRun(runId, classified, masters, members, worklist, same ? former : null);
    }

    /** Whether both are about the very same masters, in whatever classes. */
    private static boolean sameMasters(List<ClassifiedMaster> some, List<ClassifiedMaster> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i).master() == others.get(i).master();
        }
        return same;
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
        return Optional.ofNullable(byId.get(id)).map(masters::get);
    }

    /** The master of that customer key. */
    public Optional<MasterInfo> ofCustomer(String key) {
        return Optional.ofNullable(byKey.get(key)).map(masters::get);
    }

    /** The customers of a master, by key; none if there is no such master. */
    public List<Customer> members(String id) {
        return Optional.ofNullable(byId.get(id)).map(members::get).orElse(List.of());
    }

    /** Finds its masters; made when somebody first asks for it. */
    public MasterFinder finder() {
        return finder(null);
    }

    /** The same, made faster where another run has the same masters. */
    MasterFinder finder(CurrentRun former) {
        synchronized (finding) {
            if (finder == null) {
                finder = former != null && former.finder != null && sameMasters(former)
                        ? former.finder.with(this)
                        : new MasterFinder(this);
            }
            return finder;
        }
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
                    && members.get(i).equals(other.members.get(i));
        }
        return same;
    }

    /** The masters that people should look at, the most valuable first. */
    public List<WorklistRow> worklist() {
        return worklist;
    }
}
