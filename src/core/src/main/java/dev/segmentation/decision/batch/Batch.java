package dev.segmentation.decision.batch;

import java.util.List;

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
}
