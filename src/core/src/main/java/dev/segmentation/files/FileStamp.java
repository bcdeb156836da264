package dev.segmentation.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * A state of a file, which differs from its other states without reading it.
 *
 * @param key what the file system knows it by, {@code null} where it does not tell
 */
public record FileStamp(FileTime time, long size, Object key) {

    /** The present state of a file; nothing if there is none, or it cannot be looked at. */
    public static Optional<FileStamp> of(Path file) {
        try {
            return Optional.of(read(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The present state of a file. */
    public static FileStamp read(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(now.lastModifiedTime(), now.size(), now.fileKey());
    }
}
