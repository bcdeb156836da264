package dev.segmentation.rest.decision;

import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.exchange.ImportedBatch;
import dev.segmentation.decision.exchange.ImportedEntry;
import dev.segmentation.rest.Page;
import dev.segmentation.rest.PageQuery;
import dev.segmentation.service.BatchService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a batch does to the decisions, every name of it counted. */
@Schema(name = "Batch")
public record BatchInfo(
        @Schema(required = true) String id,
        @Schema(required = true, examples = "Batch-2026-10") String name,
        @Schema(required = true, description = "How many names came out how.") Map<String, Integer> outcomes,
        @Schema(required = true, description = "How many rows of decisions are added, changed, the same.")
                Map<String, Long> changes,
        @Schema(required = true, description = "Decisions about no present master.") long unmatched,
        @Schema(required = true, description = "Lines that were not understood, the first thousand.")
                List<Entry> notUnderstood,
        @Schema(required = true) Page<Entry> entries,
        @Schema(required = true, description = "Masters that an earlier import decided and the file no longer names.")
                List<String> gone,
        @Schema(required = true) List<String> notes,
        @Schema(required = true, description = "Changes with what it does; its ETag without quotation marks.")
                String etag) {
    private static final int LISTED = 1000;

    /** One name of the file. */
    @Schema(name = "BatchEntry")
    public record Entry(
            @Schema(required = true) int line,
            @Schema(required = true) String name,
            @Schema(required = true, examples = "decided") String outcome,
            @Schema(required = true, description = "Id of the master, blank if none is found.") String master,
            @Schema(required = true) String masterName,
            @Schema(required = true, description = "How the master was found.") String how,
            @Schema(required = true) double score,
            @Schema(required = true) String group,
            @Schema(required = true) String status,
            @Schema(required = true, description = "added, changed, same or none.") String change,
            @Schema(required = true, description = "The decision that no longer counts.") String replaces,
            @Schema(required = true, description = "The decision that outranks it.") String outranked,
            @Schema(required = true) List<String> nearest,
            @Schema(required = true) List<String> remarks) {
        static Entry of(ImportedEntry one) {
            return new Entry(
                    one.entry().line(),
                    one.entry().name(),
                    one.outcome().label(),
                    one.masterId(),
                    one.master(),
                    one.how(),
                    one.score(),
                    one.entry().classification().group().label(),
                    one.entry().status().label(),
                    word(one.change()),
                    one.replaces(),
                    one.outranked(),
                    one.nearest(),
                    one.remarks());
        }
    }

    private static String word(ImportedEntry.Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    static BatchInfo of(BatchService.Outcome outcome, PageQuery page) {
        ImportedBatch batch = outcome.batch();
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        batch.outcomes().forEach((kind, count) -> outcomes.put(kind.label(), count));
        Map<String, Long> changes = new LinkedHashMap<>();
        for (ImportedEntry.Change change : ImportedEntry.Change.values()) {
            changes.put(word(change), batch.changes(change));
        }
        return new BatchInfo(
                outcome.upload().id(),
                batch.batch().name(),
                outcomes,
                changes,
                batch.unmatched(),
                batch.entries().stream()
                        .filter(one -> one.outcome() == BatchEntry.Outcome.NOT_UNDERSTOOD)
                        .limit(LISTED)
                        .map(Entry::of)
                        .toList(),
                Page.of(batch.entries(), page).map(Entry::of),
                batch.gone().stream().limit(LISTED).toList(),
                notes(outcome),
                outcome.batch().tag());
    }

    private static List<String> notes(BatchService.Outcome outcome) {
        List<String> notes = new ArrayList<>(outcome.batch().batch().notes());
        notes.addAll(outcome.notes());
        outcome.rejected().forEach(error -> notes.add("Not used: " + error));
        return notes.stream().limit(LISTED).toList();
    }
}
