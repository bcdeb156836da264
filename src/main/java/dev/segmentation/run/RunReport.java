package dev.segmentation.run;

import dev.segmentation.csv.RowError;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run did, in numbers.
 *
 * @param runId id of the run
 * @param time when it began
 * @param rows data rows of the customer list
 * @param customers customer keys in the output
 * @param masters masters behind them
 * @param mergedKeys keys that share their master with another key
 * @param unknown masters of the group Unknown
 * @param unclassified masters that nothing placed
 * @param queued masters whose human decision waits for research
 * @param conflicts masters for which groups of equal standing spoke
 * @param worklist masters on the worklist
 * @param groups masters by group, in order of precedence
 * @param methods masters by method
 * @param changes what differs from the last run
 * @param rejected rows that could not be used, in file order
 * @param notes what else a person should know
 * @param files the files written
 * @param timings seconds by step
 * @param rules what the rule sets hold
 */
public record RunReport(
        String runId,
        Instant time,
        long rows,
        int customers,
        int masters,
        int mergedKeys,
        int unknown,
        int unclassified,
        int queued,
        int conflicts,
        int worklist,
        Map<IndustrialGroup, Integer> groups,
        Map<Method, Integer> methods,
        Changes changes,
        List<RowError> rejected,
        List<String> notes,
        List<Path> files,
        Map<String, Double> timings,
        String rules) {

    /** Copies the lists; the maps keep their order and are only read. */
    public RunReport {
        rejected = List.copyOf(rejected);
        notes = List.copyOf(notes);
        files = List.copyOf(files);
    }

    /** Seconds of all steps together. */
    public double seconds() {
        return timings.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
