package dev.segmentation.output;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.segmentation.table.RowError;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run did, in numbers.
 *
 * @param runId id of the run: its time in UTC without punctuation, and a number where others began in that second
 * @param time when it began
 * @param rows data rows of the customer list
 * @param tally customers, masters and their classes in counts
 * @param changes what differs from the last run
 * @param masters what became of the masters since the last run
 * @param rejected rows that could not be used, in file order; none where they were given up
 * @param rejectedRows how many there were
 * @param notes what else a person should know
 * @param files the files written
 * @param timings seconds by step
 * @param rules what the rule sets hold, blank if nothing was classified
 */
@JsonPropertyOrder({
    "runId",
    "time",
    "rows",
    "tally",
    "changes",
    "masterChanges",
    "rejected",
    "notes",
    "files",
    "seconds"
})
public record RunReport(
        String runId,
        Instant time,
        long rows,
        @JsonUnwrapped Tally tally,
        Changes changes,
        @JsonProperty("masterChanges") MasterChanges masters,
        List<RowError> rejected,
        @JsonIgnore int rejectedRows,
        List<String> notes,
        List<Path> files,
        @JsonProperty("seconds") Map<String, Double> timings,
        @JsonIgnore String rules) {

    /** Copies the lists. */
    public RunReport {
        rejected = List.copyOf(rejected);
        notes = List.copyOf(notes);
        files = List.copyOf(files);
    }

    /** The same without the rows that could not be used, which a process that goes on need not keep. */
    public RunReport withoutRows() {
        return new RunReport(
                runId, time, rows, tally, changes, masters, List.of(), rejectedRows, notes, files, timings, rules);
    }

    /** Seconds of all steps together. */
    public double seconds() {
        return timings.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The same run when it is over. */
    public RunReport over(List<Path> written, List<String> allNotes) {
        return new RunReport(
                runId, time, rows, tally, changes, masters, rejected, rejectedRows, allNotes, written, timings, rules);
    }
}
