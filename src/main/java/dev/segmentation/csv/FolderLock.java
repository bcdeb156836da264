package dev.segmentation.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Keeps two writers out of one folder. The operating system holds the lock and drops it when its owner dies, so a
 * killed run leaves nothing behind to clear away.
 */
public final class FolderLock implements Closeable {
    static final String FILE = ".lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, making the folder if it is missing.
     *
     * @throws OutputException if another writer holds it or the folder cannot be written
     */
    public static FolderLock take(Path folder, Instant now) {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(FILE);
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = read(channel);
                channel.close();
                throw new OutputException(
                        folder + " is in use by another run" + (holder.isBlank() ? "" : " (" + holder + ")")
                                + ". Wait for it to end, or choose another --output.");
            }
            channel.truncate(0);
            String owner = "process " + ProcessHandle.current().pid() + " since " + now;
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
            return new FolderLock(channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new OutputException(
                    folder + " cannot be written (" + e + "). Maybe it is read-only, or the disk is full.", e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
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

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // the fault that led here is the one to report
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
