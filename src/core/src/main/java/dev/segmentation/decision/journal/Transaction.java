package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Changes that were made together, as the journal has them.
 *
 * @param id such as {@code D000012}
 * @param note what else is to be said, may be blank
 * @param notInPlace files whose new content never got into place
 * @param why the reason for that, may be blank
 */
public record Transaction(
        String id, Instant time, Origin origin, String note, List<Change> changes, Set<String> notInPlace, String why) {

    /** Copies what it is given. */
    public Transaction {
        changes = List.copyOf(changes);
        notInPlace = Set.copyOf(notInPlace);
    }

    Transaction abandoned(Set<String> files, String reason) {
        return new Transaction(id, time, origin, note, changes, files, reason);
    }

    /** The changes that did happen. */
    public List<Change> effective() {
        return changes.stream()
                .filter(change -> !notInPlace.contains(change.file()))
                .toList();
    }
}
