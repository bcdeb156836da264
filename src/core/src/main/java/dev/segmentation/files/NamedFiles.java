package dev.segmentation.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The layout of {@link StagedFiles}: each new file lies under its own name, and those of another folder in a {@link StagingFolder}. */
final class NamedFiles implements FileTransaction.Layout {
    private final Path folder;
    private final FileSteps steps;
    private String note = "";
    private Path kept;

    NamedFiles(Path folder, FileSteps steps) {
        this.folder = folder;
        this.steps = steps;
    }

    /** What went wrong with the kept run alone, blank if nothing did. */
    String note() {
        return note;
    }

    /** Where the new files are that were taken back, {@code null} if they are kept nowhere. */
    Path kept() {
        return kept;
    }

    @Override
    public Closeable lock(Path waiting) throws IOException {
        StagingFolder others = StagingFolder.in(waiting, steps);
        if (others == null) {
            return () -> {};
        }
        if (!Files.isDirectory(others.target())) {
            throw new OutputException(waiting + " holds files of a run that was cut off, and their folder "
                    + others.target() + " is not there. Put it back. If it is gone for good, delete "
                    + waiting.resolve(StagingFolder.FOLDER) + " and run again.");
        }
        return FolderLock.take(others.target(), Instant.now());
    }

    @Override
    public void moveIn(Path commit) throws IOException {
        StagingFolder others = StagingFolder.in(commit, steps);
        if (others != null) {
            others.moveIn();
        }
        steps.makeFolder(FileTransaction.former(commit));
        steps.makeFolder(FileTransaction.absent(commit));
        for (Path file : FileSteps.list(commit)) {
            Path target = folder.resolve(file.getFileName());
            FileTransaction.keepFormer(commit, target, steps);
            place(file, target);
        }
        placeArchive(commit);
    }

    @Override
    public void complete(Path commit) throws IOException {
        StagingFolder others = StagingFolder.in(commit, steps);
        if (others != null) {
            others.complete();
        }
        for (Path file : FileSteps.list(commit)) {
            place(file, folder.resolve(file.getFileName()));
        }
        placeArchive(commit);
    }

    private void place(Path file, Path target) throws IOException {
        try {
            steps.rename(file, target);
        } catch (IOException e) {
            throw HeldException.inUse(target, e);
        }
    }

    /** The outputs are what counts: a kept folder that cannot be had never fails them. */
    private void placeArchive(Path commit) {
        try {
            Archive archive = Archive.in(commit, steps);
            if (archive != null) {
                archive.place(folder);
            }
        } catch (IOException e) {
            note = "The run is not kept in " + folder.resolve(StagedFiles.RUNS) + " (" + e
                    + "). Its files are in place.";
        }
    }

    @Override
    public void putBack(Path undo) throws IOException {
        StagingFolder others = StagingFolder.in(undo, steps);
        if (others != null) {
            others.putBack();
        }
        Archive archive = Archive.in(undo, steps);
        for (Path former : FileSteps.list(FileTransaction.former(undo))) {
            Path target = folder.resolve(former.getFileName());
            if (Files.exists(undo.resolve(former.getFileName()))) {
                steps.delete(former); // its place never changed hands, and who holds it may still do so
            } else {
                if (archive != null) {
                    archive.rescue(target);
                }
                steps.rename(former, target);
            }
        }
        for (Path absent : FileSteps.list(FileTransaction.absent(undo))) {
            Path target = folder.resolve(absent.getFileName());
            if (archive != null && Files.exists(target)) {
                archive.take(target);
            } else {
                steps.delete(target);
            }
        }
        kept = archive == null ? null : archive.keep(undo, folder).orElse(null);
    }
}
