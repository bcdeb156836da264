package dev.segmentation.service;

import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.output.Worklist;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableSpec;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A master that people should look at, as {@code SegmentationReviewWorklist.csv} and the API have it. */
@Schema(name = "WorklistRow")
public record WorklistRow(
        @Schema(required = true, description = "Place on the whole list, from 1.") int rank,
        @Schema(required = true) String id,
        @Schema(required = true) String name,
        @Schema(required = true, description = "Conflict, Queued, Unknown or Unclassified.") String why,
        @Schema(required = true, ref = "IndustrialGroup") String group,
        @Schema(required = true, description = "What else speaks for a group, may be blank.") String runnerUp,
        @Schema(required = true) String rationale,
        @Schema(required = true) int keys,
        @Schema(required = true, description = "May be blank.") String latestBilling,
        @Schema(required = true) List<String> exampleNames) {
    static final TableSpec SPEC = TableSpec.of(
            "Rank",
            "Master Customer Name",
            "Master Id",
            "Why",
            "Industrial Group",
            "Runner-up",
            "Rationale",
            "MergeGroupSize",
            "Latest Billing Date",
            "Example Original Names");

    public WorklistRow {
        exampleNames = List.copyOf(exampleNames);
    }

    static WorklistRow of(int rank, ClassifiedMaster one) {
        return new WorklistRow(
                rank,
                one.master().id(),
                one.master().name(),
                Worklist.why(one.decision()),
                one.decision().group().label(),
                one.decision().runnerUp(),
                one.decision().rationale(),
                one.master().members().size(),
                one.master().latestBilling(),
                one.exampleNames());
    }

    static WorklistRow of(Row row) {
        return new WorklistRow(
                Integer.parseInt(row.get("Rank")),
                row.get("Master Id"),
                row.get("Master Customer Name"),
                row.get("Why"),
                row.get("Industrial Group"),
                row.get("Runner-up"),
                row.get("Rationale"),
                Integer.parseInt(row.get("MergeGroupSize")),
                row.get("Latest Billing Date"),
                Arrays.asList(row.get("Example Original Names").split(" \\| ", -1)));
    }
}
