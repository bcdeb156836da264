package dev.segmentation.service;

import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.output.Worklist;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableSpec;
import java.util.Arrays;
import java.util.List;

/**
 * A master that people should look at.
 *
 * @param rank place on the list, from 1
 * @param id of the master
 * @param name to show
 * @param why why it is on the list, a word
 * @param group what the rules say for now
 * @param runnerUp what else speaks for a group, may be blank
 * @param rationale what was found
 * @param keys how many customer keys it has
 * @param latestBilling latest billing date of any of them, may be blank
 * @param exampleNames some of its original names
 */
public record WorklistRow(
        int rank,
        String id,
        String name,
        String why,
        String group,
        String runnerUp,
        String rationale,
        int keys,
        String latestBilling,
        List<String> exampleNames) {
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

    /** Copies the names. */
    public WorklistRow {
        exampleNames = List.copyOf(exampleNames);
    }

    static WorklistRow of(int rank, Worklist.Item item) {
        ClassifiedMaster one = item.master();
        return new WorklistRow(
                rank,
                one.master().id(),
                one.master().name(),
                Worklist.why(one.decision()),
                one.decision().group().label(),
                one.decision().runnerUp(),
                one.decision().rationale(),
                one.master().members().size(),
                item.latestBilling(),
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
