package dev.segmentation.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a set of files so that a folder holds the old set or the new one. Some files of the set may belong into one
 * other folder, and a copy of some may be kept as {@code runs/NAME}.
 *
 * <p>Files are written to {@code .staging} beside their targets. {@link #commit()} renames that folder to
 * {@code .commit}, which is the one atomic moment, then moves each file to its place, those of the other folder first,
 * the folder to keep last. A target that cannot be replaced turns the folder into {@code .undo}, the former files go
 * back, and the new ones are kept as {@code runs/NAME-unplaced}. {@link #recover} is for the next start: it completes a
 * {@code .commit} or {@code .undo} folder and drops a {@code .staging} folder. The holder of the {@link FolderLock}
 * alone may use it.
 */
public final class StagedFiles implements Closeable {
    /** Folder of the runs that are kept. */
    public static final String RUNS = "runs";
    /** What the name of a kept run ends in whose files could not be put in place. */
    public static final String UNPLACED = "-unplaced";

    private final Path folder;
    private final Path staging;
    private final FileSteps steps;
    private Elsewhere elsewhere;
    private Archive archive;
    private String note = "";
    private boolean committed;

    private StagedFiles(Path folder, FileSteps steps) {
        this.folder = folder;
        this.staging = folder.resolve(Recovery.STAGING);
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
        } catch (HeldException e) {
            throw new OutputException(
                    e.getMessage() + ". A run that was cut off waits to be completed. " + e.advice(), e);
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

    /** Names the folder in which this set is kept, should its files not find their place. */
    public void keepAs(String name) throws IOException {
        archive = Archive.begin(staging, name, steps);
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
        return FileSteps.list(staging);
    }

    /**
     * Puts all files in place.
     *
     * @return what went wrong with the kept folder alone, blank if nothing did
     * @throws OutputException if one target cannot be replaced; then all former files are back in place, and the message
     *     says where the new ones are
     */
    public String commit() {
        try {
            if (elsewhere != null) {
                elsewhere.seal();
            }
            if (archive != null) {
                archive.seal();
            }
            steps.force(staging);
            toCommit();
            steps.force(folder);
            moveIn();
            return note;
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    private void toCommit() throws IOException {
        try {
            for (Path file : FileSteps.list(staging)) {
                HeldException.check(folder.resolve(file.getFileName()));
            }
            if (elsewhere != null) {
                elsewhere.checkPlaces();
            }
            steps.rename(staging, folder.resolve(Recovery.COMMIT));
            committed = true;
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** The set was not even begun to be put in place. */
    private OutputException refused(IOException e) throws IOException {
        if (archive == null) {
            return failure(folder, e);
        }
        try {
            steps.rename(staging, folder.resolve(Recovery.UNDO));
        } catch (IOException readOnly) {
            return Unplaced.message(folder, e, archive.copy(staging).orElse(null));
        }
        committed = true;
        return Unplaced.message(folder, e, new Recovery(folder, steps).putBack());
    }

    private void moveIn() throws IOException {
        Path commit = folder.resolve(Recovery.COMMIT);
        try {
            Elsewhere others = Elsewhere.in(commit, steps);
            if (others != null) {
                others.moveIn();
            }
            steps.makeFolder(commit.resolve(Recovery.FORMER));
            steps.makeFolder(commit.resolve(Recovery.ABSENT));
            for (Path file : FileSteps.list(commit)) {
                keepFormer(file.getFileName());
                Recovery.place(file, folder.resolve(file.getFileName()), steps);
            }
        } catch (IOException e) {
            steps.rename(commit, folder.resolve(Recovery.UNDO));
            throw Unplaced.message(folder, e, new Recovery(folder, steps).putBack());
        }
        note = new Recovery(folder, steps).placeArchive();
        steps.force(folder);
        steps.deleteTree(commit);
    }

    /** The target itself never goes missing. */
    private void keepFormer(Path name) throws IOException {
        Path commit = folder.resolve(Recovery.COMMIT);
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            steps.keep(target, commit.resolve(Recovery.FORMER).resolve(name));
        } else {
            steps.create(commit.resolve(Recovery.ABSENT).resolve(name));
        }
    }

    /** Completes or drops what a killed run left behind. */
    public static void recover(Path folder) throws IOException {
        recover(folder, new FileSteps());
    }

    static void recover(Path folder, FileSteps steps) throws IOException {
        new Recovery(folder, steps).run();
    }

    /** Removes folders within this one; each is gone at once or not at all, whenever a kill comes. */
    public static void discard(Path folder, List<Path> unwanted) throws IOException {
        FileSteps steps = new FileSteps();
        Path discard = folder.resolve(Recovery.DISCARD);
        for (Path each : unwanted) {
            steps.makeFolder(discard);
            steps.rename(each, discard.resolve(each.getFileName()));
        }
        steps.deleteTree(discard);
    }

    /** Whether a killed run left a set of files that is complete but not yet all in place. */
    public static boolean unfinished(Path folder) {
        return Files.isDirectory(folder.resolve(Recovery.COMMIT)) || Files.isDirectory(folder.resolve(Recovery.UNDO));
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            steps.deleteTree(staging);
        }
    }

    private static OutputException failure(Path folder, IOException e) {
        return Unplaced.message(folder, e, null);
    }
}
