package dev.segmentation.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps two writers out of one folder. The operating system holds the lock and drops it when its owner dies, so a
 * killed run leaves nothing behind to clear away.
 */
public final class FolderLock implements Closeable {
    static final String FILE = ".lock";

    /**
     * Who holds what in this process. POSIX drops all locks of a process on a file when it closes any channel to that
     * file, so a second taker here must be refused before it opens one.
     */
    private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

    private final Path folder;
    private final FileChannel channel;

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
        try {
            return open(folder, now, ", or choose another --output");
        } catch (IOException e) {
            throw new OutputException(
                    folder + " cannot be written (" + e + "). Maybe it is read-only, or the disk is full.", e);
        }
    }

    /**
     * Takes the lock of a folder that is there and can be written; empty otherwise.
     *
     * @throws OutputException if another writer holds it
     */
    public static Optional<FolderLock> takeIfWritable(Path folder, Instant now) {
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(folder, now, ""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static FolderLock open(Path folder, Instant now, String otherwise) throws IOException {
        String owner = "process " + ProcessHandle.current().pid() + " since " + now;
        Path real = null;
        FileChannel channel = null;
        try {
            Path place = Files.createDirectories(folder).toRealPath();
            String here = HELD.putIfAbsent(place, owner);
            if (here != null) {
                throw inUse(folder, here, otherwise);
            }
            real = place;
            channel = FileChannel.open(
                    place.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw inUse(folder, read(channel), otherwise);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
            return new FolderLock(place, channel);
        } catch (IOException | OutputException e) {
            release(real, channel);
            throw e;
        }
    }

    private static OutputException inUse(Path folder, String holder, String otherwise) {
        return new OutputException(folder + " is in use by another run" + (holder.isBlank() ? "" : " (" + holder + ")")
                + ". Wait for it to end" + otherwise + ".");
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
        if (held != null) {
            HELD.remove(held);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            HELD.remove(folder);
        }
    }
}
