package dev.segmentation.dedupe.registry;

import java.time.Instant;
import java.util.List;

/**
 * What the registry knows of one master.
 *
 * @param id its id, for good
 * @param canonical its published name
 * @param names name keys that its customers had when it was last seen, sorted
 * @param formerNames name keys of earlier runs that no customer had by then, and own names of customers that people put
 *     under another name
 * @param firstSeen when it came
 * @param lastSeen when a run last found it; a master of the last run has the latest time of all
 */
record RegistryRow(
        String id,
        String canonical,
        List<String> names,
        List<String> formerNames,
        Instant firstSeen,
        Instant lastSeen) {

    RegistryRow {
        names = List.copyOf(names);
        formerNames = List.copyOf(formerNames);
    }

    /** The canonical name without the id that was put behind it to make it unique. */
    String plainName() {
        String plain = canonical;
        while (plain.endsWith(" " + id)) {
            plain = plain.substring(0, plain.length() - id.length() - 1);
        }
        return plain;
    }
}
