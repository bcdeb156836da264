package dev.segmentation.rest.decision;

import dev.segmentation.decision.journal.Receipt;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change of decisions means for the run that readers see. */
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
        return of(receipt.transaction(), receipt.notes());
    }

    static ChangeReceipt of(String transaction, List<String> notes) {
        return new ChangeReceipt(transaction, !transaction.isEmpty(), transaction.isEmpty() ? "" : CLASSIFY, notes);
    }

    /** Of a change of which only a run that links names anew makes use. */
    static ChangeReceipt ofRun(Receipt receipt) {
        boolean changed = !receipt.transaction().isEmpty();
        return new ChangeReceipt(receipt.transaction(), changed, changed ? RUN : "", receipt.notes());
    }
}
