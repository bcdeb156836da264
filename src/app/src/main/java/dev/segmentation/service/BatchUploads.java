package dev.segmentation.service;

import dev.segmentation.files.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The last files that people sent, in a folder of the service for as long as it runs; the oldest go first. What one person sends
 * pushes out what that person sent before, and what others sent only where all of them together have too much and they have most.
 */
public final class BatchUploads implements AutoCloseable {
    private static final int FILES_OF_ONE = 20;
    private static final long BYTES_OF_ONE = 64L << 20;
    private static final int FILES_OF_ALL = 200;
    private static final long BYTES_OF_ALL = 256L << 20;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, BatchUploadInfo> uploads = new LinkedHashMap<>();
    private Path folder;

    BatchUploads(Clock clock) {
        this.clock = clock;
    }

    synchronized BatchUploadInfo keep(String name, boolean workbook, byte[] content, String by) {
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
        BatchUploadInfo upload = new BatchUploadInfo(id, name, workbook, by, clock.instant(), content.length, place);
        uploads.put(id, upload);
        makeRoom(upload);
        return upload;
    }

    private void makeRoom(BatchUploadInfo newest) {
        while (tooMuch(of(newest.by()), FILES_OF_ONE, BYTES_OF_ONE)) {
            drop(of(newest.by()).get(0).id());
        }
        while (tooMuch(uploads.values(), FILES_OF_ALL, BYTES_OF_ALL)) {
            List<BatchUploadInfo> most = uploads.values().stream()
                    .collect(Collectors.groupingBy(BatchUploadInfo::by, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .max(Comparator.comparingLong(BatchUploads::bytes).thenComparingInt(Collection::size))
                    .orElseThrow();
            drop(most.get(0).id());
        }
    }

    private static boolean tooMuch(Collection<BatchUploadInfo> kept, int files, long bytes) {
        return kept.size() > files || kept.size() > 1 && bytes(kept) > bytes;
    }

    private List<BatchUploadInfo> of(String person) {
        return uploads.values().stream()
                .filter(upload -> upload.by().equals(person))
                .toList();
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

    private static long bytes(Collection<BatchUploadInfo> kept) {
        return kept.stream().mapToLong(BatchUploadInfo::size).sum();
    }

    /** The upload of that id, unless it was dropped. */
    public synchronized Optional<BatchUploadInfo> find(String id) {
        forgetLost();
        return Optional.ofNullable(uploads.get(id));
    }

    /** Those that are kept, the newest first. */
    public synchronized List<BatchUploadInfo> list() {
        forgetLost();
        List<BatchUploadInfo> newest = new ArrayList<>(uploads.values());
        Collections.reverse(newest);
        return newest;
    }

    /** Forgets an upload. */
    public synchronized void drop(String id) {
        BatchUploadInfo gone = uploads.remove(id);
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
