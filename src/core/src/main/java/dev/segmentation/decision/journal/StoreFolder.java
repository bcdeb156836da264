package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.GovernanceColumns;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.Fingerprint;
import java.io.IOException;
import java.nio.charset.Charset;
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
import java.util.function.Predicate;

/**
 * The folder of the governance files, and what lies beside them: the last versions of each, the present one included, in
 * {@code .backup}, each named after the transaction that made it.
 *
 * @param path the folder
 * @param charset encoding of its files where no byte-order mark says otherwise
 * @param steps how a disk is changed
 * @param kept how many versions of each file are kept
 * @param clock the time
 */
record StoreFolder(Path path, Charset charset, FileSteps steps, int kept, Clock clock) {
    /** In the place of a transaction, for a version from before the journal. */
    static final String EARLIER = Transaction.id(0);

    private static final String BACKUPS = ".backup";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A time as names of files hold it, such as {@code 20261125T101500Z}. */
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

    /** Whether some change left that behind. */
    static boolean isTemp(String name) {
        return name.endsWith(".new")
                && GovernanceColumns.FILES.stream().anyMatch(file -> name.startsWith("." + file + ".D"));
    }

    /** The fingerprints of all governance files as they are. */
    Map<String, String> state() throws IOException {
        Map<String, String> state = new LinkedHashMap<>();
        for (String file : GovernanceColumns.FILES) {
            state.put(file, Fingerprint.of(path.resolve(file)));
        }
        return state;
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

    /** The versions of a file, the newest first. */
    private List<Path> versions(String file) throws IOException {
        List<Path> versions = new ArrayList<>(FileSteps.list(path.resolve(BACKUPS)));
        versions.removeIf(version -> !version.getFileName().toString().startsWith(file + "."));
        Collections.reverse(versions);
        return versions;
    }

    /** Whether the version is there that this transaction made. */
    boolean hasVersion(String file, String transaction, String fingerprint) throws IOException {
        return version(file, fingerprint, name -> name.endsWith("-" + transaction))
                .isPresent();
    }

    /** The newest version that has that fingerprint. */
    Optional<Path> version(String file, String fingerprint) throws IOException {
        return version(file, fingerprint, name -> true);
    }

    private Optional<Path> version(String file, String fingerprint, Predicate<String> named) throws IOException {
        for (Path path : versions(file)) {
            if (named.test(path.getFileName().toString())
                    && Fingerprint.of(path).equals(fingerprint)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }
}
