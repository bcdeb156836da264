package dev.segmentation.decision.journal;

import dev.segmentation.files.FileSteps;
import dev.segmentation.files.Fingerprint;
import dev.segmentation.files.HeldException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The new content of one governance file on its way to its place.
 *
 * @param folder the folder it belongs to
 * @param file its name
 * @param target where it goes
 * @param temp where it lies until then
 * @param prints what stands there, and what is to stand there
 * @param bytes the new content
 */
record StagedChange(StoreFolder folder, String file, Path target, Path temp, Transaction.Prints prints, byte[] bytes) {
    private static final int MOST = 1000;

    static StagedChange of(StoreFolder folder, String file, String transaction, String before, byte[] bytes)
            throws IOException {
        Transaction.Prints prints = new Transaction.Prints(before, Fingerprint.of(bytes));
        return new StagedChange(folder, file, folder.target(file), folder.temp(file, transaction), prints, bytes);
    }

    /** Writes it beside its place. */
    void stage() throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "it is a folder");
        }
        if (HeldException.writeProtected(target)) {
            throw new FileSystemException(target.toString(), null, "it is read-only");
        }
        folder.steps().write(temp, bytes);
        FileSteps.likeFormer(target, temp);
    }

    /** Whether the file is still the one that was read. */
    boolean current() throws IOException {
        return Fingerprint.of(target).equals(prints.before());
    }

    void move() throws IOException {
        folder.steps().rename(temp, target);
        if (!target.getParent().equals(folder.path())) {
            folder.steps().force(target.getParent());
        }
    }

    /** Writes it aside: beside its place, else where the system keeps temporary files; nowhere if neither takes it. */
    Optional<Path> putAside(Instant time) {
        String stem = file.replaceFirst("\\.csv$", "") + ".pending-" + StoreFolder.stamp(time);
        for (Path place : new Path[] {folder.path(), Path.of(System.getProperty("java.io.tmpdir"))}) {
            Path side = place.resolve(stem + ".csv");
            for (int i = 2; Files.exists(side) && i <= MOST; i++) {
                side = place.resolve(stem + "-" + i + ".csv");
            }
            try {
                folder.steps().write(side, bytes);
                return Optional.of(side);
            } catch (IOException e) {
                drop(side);
            }
        }
        return Optional.empty();
    }

    private void drop(Path half) {
        try {
            folder.steps().delete(half);
        } catch (IOException e) {
            // the next place is tried all the same
        }
    }
}
