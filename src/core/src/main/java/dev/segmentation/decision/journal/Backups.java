package dev.segmentation.decision.journal;

import dev.segmentation.files.FileSteps;
import dev.segmentation.files.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The last versions of each governance file, the present one included, each named after the transaction that made it. */
final class Backups {
    /** Name of the folder. */
    static final String FOLDER = ".backup";

    /** In the place of a transaction, for a version from before the journal. */
    static final String EARLIER = Transaction.id(0);

    private static final String HALF = ".new";

    private final Path folder;
    private final FileSteps steps;
    private final int kept;

    Backups(Path input, FileSteps steps, int kept) {
        this.folder = input.resolve(FOLDER);
        this.steps = steps;
        this.kept = kept;
    }

    /**
     * Keeps the version that stands there, and drops the oldest ones where there are too many.
     *
     * @return what people should know if that was not possible; a change is not worth less for it
     */
    Optional<String> keep(Path target, String file, Instant time, String transaction) {
        try {
            if (Files.exists(target)) {
                Path version = folder.resolve(FileNames.backup(file, time, transaction));
                copy(target, version);
                List<Path> others = versions(file);
                others.remove(version); // it stays even if the clock went back
                for (Path old : others.subList(Math.min(kept - 1, others.size()), others.size())) {
                    steps.delete(old);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("No copy of " + file + " could be kept in " + FOLDER + " (" + e.getMessage() + ").");
        }
    }

    private void copy(Path target, Path version) throws IOException {
        steps.makeFolder(folder);
        Path half = folder.resolve(HALF);
        steps.copy(target, half);
        steps.rename(half, version);
    }

    /** The versions of a file, the newest first. */
    private List<Path> versions(String file) throws IOException {
        List<Path> versions = new ArrayList<>();
        for (Path path : FileSteps.list(folder)) {
            if (path.getFileName().toString().startsWith(file + ".")) {
                versions.add(path);
            }
        }
        Collections.reverse(versions);
        return versions;
    }

    /** Whether the version is there that this transaction made. */
    boolean has(String file, String transaction, String fingerprint) throws IOException {
        for (Path path : versions(file)) {
            boolean named = path.getFileName().toString().endsWith("-" + transaction);
            if (named && Fingerprint.of(path).equals(fingerprint)) {
                return true;
            }
        }
        return false;
    }

    /** The newest version that has that fingerprint. */
    Optional<Path> version(String file, String fingerprint) throws IOException {
        for (Path path : versions(file)) {
            if (Fingerprint.of(path).equals(fingerprint)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }
}
