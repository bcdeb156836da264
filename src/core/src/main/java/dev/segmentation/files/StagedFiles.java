package dev.segmentation.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes the outputs of a run in one {@link FileTransaction}. Files are written to {@code .staging} beside their targets;
 * some may belong into one other folder, and a copy of some may be kept as {@code runs/NAME}. The files of the other
 * folder are committed first, the folder to keep last. New files that could not be committed are kept as
 * {@code runs/NAME-unplaced}. The holder of the {@link FolderLock} alone may use it.
 */
public final class StagedFiles extends FileTransaction implements Closeable {
    /** Folder of the runs that are kept. */
    public static final String RUNS = "runs";
    /** What the name of a kept run ends in whose files could not be committed. */
    public static final String UNPLACED = "-unplaced";

    private static final String DISCARD = ".discard";
    private static final String MAYBE =
            " Maybe the disk is full, the folder is read-only, or a file is open in Excel or Power BI: close it and run"
                    + " again.";

    private StagingFolder others;
    private Archive archive;
    private String note = "";
    private Path kept;

    private StagedFiles(Path folder, FileSteps steps) {
        super(folder, ".staging", ".commit", ".undo", steps);
    }

    /** Cleans up after a run that was cut off, then opens an empty staging folder. */
    public static StagedFiles begin(Path folder) {
        return begin(folder, new FileSteps());
    }

    static StagedFiles begin(Path folder, FileSteps steps) {
        StagedFiles staged = new StagedFiles(folder, steps);
        try {
            recover(folder, steps);
            Files.createDirectories(staged.staging());
            return staged;
        } catch (HeldException e) {
            throw new OutputException(
                    e.getMessage() + ". A run that was cut off waits to be completed. " + e.advice(), e);
        } catch (IOException e) {
            throw staged.failure(e);
        }
    }

    /** Where to write the file of that name; an earlier name may be written again. */
    public Path file(String name) {
        return staging().resolve(name);
    }

    /**
     * Where to write a file that belongs into another folder, the same for all such files. The caller holds the
     * {@link FolderLock} of that folder until the commit is done.
     *
     * @param target the other folder
     * @param replaces {@link Fingerprint} of the file it replaces; if another stands there by then, nothing is committed
     */
    public Path file(Path target, String name, String replaces) throws IOException {
        if (Files.isSameFile(target, folder)) {
            return file(name);
        }
        if (others == null) {
            others = StagingFolder.begin(staging(), target, steps);
        }
        return others.file(name, replaces);
    }

    /** Names the folder in which this set is kept, should its files not find their place. */
    public void keepAs(String name) throws IOException {
        archive = Archive.begin(staging(), name, steps);
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
        return FileSteps.list(staging());
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
        Optional<IOException> fault;
        try {
            seal();
            sealed = true;
            checkPlaces();
            fault = commitStaged();
        } catch (IOException e) {
            kept = sealed && archive != null && staged() ? keepRefused() : null;
            throw failure(e);
        }
        fault.ifPresent(e -> {
            throw failure(e);
        });
        return note;
    }

    private void seal() throws IOException {
        if (others != null) {
            others.seal();
        }
        if (archive != null) {
            steps.force(archive.folder());
        }
        steps.force(staging());
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
            refuse();
            return kept;
        } catch (IOException e) {
            return staged() ? archive.copy(staging()).orElse(null) : null;
        }
    }

    private OutputException failure(IOException fault) {
        HeldException held = fault instanceof HeldException it ? it : null;
        String what = held != null ? fault.getMessage() + "." : folder + " cannot be written (" + fault + ").";
        String where = kept == null
                ? " The former files are unchanged."
                : " All former files are in place as they were. The new files lie complete in " + kept
                        + ", where they can be read until then; do not copy single ones over the former.";
        return new OutputException(what + where + (held != null ? " " + held.advice() : MAYBE), fault);
    }

    /** Completes or drops what a killed run left behind. */
    public static void recover(Path folder) throws IOException {
        recover(folder, new FileSteps());
    }

    static void recover(Path folder, FileSteps steps) throws IOException {
        new StagedFiles(folder, steps).recover();
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
        return new StagedFiles(folder, new FileSteps()).unfinished();
    }

    @Override
    public void close() throws IOException {
        steps.deleteTree(staging());
    }

    @Override
    protected Closeable lock(Path waiting) throws IOException {
        StagingFolder there = StagingFolder.in(waiting, steps);
        if (there == null) {
            return () -> {};
        }
        if (!Files.isDirectory(there.target())) {
            throw new OutputException(waiting + " holds files of a run that was cut off, and their folder "
                    + there.target() + " is not there. Put it back. If it is gone for good, delete "
                    + waiting.resolve(StagingFolder.FOLDER) + " and run again.");
        }
        return FolderLock.take(there.target(), Instant.now());
    }

    @Override
    protected void moveIn(Path commit) throws IOException {
        StagingFolder there = StagingFolder.in(commit, steps);
        if (there != null) {
            there.moveIn();
        }
        steps.keepFormers(commit);
        for (Path file : FileSteps.list(commit)) {
            steps.keepFormer(commit, folder.resolve(file.getFileName()));
            place(file);
        }
        placeArchive(commit);
    }

    @Override
    protected void complete(Path commit) throws IOException {
        StagingFolder there = StagingFolder.in(commit, steps);
        if (there != null) {
            there.complete();
        }
        for (Path file : FileSteps.list(commit)) {
            place(file);
        }
        placeArchive(commit);
    }

    private void place(Path file) throws IOException {
        Path target = folder.resolve(file.getFileName());
        try {
            steps.rename(file, target);
        } catch (IOException e) {
            throw HeldException.inUse(target, e);
        }
    }

    /** The outputs are what counts: a kept folder that cannot be had never fails them. */
    private void placeArchive(Path commit) {
        try {
            Archive kept = Archive.in(commit, steps);
            if (kept != null) {
                kept.place(folder);
            }
        } catch (IOException e) {
            note = "The run is not kept in " + folder.resolve(RUNS) + " (" + e + "). Its files are in place.";
        }
    }

    @Override
    protected void putBack(Path undo) throws IOException {
        StagingFolder there = StagingFolder.in(undo, steps);
        if (there != null) {
            there.putBack();
        }
        Archive rescued = Archive.in(undo, steps);
        for (Path former : FileSteps.list(FileSteps.former(undo))) {
            Path target = folder.resolve(former.getFileName());
            if (Files.exists(undo.resolve(former.getFileName()))) {
                steps.delete(former); // its place never changed hands, and who holds it may still do so
            } else {
                if (rescued != null) {
                    rescued.rescue(target);
                }
                steps.rename(former, target);
            }
        }
        for (Path absent : FileSteps.list(FileSteps.absent(undo))) {
            Path target = folder.resolve(absent.getFileName());
            if (rescued != null && Files.exists(target)) {
                rescued.take(target);
            } else {
                steps.delete(target);
            }
        }
        kept = rescued == null ? null : rescued.keep(undo, folder).orElse(null);
    }
}
