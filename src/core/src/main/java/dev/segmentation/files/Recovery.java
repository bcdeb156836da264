package dev.segmentation.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Brings a folder of {@link StagedFiles} to one of its two ends, from wherever a run was cut off or held up. */
final class Recovery {
    static final String STAGING = ".staging";
    static final String COMMIT = ".commit";
    static final String UNDO = ".undo";
    static final String DISCARD = ".discard";
    static final String FORMER = ".former";
    static final String ABSENT = ".absent";

    private final Path folder;
    private final FileSteps steps;

    Recovery(Path folder, FileSteps steps) {
        this.folder = folder;
        this.steps = steps;
    }

    /** Completes or drops what is there. */
    void run() throws IOException {
        Path undo = folder.resolve(UNDO);
        if (Files.isDirectory(undo)) {
            try (Closeable lock = lockOf(undo, Elsewhere.in(undo, steps))) {
                putBack();
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
                    place(file, folder.resolve(file.getFileName()), steps);
                }
                placeArchive();
                steps.force(folder);
                steps.deleteTree(commit);
            }
        }
        steps.deleteTree(folder.resolve(STAGING));
        steps.deleteTree(folder.resolve(DISCARD));
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

    /**
     * Puts the former files back.
     *
     * @return where the new files are kept, {@code null} if they are not
     */
    Path putBack() throws IOException {
        Path undo = folder.resolve(UNDO);
        Elsewhere others = Elsewhere.in(undo, steps);
        if (others != null) {
            others.putBack();
        }
        Archive archive = Archive.in(undo, steps);
        for (Path former : FileSteps.list(undo.resolve(FORMER))) {
            Path name = former.getFileName();
            if (Files.exists(undo.resolve(name))) {
                steps.delete(former); // its place never changed hands, and who holds it may still do so
            } else {
                if (archive != null) {
                    archive.rescue(folder.resolve(name));
                }
                steps.rename(former, folder.resolve(name));
            }
        }
        for (Path absent : FileSteps.list(undo.resolve(ABSENT))) {
            Path target = folder.resolve(absent.getFileName());
            if (archive != null && Files.exists(target)) {
                archive.take(target);
            } else {
                steps.delete(target);
            }
        }
        Path kept = archive == null ? null : archive.keep(undo, folder).orElse(null);
        steps.deleteTree(undo);
        return kept;
    }

    static void place(Path file, Path target, FileSteps steps) throws IOException {
        try {
            steps.rename(file, target);
        } catch (IOException e) {
            throw HeldException.inUse(target, e);
        }
    }

    /** The outputs are what counts: a kept folder that cannot be had never fails them. */
    String placeArchive() throws IOException {
        Archive kept = Archive.in(folder.resolve(COMMIT), steps);
        try {
            if (kept != null) {
                kept.place(folder);
            }
            return "";
        } catch (IOException e) {
            return "The run is not kept in " + folder.resolve(StagedFiles.RUNS) + " (" + e
                    + "). Its files are in place.";
        }
    }
}
