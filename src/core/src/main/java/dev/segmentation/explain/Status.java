package dev.segmentation.explain;

import dev.segmentation.files.StagedFiles;
import dev.segmentation.history.RunHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How things stand in an output folder: the last runs, and whether one was cut off. */
public final class Status {
    private final Path output;

    /** The status of that folder. */
    public Status(Path output) {
        this.output = output;
    }

    /**
     * What there is.
     *
     * @param runs the rows of the run history by column, oldest first
     * @param trend the last twelve of them in few numbers, oldest first
     * @param unfinished whether a run was cut off while its files were put in place; the next run completes it
     * @param notes what could not be read
     */
    public record Result(
            List<Map<String, String>> runs, List<Trend.Point> trend, boolean unfinished, List<String> notes) {}

    /** Reads it. */
    public Result read() {
        List<String> notes = new ArrayList<>();
        List<String> columns = RunHistory.columns();
        List<Map<String, String>> runs = new ArrayList<>();
        for (List<String> row : RunHistory.read(output.resolve(RunHistory.FILE), notes::add)) {
            Map<String, String> run = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                run.put(columns.get(i), row.get(i));
            }
            runs.add(run);
        }
        return new Result(runs, Trend.of(output, runs), StagedFiles.unfinished(output), notes);
    }
}
