package dev.segmentation.csv;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Saves a copy of all folders before each step by which the program changes the disk: what a kill at that moment leaves behind.
 * One run so gives the folders of every fault point. It stands on the boot class path, in front of the program's own steps.
 */
final class Cut {
    private static final Path HOME = Path.of(System.getProperty("same.home"));
    private static final Path INTO = Path.of(System.getProperty("same.into"));
    private static int steps;

    private Cut() {}

    static synchronized void before(String step) throws IOException {
        Path folder = INTO.resolve(String.format("%04d-%s", steps++, step));
        Files.walkFileTree(HOME, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(folder.resolve(HOME.relativize(from)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                Files.copy(from, folder.resolve(HOME.relativize(from)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // another thread took it away
                }
                throw e;
            }
        });
    }
}
