package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes that were made together, as the journal has them.
 *
 * @param id such as {@code D000012}
 * @param time when
 * @param origin by whom and what
 * @param note what else is to be said, may be blank
 * @param changes the rows, in the order of their ids
 * @param files what each changed file was before and after
 * @param notInPlace files whose new content never got into place
 * @param why the reason for that, may be blank
 */
public record Transaction(
        String id,
        Instant time,
        Origin origin,
        String note,
        List<Change> changes,
        Map<String, Prints> files,
        Set<String> notInPlace,
        String why) {

    /**
     * Fingerprints of a file.
     *
     * @param before of the former content
     * @param after of the new content
     */
    public record Prints(String before, String after) {}

    /** Copies what it is given. */
    public Transaction {
        changes = List.copyOf(changes);
        files = Map.copyOf(files);
        notInPlace = Set.copyOf(notInPlace);
    }

    /** This transaction with files that did not get into place. */
    Transaction abandoned(Set<String> files, String reason) {
        return new Transaction(id, time, origin, note, changes, this.files, files, reason);
    }

    /** The changes that did happen. */
    public List<Change> effective() {
        return changes.stream()
                .filter(change -> !notInPlace.contains(change.file()))
                .toList();
    }

    /** The id of the transaction with that number. */
    static String id(int number) {
        return String.format("D%06d", number);
    }

    /** The number of a transaction or of one of its changes, 0 if that is no id. */
    static int number(String id) {
        return id.matches("D\\d{6,9}(-\\d{1,9})?")
                ? Integer.parseInt(id.substring(1).replaceFirst("-.*", ""))
                : 0;
    }
}
