package dev.segmentation.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the outputs of a run in one {@link FileTransaction}. Files are written to {@code .staging} beside their targets;
 * some may belong into one other folder, and a copy of some may be kept as {@code runs/NAME}. The files of the other
 * folder are committed first, the folder to keep last. New files that could not be committed are kept as
 * {@code runs/NAME-unplaced}. The holder of the {@link FolderLock} alone may use it.
 */
public final class StagedFiles implements Closeable {
    /** Folder of the runs that are kept. */
    public static final String RUNS = "runs";
    /** What the name of a kept run ends in whose files could not be committed. */
    public static final String UNPLACED = "-unplaced";

    private static final String DISCARD = ".discard";

    private final Path folder;
    private final FileSteps steps;
    private final NamedFiles layout;
    private final FileTransaction transaction;
    private StagingFolder others;
    private Archive archive;

    private StagedFiles(Path folder, FileSteps steps) {
        this.folder = folder;
        this.steps = steps;
        this.layout = new NamedFiles(folder, steps);
        this.transaction = new FileTransaction(folder, ".staging", ".commit", ".undo", layout, steps);
    }

    /** Cleans up after a run that was cut off, then opens an empty staging folder. */
    public static StagedFiles begin(Path folder) {
        return begin(folder, new FileSteps());
    }

    static StagedFiles begin(Path folder, FileSteps steps) {
        try {
            recover(folder, steps);
            StagedFiles staged = new StagedFiles(folder, steps);
            Files.createDirectories(staged.transaction.staging());
            return staged;
        } catch (HeldException e) {
            throw new OutputException(
                    e.getMessage() + ". A run that was cut off waits to be completed. " + e.advice(), e);
        } catch (IOException e) {
            throw CommitFailure.message(folder, e, null);
        }
    }

    /** Where to write the file of that name; an earlier name may be written again. */
    public Path file(String name) {
        return transaction.staging().resolve(name);
    }

    /**
     * Where to write a file that belongs into another folder, the same for all such files. The caller holds the
     * {@link FolderLock} of that folder until the commit is done.
     *
     * @param target the other folder
     * @param name name of the file
     * @param replaces {@link Fingerprint} of the file it replaces; if another stands there by then, nothing is committed
     */
    public Path file(Path target, String name, String replaces) throws IOException {
        if (Files.isSameFile(target, folder)) {
            return file(name);
        }
        if (others == null) {
            others = StagingFolder.begin(transaction.staging(), target, steps);
        }
        return others.file(name, replaces);
    }

    /** Names the folder in which this set is kept, should its files not find their place. */
    public void keepAs(String name) throws IOException {
        archive = Archive.begin(transaction.staging(), name, steps);
    }

    /** Where to write a file that stands in the kept folder too; without one no folder is kept after a commit. */
    public Path kept(String name) {
        return archive.file(name);
    }

    /** Copies a file and makes the copy durable. */
    public static void copy(Path from, Path to) throws IOException {
        new FileSteps().copy(from, to);
    }

    /** The staged files of this folder in name order. */
    public List<Path> files() throws IOException {
        return FileSteps.list(transaction.staging());
    }

    /**
     * Commits all files.
     *
     * @return what went wrong with the kept folder alone, blank if nothing did
     * @throws OutputException if one target cannot be replaced; then all former files are back in place, and the message
     *     says where the new ones are
     */
    public String commit() {
        boolean sealed = false;
        try {
            seal();
            sealed = true;
            checkPlaces();
            transaction.commit();
            return layout.note();
        } catch (CommitFailure e) {
            throw CommitFailure.message(folder, e.getCause(), layout.kept());
        } catch (IOException e) {
            Path kept = sealed && archive != null && transaction.staged() ? keepRefused() : null;
            throw CommitFailure.message(folder, e, kept);
        }
    }

    private void seal() throws IOException {
        if (others != null) {
            others.seal();
        }
        if (archive != null) {
            steps.force(archive.folder());
        }
        steps.force(transaction.staging());
    }

    private void checkPlaces() throws IOException {
        for (Path file : files()) {
            HeldException.check(folder.resolve(file.getFileName()));
        }
        if (others != null) {
            others.checkPlaces();
        }
    }

    /** Where the files are now of which none could be committed; {@code null} if they are kept nowhere. */
    private Path keepRefused() {
        try {
            transaction.refuse();
            return layout.kept();
        } catch (IOException e) {
            return transaction.staged() ? archive.copy(transaction.staging()).orElse(null) : null;
        }
    }

    /** Completes or drops what a killed run left behind. */
    public static void recover(Path folder) throws IOException {
        recover(folder, new FileSteps());
    }

    static void recover(Path folder, FileSteps steps) throws IOException {
        new StagedFiles(folder, steps).transaction.recover();
        steps.deleteTree(folder.resolve(DISCARD));
    }

    /** Removes folders within this one; each is gone at once or not at all, whenever a kill comes. */
    public static void discard(Path folder, List<Path> unwanted) throws IOException {
        FileSteps steps = new FileSteps();
        Path discard = folder.resolve(DISCARD);
        for (Path each : unwanted) {
            steps.makeFolder(discard);
            steps.rename(each, discard.resolve(each.getFileName()));
        }
        steps.deleteTree(discard);
    }

    /** Whether a killed run left a set of files that is complete but not yet all in place. */
    public static boolean unfinished(Path folder) {
        return new StagedFiles(folder, new FileSteps()).transaction.unfinished();
    }

    @Override
    public void close() throws IOException {
        steps.deleteTree(transaction.staging());
    }
}
