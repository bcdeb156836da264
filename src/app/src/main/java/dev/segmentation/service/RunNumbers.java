package dev.segmentation.service;

import dev.segmentation.output.Changes;
import dev.segmentation.output.RunReport;
import java.util.List;
import java.util.Map;

/**
 * What a run did, in numbers.
 *
 * @param rows data rows of the customer list
 * @param masters masters that there are
 * @param unknown masters of the group Unknown
 * @param conflicts masters for which groups of equal standing speak
 * @param worklist masters that people should look at
 * @param rejected rows of files that could not be used
 * @param changes what differs from the run before
 * @param seconds time of each step
 * @param notes what else people should know, the first hundred
 */
public record RunNumbers(
        long rows,
        int masters,
        int unknown,
        int conflicts,
        int worklist,
        int rejected,
        Changes changes,
        Map<String, Double> seconds,
        List<String> notes) {
    private static final int NOTES = 100;

    static RunNumbers of(RunReport report) {
        return new RunNumbers(
                report.rows(),
                report.tally().masters(),
                report.tally().unknown(),
                report.tally().conflicts(),
                report.tally().worklist(),
                report.rejectedRows(),
                report.changes(),
                report.timings(),
                report.notes().stream().limit(NOTES).toList());
    }
}
