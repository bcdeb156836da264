package dev.segmentation.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Takes a folder from one set of files to the next, so that it holds the one or the other whenever a kill comes. New files
 * are written to a staging folder. That is renamed to the commit folder, which is the one atomic moment; then each file
 * moves to its place. Where one cannot, the commit folder is renamed to the undo folder, and the former files go back.
 * {@link #recover} completes or takes back what a kill cut off. The holder of the {@link FolderLock} alone may use it. How
 * the files of a set lie in its folders is for each kind of set; all moves can be done again after a kill.
 */
public abstract class FileTransaction {
    protected final Path folder;
    protected final FileSteps steps;
    private final Path staging;
    private final Path commit;
    private final Path undo;

    /** A transaction over that folder; three names are those of its staging, commit and undo folders. */
    protected FileTransaction(Path folder, String staging, String commit, String undo, FileSteps steps) {
        this.folder = folder;
        this.staging = folder.resolve(staging);
        this.commit = folder.resolve(commit);
        this.undo = folder.resolve(undo);
        this.steps = steps;
    }

    /** Moves the new files to their places, keeping the former ones. */
    protected abstract void moveIn(Path commit) throws IOException;

    /** Goes on with a move that a kill cut off. */
    protected void complete(Path commit) throws IOException {
        moveIn(commit);
    }

    /** Moves the former files back. */
    protected abstract void putBack(Path undo) throws IOException;

    /** Takes what must be locked beside the folder itself before a set that a kill cut off is touched. */
    protected Closeable lock(Path waiting) throws IOException {
        return () -> {};
    }

    /** Where new files are written. */
    public final Path staging() {
        return staging;
    }

    /** Whether the files are still staged and nothing of them is in place. */
    final boolean staged() {
        return Files.isDirectory(staging);
    }

    /**
     * Commits the staged files, which are on disk already.
     *
     * @return why one cannot be replaced, and the former files are all back; empty if the new ones are in place
     */
    public final Optional<IOException> commitStaged() throws IOException {
        steps.rename(staging, commit);
        steps.force(folder);
        try {
            moveIn(commit);
        } catch (IOException e) {
            steps.rename(commit, undo);
            takeBack();
            return Optional.of(e);
        }
        end(commit);
        return Optional.empty();
    }

    /** Drops staged files of which none may be put in place; they may be kept elsewhere. */
    final void refuse() throws IOException {
        steps.rename(staging, undo);
        takeBack();
    }

    private void takeBack() throws IOException {
        putBack(undo);
        end(undo);
    }

    private void end(Path set) throws IOException {
        steps.force(folder);
        steps.deleteTree(set);
    }

    /** Whether a kill left a set that is complete but not yet all in place. */
    public final boolean unfinished() {
        return Files.isDirectory(commit) || Files.isDirectory(undo);
    }

    /** Takes back, completes or drops what a kill left. */
    public final void recover() throws IOException {
        if (Files.isDirectory(undo)) {
            try (Closeable lock = lock(undo)) {
                takeBack();
            }
        }
        if (Files.isDirectory(commit)) {
            try (Closeable lock = lock(commit)) {
                complete(commit);
                end(commit);
            }
        }
        steps.deleteTree(staging);
    }
}
