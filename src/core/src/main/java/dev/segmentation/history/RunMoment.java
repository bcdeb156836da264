package dev.segmentation.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * When a run began, and the id it has from that.
 *
 * @param id the time in UTC without punctuation; {@code -2}, {@code -3} and so on for more runs within one second
 * @param time the time, whole seconds
 */
public record RunMoment(String id, Instant time) {

    /** The moment of a run that begins now; the caller holds the lock of the output folder. */
    public static RunMoment next(Path output, Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.SECONDS);
        String stamp = time.toString().replaceAll("[-:]", "");
        Set<String> known = new HashSet<>();
        RunHistory.read(output.resolve(RunHistory.FILE), note -> {}).forEach(row -> known.add(row.get(0)));
        String id = stamp;
        for (int n = 2; known.contains(id) || kept(output, id); n++) {
            id = stamp + "-" + n;
        }
        return new RunMoment(id, time);
    }

    private static boolean kept(Path output, String id) {
        Path runs = output.resolve(Snapshots.FOLDER);
        return Files.exists(runs.resolve(id)) || Files.exists(runs.resolve(id + Snapshots.UNPLACED));
    }
}
