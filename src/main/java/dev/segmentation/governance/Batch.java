package dev.segmentation.governance;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A file of decisions, read.
 *
 * @param name name of the batch, which becomes the Source of its decisions
 * @param file name of the file, for people
 * @param entries every name and every line that was not understood, in order of the file
 * @param notes what a person should know of the file as a whole
 */
public record Batch(String name, String file, List<BatchEntry> entries, List<String> notes) {
    /** Copies the lists. */
    public Batch {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /** How many entries had each outcome. */
    public Map<BatchEntry.Outcome, Integer> counts() {
        Map<BatchEntry.Outcome, Integer> counts = new EnumMap<>(BatchEntry.Outcome.class);
        Arrays.stream(BatchEntry.Outcome.values()).forEach(outcome -> counts.put(outcome, 0));
        entries.forEach(entry -> counts.merge(entry.outcome(), 1, Integer::sum));
        return counts;
    }
}
