package dev.segmentation.dedupe.registry;

import java.util.List;

/**
 * What happened to a master between two runs. Where another master is meant, its id and name stand with a space between.
 *
 * @param id the master
 * @param kind what happened to it
 * @param from its name before; for a split, the master the customers belonged to
 * @param to its name now; for a merger, the master the customers belong to now
 * @param keys the name keys concerned
 */
public record MasterEvent(String id, Kind kind, String from, String to, List<String> keys) {
    private static final int MOST_KEYS = 20;

    /** What can happen. */
    public enum Kind {
        /** No customer has a name of it any more. */
        GONE("gone"),
        /** Other masters took over all its names. */
        MERGED("merged into"),
        /** It has names that another master, which lives on, had at the last run. */
        SPLIT("split from"),
        /** It has another canonical name. */
        RENAMED("renamed"),
        /** It was not there at the last run; one that was there earlier has a name in From. */
        NEW("new");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As the history spells it. */
        public String label() {
            return label;
        }
    }

    /** Copies the keys. */
    public MasterEvent {
        keys = List.copyOf(keys);
    }

    /** The keys in one cell, the first ones of many. */
    public String keyList() {
        return RegistryRow.keyCell(keys, MOST_KEYS);
    }
}
