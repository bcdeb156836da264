package dev.segmentation.rest.decision;

import dev.segmentation.decision.journal.Receipt;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a change of decisions means for the run that readers see.
 *
 * @param transaction id of the change in the journal, blank if nothing was to be changed
 * @param pending whether the current run does not show it yet
 * @param advice how to bring it into the next run
 * @param notes what else people should know
 */
@Schema(name = "ChangeReceipt")
public record ChangeReceipt(
        @Schema(
                        required = true,
                        examples = "D000012",
                        description = "Id of the change in the journal; blank if nothing was to be changed.")
                String transaction,
        @Schema(required = true, description = "Whether the current run does not show it yet.") boolean pending,
        @Schema(required = true) String advice,
        @Schema(required = true) List<String> notes) {
    private static final String CLASSIFY = "POST /api/reclassifications brings it into the next run.";
    private static final String RUN = "POST /api/runs brings it into the next run: names are linked anew.";

    static ChangeReceipt of(Receipt receipt) {
        return of(receipt.transaction(), receipt.notes(), CLASSIFY);
    }

    static ChangeReceipt ofRun(Receipt receipt) {
        return of(receipt.transaction(), receipt.notes(), RUN);
    }

    static ChangeReceipt of(String transaction, List<String> notes) {
        return of(transaction, notes, CLASSIFY);
    }

    private static ChangeReceipt of(String transaction, List<String> notes, String how) {
        boolean changed = !transaction.isEmpty();
        return new ChangeReceipt(transaction, changed, changed ? how : "", notes);
    }
}
