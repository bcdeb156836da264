package dev.segmentation.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * What lies below a folder, but for names that begin with a dot: those are locks, and what a commit moves into place, which may
 * vanish while somebody looks. Links are followed.
 */
public final class VisibleTree extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> paths = new ArrayList<>();

    private VisibleTree(Path root) {
        this.root = root;
    }

    /**
     * All files and folders below a folder.
     *
     * @throws IOException if one cannot be looked into, or a link leads in a circle
     */
    public static List<Path> of(Path folder) throws IOException {
        VisibleTree tree = new VisibleTree(folder);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, tree);
        return tree.paths;
    }

    /** A path from a folder on, with {@code /}; a backslash that is a part of a name stays one. */
    public static String relative(Path folder, Path path) {
        String separator = folder.getFileSystem().getSeparator();
        return folder.relativize(path).toString().replace(separator, "/");
    }

    private boolean hidden(Path path) {
        return !path.equals(root) && path.getFileName().toString().startsWith(".");
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (hidden(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (!folder.equals(root)) {
            paths.add(folder);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!hidden(file)) {
            paths.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException fault) throws IOException {
        if (hidden(path) || fault instanceof NoSuchFileException && !path.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        throw fault;
    }
}
