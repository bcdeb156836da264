package dev.segmentation.service;

import dev.segmentation.csv.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last files that people sent, in a folder of the service for as long as it runs; the oldest go first. */
public final class BatchUploads implements AutoCloseable {
    private static final int MOST = 20;
    private static final long MOST_BYTES = 64L << 20;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, BatchUpload> uploads = new LinkedHashMap<>();
    private Path folder;

    BatchUploads(Clock clock) {
        this.clock = clock;
    }

    synchronized BatchUpload keep(String name, boolean workbook, byte[] content, String by) {
        byte[] bits = new byte[12];
        random.nextBytes(bits);
        String id = HexFormat.of().formatHex(bits);
        Path place = place(id);
        try {
            Files.write(place, content);
        } catch (IOException e) {
            delete(place);
            throw full(e);
        }
        BatchUpload upload = new BatchUpload(id, name, workbook, by, clock.instant(), content.length, place);
        uploads.put(id, upload);
        while (uploads.size() > MOST || bytes() > MOST_BYTES && uploads.size() > 1) {
            drop(uploads.keySet().iterator().next());
        }
        return upload;
    }

    /** Systems clear their folder for temporary files now and then; what lay in it is forgotten then. */
    private Path place(String id) {
        try {
            if (folder == null || !Files.isDirectory(folder)) {
                folder = Files.createTempDirectory("segmenter-batches");
            }
            forgetLost();
            return folder.resolve(id);
        } catch (IOException e) {
            throw full(e);
        }
    }

    private void forgetLost() {
        uploads.values().removeIf(upload -> !Files.exists(upload.place()));
    }

    private static OutputException full(IOException e) {
        return new OutputException("The upload cannot be kept (" + e + "). Maybe the disk is full.", e);
    }

    private long bytes() {
        return uploads.values().stream().mapToLong(BatchUpload::size).sum();
    }

    /** The upload of that id, unless it was dropped. */
    public synchronized Optional<BatchUpload> find(String id) {
        forgetLost();
        return Optional.ofNullable(uploads.get(id));
    }

    /** Those that are kept, the newest first. */
    public synchronized List<BatchUpload> list() {
        forgetLost();
        List<BatchUpload> newest = new ArrayList<>(uploads.values());
        Collections.reverse(newest);
        return newest;
    }

    /** Forgets an upload. */
    public synchronized void drop(String id) {
        BatchUpload gone = uploads.remove(id);
        if (gone != null) {
            delete(gone.place());
        }
    }

    private static void delete(Path place) {
        try {
            Files.deleteIfExists(place);
        } catch (IOException e) {
            place.toFile().deleteOnExit();
        }
    }

    @Override
    public synchronized void close() {
        List.copyOf(uploads.keySet()).forEach(this::drop);
        if (folder != null) {
            delete(folder);
        }
    }
}
