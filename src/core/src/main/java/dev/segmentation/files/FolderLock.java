package dev.segmentation.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps two writers out of one folder. The operating system holds the lock and drops it when its owner dies, so a
 * killed run leaves nothing behind to clear away.
 */
public final class FolderLock implements Closeable {
    static final String FILE = ".lock";

    /** Nanoseconds between two looks at a lock that another writer holds. */
    private static final long SHORTEST = 500_000;

    private static final long LONGEST = 5_000_000;

    /**
     * Who holds what in this process. POSIX drops all locks of a process on a file when it closes any channel to that
     * file, so a second taker here must be refused before it opens one.
     */
    private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

    private final Path folder;
    private final FileChannel channel;

    /** What the holder of a lock does. */
    public interface Work<A, T> {
        T with(A held) throws IOException;
    }

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock, making the folder if it is missing.
     *
     * @throws OutputException if another writer holds it or the folder cannot be written
     */
    public static FolderLock take(Path folder, Instant now) {
        return take(folder, now, Duration.ZERO, ", or choose another --output");
    }

    /**
     * Takes the lock, waiting for another writer to end.
     *
     * @param patience how long to wait
     * @throws OutputException if another writer still holds it then, or the folder cannot be written
     */
    public static FolderLock take(Path folder, Instant now, Duration patience) {
        return take(folder, now, patience, "");
    }

    private static FolderLock take(Path folder, Instant now, Duration patience, String otherwise) {
        try {
            return waiting(folder, now, patience, otherwise);
        } catch (IOException e) {
            throw new OutputException(
                    folder + " cannot be written (" + e + "). Maybe it is read-only, or the disk is full.", e);
        }
    }

    /**
     * Takes the lock of a folder that is there and can be written, waiting for another writer to end; empty otherwise.
     *
     * @param patience how long to wait
     * @throws OutputException if another writer still holds it then
     */
    public static Optional<FolderLock> takeIfWritable(Path folder, Instant now, Duration patience) {
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.of(waiting(folder, now, patience, ""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Asks again and again, at moments that do not keep in step with a writer that takes it over and over. */
    private static FolderLock waiting(Path folder, Instant now, Duration patience, String otherwise)
            throws IOException {
        String owner = "process " + ProcessHandle.current().pid() + " since " + now;
        long start = System.nanoTime();
        while (true) {
            Path place = Files.createDirectories(folder).toRealPath();
            String holder = HELD.putIfAbsent(place, owner);
            if (holder == null) {
                FileChannel channel = null;
                boolean taken = false;
                try {
                    channel = FileChannel.open(
                            place.resolve(FILE),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
                    if (channel.tryLock() != null) {
                        channel.truncate(0);
                        channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
                        taken = true;
                        return new FolderLock(place, channel);
                    }
                    holder = read(channel);
                } finally {
                    if (!taken) {
                        release(place, channel);
                    }
                }
            }
            if (System.nanoTime() - start >= patience.toNanos()) {
                throw new OutputException(folder + " is in use by another run"
                        + (holder.isBlank() ? "" : " (" + holder + ")") + ". Wait for it to end" + otherwise + ".");
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST, LONGEST));
        }
    }

    private static String read(FileChannel channel) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(200);
            channel.read(bytes, 0);
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static void release(Path held, FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // the fault that led here is the one to report
        }
        HELD.remove(held);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            HELD.remove(folder);
        }
    }
}
