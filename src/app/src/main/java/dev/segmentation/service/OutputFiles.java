package dev.segmentation.service;

import dev.segmentation.files.FileStamp;
import dev.segmentation.files.OutputException;
import dev.segmentation.history.Manifest;
import dev.segmentation.history.Snapshot;
import dev.segmentation.history.Snapshots;
import dev.segmentation.table.CsvProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The files of the present run, to be handed out. A file is handed out only as the run wrote it: its bytes have the hash that
 * the manifest names. Where somebody changed it since, or the next run is just replacing it, the copy that was kept of the run
 * takes its place.
 */
public final class OutputFiles {
    private static final int TRIES = 3;

    /** The files there may be, with what they hold. */
    private static final Map<String, String> KNOWN = known();

    private final Path output;
    private final Map<String, Hashed> hashes = new ConcurrentHashMap<>();

    /** Those of that folder. */
    OutputFiles(Path output) {
        this.output = output;
    }

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("CustomerSegmentation.csv", "each customer key with its master and group");
        known.put("MasterCustomerSegmentation.csv", "each master with its group");
        known.put("CustomerMasterMap.csv", "each customer key with its master");
        known.put("CustomerDeduplicationLog.csv", "why each customer key belongs to its master");
        known.put("SegmentationReviewWorklist.csv", "masters that people should look at");
        known.put("PossibleMerges.csv", "masters that may be one company");
        known.put("PossibleSplits.csv", "masters that may be several companies");
        known.put("RejectedRows.csv", "rows that could not be used");
        known.put("MasterHistory.csv", "what runs did to masters");
        known.put("RunHistory.csv", "the runs in numbers");
        known.put("manifest.json", "from what the files were made, and their hashes");
        return known;
    }

    /** The hash of a file as it stood. */
    private record Hashed(FileStamp stamp, String hash) {}

    /** A file of the present run. */
    @Schema(name = "Output")
    public record Listed(
            @Schema(required = true, examples = "CustomerSegmentation.csv") String name,
            @Schema(required = true) String about,
            @Schema(required = true, description = "In bytes, as it lies in the output folder.") long size,
            @Schema(required = true) String sha256,
            @Schema(required = true) Instant time) {}

    /** The files of one run. */
    @Schema(name = "Outputs")
    public record Listing(
            @Schema(required = true, description = "Blank if there was no run yet.") String runId,
            @Schema(required = true) List<Listed> files) {}

    /**
     * A file that is open; whoever takes it closes it.
     *
     * @param tag tells these bytes from any others
     * @param size in bytes
     * @param bytes what it holds
     */
    public record Opened(String tag, long size, InputStream bytes) {}

    /** All there are. */
    public Listing list() {
        Snapshots snapshots = new Snapshots(output);
        for (int i = 0; i < TRIES; i++) {
            String run = snapshots.placed();
            List<Listed> files = new ArrayList<>();
            try {
                for (Map.Entry<String, String> one : KNOWN.entrySet()) {
                    listed(one.getKey(), one.getValue()).ifPresent(files::add);
                }
            } catch (IOException e) {
                throw unreadable(e);
            }
            if (snapshots.placed().equals(run)) {
                return new Listing(run, files);
            }
        }
        throw replaced();
    }

    private Optional<Listed> listed(String name, String about) throws IOException {
        Path file = output.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        FileStamp now = FileStamp.read(file);
        Hashed known = hashes.get(name);
        if (known == null || !known.stamp().equals(now)) {
            known = new Hashed(now, Manifest.hash(file));
            hashes.put(name, known);
        }
        return Optional.of(
                new Listed(name, about, now.size(), known.hash(), now.time().toInstant()));
    }

    /**
     * Opens a file of the present run.
     *
     * @param name one of the list
     * @param profile for whom, where it is a table
     * @return nothing if the run has no such file
     * @throws OutputException if it is not as the run wrote it
     */
    public Optional<Opened> open(String name, CsvProfile profile) {
        if (!KNOWN.containsKey(name)) {
            return Optional.empty();
        }
        try {
            for (int i = 0; i < TRIES; i++) {
                Snapshots snapshots = new Snapshots(output);
                String run = snapshots.placed();
                Map<String, String> written = new Snapshot(output, run, true).outputs();
                String wanted = written.get(name);
                if (wanted == null && !Files.exists(output.resolve(name))) {
                    return Optional.empty();
                }
                if (written.isEmpty()) {
                    throw unsealed();
                }
                Optional<Opened> found = open(snapshots, run, name, wanted, profile);
                if (found.isPresent() && (wanted != null || snapshots.placed().equals(run))) {
                    return found;
                }
                if (found.isPresent()) {
                    found.get().bytes().close();
                }
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(e);
        }
        throw replaced();
    }

    private Optional<Opened> open(Snapshots snapshots, String run, String name, String wanted, CsvProfile profile)
            throws IOException {
        Optional<Opened> placed = OutputBytes.open(output.resolve(name), wanted, profile);
        Optional<Snapshot> kept = placed.isPresent() ? Optional.empty() : snapshots.kept(run);
        return kept.isEmpty() ? placed : OutputBytes.open(kept.get().folder().resolve(name), wanted, profile);
    }

    private static OutputException unreadable(IOException e) {
        return new OutputException("The output folder cannot be read (" + e.getMessage() + ").", e);
    }

    private static OutputException unsealed() {
        return new OutputException(
                "manifest.json is empty or damaged, so nobody knows whether the file is as the last run wrote it. Run anew.");
    }

    private static OutputException replaced() {
        return new OutputException(
                "The file is not as the last run wrote it: it was edited since, or a run is replacing it. Try again, or run anew.");
    }
}
