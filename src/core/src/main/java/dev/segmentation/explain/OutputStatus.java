package dev.segmentation.explain;

import dev.segmentation.files.StagedFiles;
import dev.segmentation.history.RunHistory;
import dev.segmentation.history.Snapshot;
import dev.segmentation.history.Snapshots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How things stand in an output folder: the last runs, how they compare, and whether one was cut off. */
public final class OutputStatus {
    private static final int RUNS = 12;

    private OutputStatus() {}

    /**
     * What there is.
     *
     * @param runs the rows of the run history by column, oldest first
     * @param trend the last twelve of them in few numbers, oldest first
     * @param unfinished whether a run was cut off while its files were put in place; the next run completes it
     * @param notes what could not be read
     */
    public record Result(List<Map<String, String>> runs, List<Point> trend, boolean unfinished, List<String> notes) {}

    /**
     * A run in few numbers. One that is not known is {@code null}: a row of the history that somebody edited, or a
     * worklist whose run is no longer kept.
     *
     * @param runId its id
     * @param time when it began
     * @param masters masters
     * @param unknownPercent share of masters of the group Unknown, 0 to 100, with one decimal
     * @param queued masters whose human decision waits for research
     * @param conflicts masters for which groups of equal standing spoke
     * @param worklist masters on the worklist
     */
    public record Point(
            String runId,
            String time,
            Integer masters,
            Double unknownPercent,
            Integer queued,
            Integer conflicts,
            Integer worklist) {}

    /** The status of that folder. */
    public static Result of(Path output) {
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
        return new Result(runs, trend(output, runs), StagedFiles.unfinished(output), notes);
    }

    /** The last runs, oldest first, from the rows of {@link RunHistory} and the runs that are kept. */
    private static List<Point> trend(Path output, List<Map<String, String>> history) {
        Map<String, Snapshot> kept = new HashMap<>();
        new Snapshots(output)
                .list().stream().filter(Snapshot::placed).forEach(snapshot -> kept.put(snapshot.runId(), snapshot));
        List<Point> points = new ArrayList<>();
        for (Map<String, String> run : history.subList(Math.max(0, history.size() - RUNS), history.size())) {
            Snapshot snapshot = kept.get(run.get("Run Id"));
            Integer masters = number(run.get("Masters"));
            Integer unknown = number(run.get("Unknown"));
            points.add(new Point(
                    run.get("Run Id"),
                    run.get("Time"),
                    masters,
                    masters == null || unknown == null || masters == 0
                            ? null
                            : Math.round(1000.0 * unknown / masters) / 10.0,
                    number(run.get("Queued")),
                    number(run.get("Conflicts")),
                    snapshot == null ? null : number(snapshot.summary().get("Worklist"))));
        }
        return points;
    }

    private static Integer number(String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
