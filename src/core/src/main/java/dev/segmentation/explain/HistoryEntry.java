package dev.segmentation.explain;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.journal.Transaction;
import java.util.List;
import java.util.Map;

/**
 * Something that happened to decisions or to a master.
 *
 * @param time when, as ISO text in UTC
 * @param id the transaction or the run
 * @param owner who decided, {@code outside} for edits made without the program, blank for what a run did
 * @param from the network address it came from, blank on the command line
 * @param command what was run
 * @param source the file whose decisions these are, may be blank
 * @param note what else is to be said, may be blank
 * @param changes the rows concerned
 */
public record HistoryEntry(
        String time,
        String id,
        String owner,
        String from,
        String command,
        String source,
        String note,
        List<Row> changes) {

    /**
     * A row of a governance file.
     *
     * @param id the change
     * @param file the file
     * @param kind ADDED, CHANGED or DELETED
     * @param about what the row is about
     * @param before its cells before
     * @param after its cells after
     * @param inPlace whether the file was really changed
     * @param undoes ids of the changes that it takes back
     */
    public record Row(
            String id,
            String file,
            String kind,
            String about,
            Map<String, String> before,
            Map<String, String> after,
            boolean inPlace,
            List<String> undoes) {}

    static HistoryEntry of(Transaction transaction, List<Change> changes) {
        String note = transaction.note()
                + (transaction.notInPlace().isEmpty() ? "" : " Not in place: " + transaction.why() + ".");
        return new HistoryEntry(
                transaction.time().toString(),
                transaction.id(),
                transaction.origin().owner(),
                transaction.origin().from(),
                transaction.origin().command(),
                transaction.origin().sourceFile(),
                note.strip(),
                changes.stream().map(change -> row(transaction, change)).toList());
    }

    private static Row row(Transaction transaction, Change change) {
        return new Row(
                change.id(),
                change.file(),
                change.kind().name(),
                change.about(),
                change.before(),
                change.after(),
                !transaction.notInPlace().contains(change.file()),
                change.undoes());
    }
}
