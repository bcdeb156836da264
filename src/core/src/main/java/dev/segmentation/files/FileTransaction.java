package dev.segmentation.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes a folder from one set of files to the next, so that it holds the one or the other whenever a kill comes. New files
 * are written to a staging folder. That is renamed to the commit folder, which is the one atomic moment; then each file
 * moves to its place. Where one cannot, the commit folder is renamed to the undo folder, and the former files go back.
 * {@link #recover} completes or takes back what a kill cut off. The holder of the {@link FolderLock} alone may use it.
 */
public final class FileTransaction {
    private static final String FORMER = ".former";
    private static final String ABSENT = ".absent";

    private final Path folder;
    private final Path staging;
    private final Path commit;
    private final Path undo;
    private final Layout layout;
    private final FileSteps steps;

    /** How the files of a set lie in its folder, and how they come to their places. All of it can be done again. */
    public interface Layout {
        /** Moves the new files to their places, keeping the former ones. */
        void moveIn(Path commit) throws IOException;

        /** Goes on with a move that a kill cut off. */
        default void complete(Path commit) throws IOException {
            moveIn(commit);
        }

        /** Moves the former files back. */
        void putBack(Path undo) throws IOException;

        /** What must be locked beside the folder itself before a set that a kill cut off is touched. */
        default Closeable lock(Path waiting) throws IOException {
            return () -> {};
        }
    }

    /** A transaction over that folder; three names are those of its staging, commit and undo folders. */
    public FileTransaction(Path folder, String staging, String commit, String undo, Layout layout, FileSteps steps) {
        this.folder = folder;
        this.staging = folder.resolve(staging);
        this.commit = folder.resolve(commit);
        this.undo = folder.resolve(undo);
        this.layout = layout;
        this.steps = steps;
    }

    /** Where new files are written. */
    public Path staging() {
        return staging;
    }

    /** Whether the files are still staged and nothing of them is in place. */
    boolean staged() {
        return Files.isDirectory(staging);
    }

    /**
     * Commits the staged files, which are on disk already.
     *
     * @throws CommitFailure if one cannot be replaced; then the former files are back
     */
    public void commit() throws IOException {
        steps.rename(staging, commit);
        steps.force(folder);
        try {
            layout.moveIn(commit);
        } catch (IOException e) {
            steps.rename(commit, undo);
            takeBack();
            throw new CommitFailure(e);
        }
        end(commit);
    }

    /** Drops staged files of which none may be put in place; the layout may keep them elsewhere. */
    void refuse() throws IOException {
        steps.rename(staging, undo);
        takeBack();
    }

    private void takeBack() throws IOException {
        layout.putBack(undo);
        end(undo);
    }

    private void end(Path set) throws IOException {
        steps.force(folder);
        steps.deleteTree(set);
    }

    /** Whether a kill left a set that is complete but not yet all in place. */
    public boolean unfinished() {
        return Files.isDirectory(commit) || Files.isDirectory(undo);
    }

    /** Takes back, completes or drops what a kill left. */
    public void recover() throws IOException {
        if (Files.isDirectory(undo)) {
            try (Closeable lock = layout.lock(undo)) {
                takeBack();
            }
        }
        if (Files.isDirectory(commit)) {
            try (Closeable lock = layout.lock(commit)) {
                layout.complete(commit);
                end(commit);
            }
        }
        steps.deleteTree(staging);
    }

    /** Where the former files of a set are kept by name. */
    static Path former(Path set) {
        return set.resolve(FORMER);
    }

    /** Where an empty file stands for each new file that replaces none. */
    static Path absent(Path set) {
        return set.resolve(ABSENT);
    }

    /** Keeps what stands in a place before it is replaced. The place itself never goes empty. */
    static void keepFormer(Path set, Path place, FileSteps steps) throws IOException {
        if (Files.exists(place)) {
            steps.keep(place, former(set).resolve(place.getFileName()));
        } else {
            steps.create(absent(set).resolve(place.getFileName()));
        }
    }
}
