package dev.segmentation.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Writes a set of files so that a folder holds the old set or the new one. Some files of the set may belong into one
 * other folder.
 *
 * <p>Files are written to {@code .staging} beside their targets. {@link #commit()} renames that folder to
 * {@code .commit}, which is the one atomic moment, then moves each file to its place, those of the other folder first. A
 * target that cannot be replaced turns the folder into {@code .undo}, and the former files go back. {@link #recover} is
 * for the next start: it completes a {@code .commit} or {@code .undo} folder and drops a {@code .staging} folder. The
 * holder of the {@link FolderLock} alone may use it.
 */
public final class StagedFiles implements Closeable {
    private static final String STAGING = ".staging";
    private static final String COMMIT = ".commit";
    private static final String UNDO = ".undo";
    private static final String FORMER = ".former";
    private static final String ABSENT = ".absent";

    private final Path folder;
    private final Path staging;
    private final FileSteps steps;
    private Elsewhere elsewhere;
    private boolean committed;

    private StagedFiles(Path folder, FileSteps steps) {
        this.folder = folder;
        this.staging = folder.resolve(STAGING);
        this.steps = steps;
    }

    /** Cleans up after a run that was cut off, then opens an empty staging folder. */
    public static StagedFiles begin(Path folder) {
        return begin(folder, new FileSteps());
    }

    static StagedFiles begin(Path folder, FileSteps steps) {
        try {
            recover(folder, steps);
            StagedFiles staged = new StagedFiles(folder, steps);
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

    /**
     * Where to write a file that belongs into another folder, the same for all such files. The caller holds the
     * {@link FolderLock} of that folder until the commit is done.
     *
     * @param target the other folder
     * @param name name of the file
     * @param replaces {@link Fingerprint} of the file it replaces; if another stands there by then, nothing is put in place
     */
    public Path file(Path target, String name, String replaces) throws IOException {
        if (Files.isSameFile(target, folder)) {
            return file(name);
        }
        if (elsewhere == null) {
            elsewhere = Elsewhere.begin(staging, target, steps);
        }
        return elsewhere.file(name, replaces);
    }

    /** The staged files of this folder in name order. */
    public List<Path> files() throws IOException {
        return FileSteps.list(staging);
    }

    /**
     * Puts all files in place.
     *
     * @throws OutputException if one target cannot be replaced; then all former files are back in place
     */
    public void commit() {
        try {
            for (Path file : FileSteps.list(staging)) {
                Path target = folder.resolve(file.getFileName());
                if (Files.isDirectory(target)) {
                    throw new OutputException(target + " is a folder. Remove it, or choose another --output.");
                }
            }
            if (elsewhere != null) {
                elsewhere.seal();
            }
            steps.force(staging);
            steps.rename(staging, folder.resolve(COMMIT));
            committed = true;
            steps.force(folder);
            moveIn();
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    private void moveIn() throws IOException {
        Path commit = folder.resolve(COMMIT);
        try {
            Elsewhere others = Elsewhere.in(commit, steps);
            if (others != null) {
                others.moveIn();
            }
            steps.makeFolder(commit.resolve(FORMER));
            steps.makeFolder(commit.resolve(ABSENT));
            for (Path file : FileSteps.list(commit)) {
                keepFormer(file.getFileName());
                steps.rename(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            steps.rename(commit, folder.resolve(UNDO));
            putBack(folder, steps);
            throw e;
        }
        steps.force(folder);
        steps.deleteTree(commit);
    }

    /** The target itself never goes missing. */
    private void keepFormer(Path name) throws IOException {
        Path commit = folder.resolve(COMMIT);
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            steps.keep(target, commit.resolve(FORMER).resolve(name));
        } else {
            steps.create(commit.resolve(ABSENT).resolve(name));
        }
    }

    private static void putBack(Path folder, FileSteps steps) throws IOException {
        Path undo = folder.resolve(UNDO);
        Elsewhere others = Elsewhere.in(undo, steps);
        if (others != null) {
            others.putBack();
        }
        for (Path former : FileSteps.list(undo.resolve(FORMER))) {
            steps.rename(former, folder.resolve(former.getFileName()));
        }
        for (Path absent : FileSteps.list(undo.resolve(ABSENT))) {
            steps.delete(folder.resolve(absent.getFileName()));
        }
        steps.deleteTree(undo);
    }

    /** Completes or drops what a killed run left behind. */
    public static void recover(Path folder) throws IOException {
        recover(folder, new FileSteps());
    }

    static void recover(Path folder, FileSteps steps) throws IOException {
        Path undo = folder.resolve(UNDO);
        if (Files.isDirectory(undo)) {
            try (Closeable lock = lockOf(undo, Elsewhere.in(undo, steps))) {
                putBack(folder, steps);
            }
        }
        Path commit = folder.resolve(COMMIT);
        if (Files.isDirectory(commit)) {
            Elsewhere others = Elsewhere.in(commit, steps);
            try (Closeable lock = lockOf(commit, others)) {
                if (others != null) {
                    others.complete();
                }
                for (Path file : FileSteps.list(commit)) {
                    steps.rename(file, folder.resolve(file.getFileName()));
                }
                steps.force(folder);
                steps.deleteTree(commit);
            }
        }
        steps.deleteTree(folder.resolve(STAGING));
    }

    private static Closeable lockOf(Path waiting, Elsewhere others) {
        if (others == null) {
            return () -> {};
        }
        if (!Files.isDirectory(others.target())) {
            throw new OutputException(waiting + " holds files of a run that was cut off, and their folder "
                    + others.target() + " is not there. Put it back. If it is gone for good, delete "
                    + waiting.resolve(Elsewhere.FOLDER) + " and run again.");
        }
        return FolderLock.take(others.target(), Instant.now());
    }

    /** Whether a killed run left a set of files that is complete but not yet all in place. */
    public static boolean unfinished(Path folder) {
        return Files.isDirectory(folder.resolve(COMMIT)) || Files.isDirectory(folder.resolve(UNDO));
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            steps.deleteTree(staging);
        }
    }

    private static OutputException failure(Path folder, IOException e) {
        return new OutputException(
                folder + " cannot be written (" + e + "). The former files are unchanged. Maybe the disk is full, the"
                        + " folder is read-only, or a file is open in Excel or Power BI: close it and run again.",
                e);
    }
}
