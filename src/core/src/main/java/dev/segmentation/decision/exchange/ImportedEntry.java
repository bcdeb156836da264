package dev.segmentation.decision.exchange;

import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.master.MasterResolver;
import java.util.List;

/**
 * What an import made of one entry of a batch.
 *
 * @param outcome what came of it; an entry whose master another entry of the file decided is a duplicate
 * @param master canonical name of the master, or the one that the entry would have if no present master is meant
 * @param masterId its id, blank if no present master is meant
 * @param how how the master was found, blank if it was not
 * @param score in [0, 1] that it is the one
 * @param change what happens to the governance file
 * @param replaces the decision that no longer counts, for people, blank if there is none
 * @param outranked by what decision of people it is outranked, blank if by none
 * @param nearest masters that may be meant where none is found, for people
 * @param remarks what a person should know
 */
public record ImportedEntry(
        BatchEntry entry,
        BatchEntry.Outcome outcome,
        String master,
        String masterId,
        String how,
        double score,
        Change change,
        String replaces,
        String outranked,
        List<String> nearest,
        List<String> remarks) {

    /** What an entry does to the governance file. */
    public enum Change {
        ADDED,
        CHANGED,
        SAME,
        NONE
    }

    /** Whether the name is not the master's, so that a person should look whether it is the right one. */
    public boolean guessed() {
        return how.equals(MasterResolver.How.SIMILARITY.label()) || how.equals(MasterResolver.How.LEFT_OUT.label());
    }

    static ImportedEntry none(BatchEntry entry) {
        return new ImportedEntry(
                entry, entry.outcome(), "", "", "", 0, Change.NONE, "", "", List.of(), entry.remarks());
    }

    /** Copies the lists. */
    public ImportedEntry {
        nearest = List.copyOf(nearest);
        remarks = List.copyOf(remarks);
    }
}
