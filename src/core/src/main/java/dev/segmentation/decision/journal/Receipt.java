package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of a change.
 *
 * @param transaction its id in the journal, such as {@code D000012}; blank if nothing was to be changed, or if the journal
 *     could not be written
 * @param sideFile where new content lies that could not be committed
 * @param refused what was asked for and not done, each with its reason
 * @param notes what else people should know, such as edits found that were made outside the program
 */
public record Receipt(
        String transaction,
        List<Change> changes,
        List<Path> written,
        Optional<Path> sideFile,
        List<String> refused,
        List<String> notes) {

    /** Copies the lists. */
    public Receipt {
        changes = List.copyOf(changes);
        written = List.copyOf(written);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }

    static Receipt of(List<Change> changes, List<String> refused, List<String> notes) {
        return new Receipt("", changes, List.of(), Optional.empty(), refused, notes);
    }

    Receipt refusing(List<String> reasons) {
        return new Receipt(transaction, changes, written, sideFile, reasons, notes);
    }
}
