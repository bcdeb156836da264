package dev.segmentation.service.rules;

import dev.segmentation.decision.journal.Author;
import dev.segmentation.rules.publish.RuleFileSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A state of the rules folder that was published, or found there.
 *
 * @param id of the version
 * @param time when it came to be
 * @param by who published it, blank if it was found
 * @param from the address that it was published from
 * @param title what it was about
 * @param reason why
 * @param change id of the change set, blank if it was found
 * @param files paths that differ from the version before
 * @param state the hashes of its files by path
 * @param kept whether its files are kept, so that there is a way back to it
 */
public record RuleVersion(
        String id,
        Instant time,
        String by,
        String from,
        String title,
        String reason,
        String change,
        List<String> files,
        Map<String, String> state,
        boolean kept) {
    /** Copies the lists. */
    public RuleVersion {
        files = List.copyOf(files);
        state = Map.copyOf(state);
    }

    /** One hash over all of it. */
    public String hash() {
        return RuleFileSet.hash(state);
    }

    /** A state of the folder that nobody published. */
    static RuleVersion found(String id, Instant time, String title, List<String> files, Map<String, String> state) {
        return new RuleVersion(id, time, "", "", title, "", "", files, state, true);
    }

    /** What comes of a change set. */
    static RuleVersion of(RuleDraft draft, String id, Instant time, Author by) {
        Map<String, String> state = draft.state();
        List<String> files = draft.files().stream().map(RuleDraft.Edit::path).toList();
        return new RuleVersion(
                id, time, by.name(), by.from(), draft.title(), draft.reason(), draft.id(), files, state, true);
    }

    /** Names the publication that brought it, unlike any other, also of another journal. */
    String mark() {
        return id + " " + change;
    }

    /** This version when its files are no longer kept. */
    RuleVersion pruned() {
        return new RuleVersion(id, time, by, from, title, reason, change, files, state, false);
    }
}
