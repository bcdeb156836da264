package dev.segmentation.compare;

import java.util.List;

/**
 * What differs between two runs. All lists have those with most customer keys first.
 *
 * @param before the earlier run, as people named them
 * @param groups in order of the locked list; empty where one of the runs did not classify
 * @param moves how many masters went from which group to which, most first
 * @param regrouped masters in another group
 * @param merged masters that ended because another has their keys now
 * @param split masters that began with keys of another
 * @param renamed masters with another canonical name, or the same master under another id
 * @param fresh masters whose keys are all new
 * @param gone masters whose keys are all gone
 * @param rehomed keys that belong to another master now, by the two masters
 */
public record DiffReport(
        Run before,
        Run after,
        List<GroupCount> groups,
        List<Move> moves,
        List<Regrouped> regrouped,
        List<Successor> merged,
        List<Successor> split,
        List<Renamed> renamed,
        List<Single> fresh,
        List<Single> gone,
        List<Rehomed> rehomed,
        Keys keys,
        List<String> notes) {
    /** One of the two runs; its files were the outputs if they were placed. */
    public record Run(String runId, String folder, int masters, int customers, boolean placed) {}

    /** A group, its masters and their keys in both runs. */
    public record GroupCount(String group, int mastersBefore, int mastersAfter, int keysBefore, int keysAfter) {}

    /** Masters that went from one group to another, and their customer keys in the later run. */
    public record Move(String from, String to, int masters, int keys) {}

    /** A master in another group; its keys are those of the later run. */
    public record Regrouped(String masterId, String master, int keys, Side before, Side after) {}

    /** A decision: the group, how it was decided, the rule that decided, and why. */
    public record Side(String group, String method, String ruleId, String rationale) {}

    /** A master that began or ended, and the one that has most of its keys, or had them; the keys are those they share. */
    public record Successor(String masterId, String master, String otherId, String other, int keys) {}

    /** A master under another name; the former id differs where the id does. */
    public record Renamed(String masterId, String formerId, String from, String to, int keys) {}

    /** A master that came or went with its keys; the group is blank where the run did not classify. */
    public record Single(String masterId, String master, String group, int keys) {}

    /** Keys that left one master for another. */
    public record Rehomed(String fromId, String from, String toId, String to, List<Key> keys) {}

    /** A customer key and its original name in the later run. */
    public record Key(String key, String name) {}

    /** Customer keys: those of each run, those only in one, and those with another master. */
    public record Keys(int before, int after, int added, int removed, int rehomed) {}

    /** Whether both runs say the same of every key and master, groups and names, as far as both know them. */
    public boolean same() {
        return regrouped.isEmpty()
                && merged.isEmpty()
                && split.isEmpty()
                && renamed.isEmpty()
                && fresh.isEmpty()
                && gone.isEmpty()
                && keys.added() + keys.removed() + keys.rehomed() == 0;
    }
}
