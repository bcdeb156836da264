package dev.segmentation.service;

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
 * @param hash one hash over all of it
 * @param state the hashes of its files by path
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
        String hash,
        Map<String, String> state) {
    /** Copies the lists. */
    public RuleVersion {
        files = List.copyOf(files);
        state = Map.copyOf(state);
    }
}
