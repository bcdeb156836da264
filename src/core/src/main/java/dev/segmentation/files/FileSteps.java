package dev.segmentation.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The single steps by which outputs and the decisions of people change a disk. A kill may come between any two, never within one. */
public class FileSteps {
    /** Renames; what stood there before is replaced. */
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A hard link where the file system has them, else a copy. */
    public void keep(Path file, Path kept) throws IOException {
        try {
            Files.createLink(kept, file);
        } catch (IOException | UnsupportedOperationException e) {
            try {
                copy(file, kept);
            } catch (IOException full) {
                Files.deleteIfExists(kept); // half a file must not be put back
                throw full;
            }
        }
    }

    /** A copy, on disk when this returns. */
    public void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        force(to);
    }

    /** A new file with these bytes, on disk when this returns; what stood there is gone. */
    public void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        force(file);
    }

    /** More bytes at the end of a file, on disk when this returns. */
    public void append(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        force(file);
    }

    /** Cuts a file off behind that many bytes. */
    public void truncate(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }

    /** An empty file that was not there. */
    public void create(Path file) throws IOException {
        Files.createFile(file);
    }

    /** A folder, if it is not there. */
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /** Takes a file or an empty folder away, if it is there. */
    public void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }

    /** Puts a file in place, on another file system by a copy beside the target, so that the target is never half. */
    public final void replace(Path from, Path target) throws IOException {
        try {
            rename(from, target);
        } catch (AtomicMoveNotSupportedException e) {
            Path beside = beside(target);
            copy(from, beside);
            rename(beside, target);
            delete(from);
        }
    }

    /** Where the former files of a set are kept by name. */
    static Path former(Path set) {
        return set.resolve(".former");
    }

    /** Where an empty file stands for each new file that replaces none. */
    static Path absent(Path set) {
        return set.resolve(".absent");
    }

    final void keepFormers(Path set) throws IOException {
        makeFolder(former(set));
        makeFolder(absent(set));
    }

    /** Keeps what stands in a place before it is replaced. The place itself never goes empty. */
    final void keepFormer(Path set, Path place) throws IOException {
        if (Files.exists(place)) {
            keep(place, former(set).resolve(place.getFileName()));
        } else {
            create(absent(set).resolve(place.getFileName()));
        }
    }

    static Path beside(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".new");
    }

    /** Gives a new file the permissions of the one it replaces, where there is one and the platform has them. */
    public static void likeFormer(Path former, Path file) {
        try {
            if (Files.exists(former)) {
                Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(former));
            }
        } catch (IOException | UnsupportedOperationException e) {
            // it keeps those that new files get
        }
    }

    /** Takes a folder away with all that is in it. */
    public final void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                delete(path);
            }
        } catch (NoSuchFileException e) {
            // gone already
        }
    }

    /** The files of a folder in name order; none if there is no folder. */
    public static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    /** Makes a file durable, or the renames in a folder where the platform lets a folder be flushed. */
    public void force(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            if (!folder) {
                throw e;
            }
            // Windows does not open folders; its renames are journalled
        }
    }
}
