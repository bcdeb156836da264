package dev.segmentation.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a set of files so that a folder holds the old set or the new one.
 *
 * <p>Files are written to {@code .staging} beside their targets. {@link #commit()} renames that folder to
 * {@code .commit}, which is the one atomic moment, then moves each file to its place. A target that cannot be replaced
 * turns the folder into {@code .undo}, and the former files go back. {@link #recover} is for the next start: it completes
 * a {@code .commit} or {@code .undo} folder and drops a {@code .staging} folder. The holder of the {@link FolderLock}
 * alone may use it.
 */
public final class StagedFiles implements Closeable {
    private static final String STAGING = ".staging";
    private static final String COMMIT = ".commit";
    private static final String UNDO = ".undo";
    private static final String FORMER = ".former";
    private static final String ABSENT = ".absent";

    private final Path folder;
    private final Path staging;
    private boolean committed;

    private StagedFiles(Path folder) {
        this.folder = folder;
        this.staging = folder.resolve(STAGING);
    }

    /** Cleans up after a run that was cut off, then opens an empty staging folder. */
    public static StagedFiles begin(Path folder) {
        try {
            recover(folder);
            StagedFiles staged = new StagedFiles(folder);
            Files.createDirectories(staged.staging);
            return staged;
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** Where to write the file of that name; an earlier name may be written again. */
    public Path file(String name) {
        return staging.resolve(name);
    }

    /** The staged files in name order. */
    public List<Path> files() throws IOException {
        return list(staging);
    }

    /**
     * Puts all files in place.
     *
     * @throws OutputException if one target cannot be replaced; then all former files are back in place
     */
    public void commit() {
        try {
            force(staging);
            for (Path file : list(staging)) {
                Path target = folder.resolve(file.getFileName());
                if (Files.isDirectory(target)) {
                    throw new OutputException(target + " is a folder. Remove it, or choose another --output.");
                }
            }
            Files.move(staging, folder.resolve(COMMIT), StandardCopyOption.ATOMIC_MOVE);
            committed = true;
            force(folder);
            moveIn();
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    private void moveIn() throws IOException {
        Path commit = folder.resolve(COMMIT);
        try {
            Files.createDirectories(commit.resolve(FORMER));
            Files.createDirectories(commit.resolve(ABSENT));
            for (Path file : list(commit)) {
                keepFormer(file.getFileName());
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            Files.move(commit, folder.resolve(UNDO), StandardCopyOption.ATOMIC_MOVE);
            putBack(folder);
            throw e;
        }
        delete(commit);
        force(folder);
    }

    /** A hard link where the file system has them: the target itself never goes missing. */
    private void keepFormer(Path name) throws IOException {
        Path commit = folder.resolve(COMMIT);
        Path target = folder.resolve(name);
        if (!Files.exists(target)) {
            Files.createFile(commit.resolve(ABSENT).resolve(name));
            return;
        }
        Path former = commit.resolve(FORMER).resolve(name);
        try {
            Files.createLink(former, target);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(target, former, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void putBack(Path folder) throws IOException {
        Path undo = folder.resolve(UNDO);
        for (Path former : list(undo.resolve(FORMER))) {
            Files.move(former, folder.resolve(former.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path absent : list(undo.resolve(ABSENT))) {
            Files.deleteIfExists(folder.resolve(absent.getFileName()));
        }
        delete(undo);
    }

    /** Completes or drops what a killed run left behind. */
    public static void recover(Path folder) throws IOException {
        if (Files.isDirectory(folder.resolve(UNDO))) {
            putBack(folder);
        }
        Path commit = folder.resolve(COMMIT);
        if (Files.isDirectory(commit)) {
            for (Path file : list(commit)) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            delete(commit);
        }
        delete(folder.resolve(STAGING));
    }

    /** Whether a killed run left a set of files that is complete but not yet all in place. */
    public static boolean unfinished(Path folder) {
        return Files.isDirectory(folder.resolve(COMMIT)) || Files.isDirectory(folder.resolve(UNDO));
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            delete(staging);
        }
    }

    private static OutputException failure(Path folder, IOException e) {
        return new OutputException(
                folder + " cannot be written (" + e + "). The former files are unchanged. Maybe the disk is full, the"
                        + " folder is read-only, or a file is open in Excel or Power BI: close it and run again.",
                e);
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        }
        files.sort(Comparator.comparing(Path::toString));
        return files;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            // gone already
        }
    }

    /** Makes renames durable where the platform lets a folder be flushed. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not open folders; its renames are journalled
        }
    }
}
