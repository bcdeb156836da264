package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.GovernanceColumns;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.Fingerprint;
import dev.segmentation.files.HeldException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of the governance files, and what lies beside them: the last versions of each, the present one included, in
 * {@code .backup}, each named after the transaction that made it, and new contents that are not in place.
 *
 * @param charset encoding of the files where no byte-order mark says otherwise
 * @param kept how many versions of each file are kept, at least one: changes from outside are found by it
 */
record StoreFolder(Path path, Charset charset, FileSteps steps, int kept, Clock clock) {
    /** In the place of a transaction, for a version from before the journal. */
    static final String EARLIER = JournalEntry.id(0);

    static final String BACKUPS = ".backup";
    private static final int MOST = 1000;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static String stamp(Instant time) {
        return STAMP.format(time);
    }

    /** Where the file really lies; a link to it stays a link. */
    Path target(String file) throws IOException {
        Path target = path.resolve(file);
        return Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
    }

    /** The new content of a file until it is committed. */
    Path temp(String file, String transaction) throws IOException {
        return target(file).resolveSibling("." + file + "." + transaction + ".new");
    }

    Map<String, String> state() throws IOException {
        Map<String, String> state = new LinkedHashMap<>();
        for (String file : GovernanceColumns.FILES) {
            state.put(file, Fingerprint.of(path.resolve(file)));
        }
        return state;
    }

    /** Writes a new content, unless what it replaces is protected. */
    void stage(Path target, Path temp, byte[] bytes) throws IOException {
        boolean folder = Files.isDirectory(target);
        if (folder || HeldException.writeProtected(target)) {
            throw new FileSystemException(target.toString(), null, folder ? "it is a folder" : "it is read-only");
        }
        steps.write(temp, bytes);
        FileSteps.likeFormer(target, temp);
    }

    /** Writes a new content beside its place, else where the system keeps temporary files; nowhere if neither takes it. */
    Optional<Path> putAside(String file, byte[] bytes, Instant time) {
        String stem = file.replaceFirst("\\.csv$", "") + ".pending-" + stamp(time);
        for (Path place : new Path[] {path, Path.of(System.getProperty("java.io.tmpdir"))}) {
            Path side = place.resolve(stem + ".csv");
            for (int i = 2; Files.exists(side) && i <= MOST; i++) {
                side = place.resolve(stem + "-" + i + ".csv");
            }
            try {
                steps.write(side, bytes);
                return Optional.of(side);
            } catch (IOException e) {
                drop(side);
            }
        }
        return Optional.empty();
    }

    private void drop(Path half) {
        try {
            steps.delete(half);
        } catch (IOException e) {
            // the next place is tried all the same
        }
    }

    GovernanceTables tables() {
        return new GovernanceTables(path, charset);
    }

    /**
     * Keeps the version of a file that stands there, and drops the oldest ones where there are too many.
     *
     * @return what people should know if that was not possible; a change is not worth less for it
     */
    Optional<String> keepVersion(String file, Instant time, String transaction) {
        try {
            Path target = target(file);
            if (Files.exists(target)) {
                Path folder = path.resolve(BACKUPS);
                Path version = folder.resolve(file + "." + stamp(time) + "-" + transaction);
                Path half = folder.resolve(".new");
                steps.makeFolder(folder);
                steps.copy(target, half);
                steps.rename(half, version);
                List<Path> others = versions(file);
                others.remove(version); // it stays even if the clock went back
                for (Path old : others.subList(Math.min(kept - 1, others.size()), others.size())) {
                    steps.delete(old);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("No copy of " + file + " could be kept in " + BACKUPS + " (" + e.getMessage() + ").");
        }
    }

    private List<Path> versions(String file) throws IOException {
        List<Path> versions = new ArrayList<>(FileSteps.list(path.resolve(BACKUPS)));
        versions.removeIf(version -> !version.getFileName().toString().startsWith(file + "."));
        Collections.reverse(versions);
        return versions;
    }

    /** The newest version that has that fingerprint and that end of its name, such as {@code -D000012}. */
    Optional<Path> version(String file, String end, String fingerprint) throws IOException {
        for (Path version : versions(file)) {
            if (version.getFileName().toString().endsWith(end)
                    && Fingerprint.of(version).equals(fingerprint)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
