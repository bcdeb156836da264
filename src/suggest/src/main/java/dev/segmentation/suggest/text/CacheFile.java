package dev.segmentation.suggest.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** Writes files of the cache folder as a whole, and clears away what a killed process left half written. */
public final class CacheFile {
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final String TEMPORARY = ".tmp";

    private CacheFile() {}

    /** What a file is to hold. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Replaces a file in one step, so that no reader sees half of it.
     *
     * @throws IOException if it cannot be written; the former file stays
     */
    public static void write(Path file, Content content) throws IOException {
        Path folder = file.getParent();
        Files.createDirectories(folder);
        String name = file.getFileName().toString();
        String kind = name.substring(0, name.indexOf('-') + 1);
        clear(folder, kind);
        Path fresh = Files.createTempFile(folder, kind, TEMPORARY);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16)) {
                content.write(out);
            }
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void clear(Path folder, String kind) throws IOException {
        FileTime limit = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, kind + "*" + TEMPORARY)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).compareTo(limit) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
