package dev.segmentation.decision.exchange;

import dev.segmentation.decision.batch.Batch;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.files.Sha256;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an import made of a batch.
 *
 * @param entries every entry of it, in order of the file
 * @param gone masters that an earlier import of this batch decided and the file no longer names; their rows stay
 * @param transaction id of the change in the journal, blank if nothing changed
 */
public record ImportedBatch(Batch batch, List<ImportedEntry> entries, List<String> gone, String transaction) {
    /** Copies the lists. */
    public ImportedBatch {
        entries = List.copyOf(entries);
        gone = List.copyOf(gone);
    }

    /** Changes with what the import does. */
    public String tag() {
        return Sha256.tag(batch.name() + "\n" + entries + "\n" + gone);
    }

    /** How many entries had each outcome. */
    public Map<BatchEntry.Outcome, Integer> outcomes() {
        Map<BatchEntry.Outcome, Integer> counts = new EnumMap<>(BatchEntry.Outcome.class);
        Arrays.stream(BatchEntry.Outcome.values()).forEach(outcome -> counts.put(outcome, 0));
        entries.forEach(entry -> counts.merge(entry.outcome(), 1, Integer::sum));
        return counts;
    }

    /** How many entries change the governance file so. */
    public long changes(ImportedEntry.Change change) {
        return entries.stream().filter(entry -> entry.change() == change).count();
    }

    /** How many decisions are about no present master. */
    public long unmatched() {
        return entries.stream()
                .filter(entry -> entry.change() != ImportedEntry.Change.NONE
                        && entry.masterId().isEmpty())
                .count();
    }
}
