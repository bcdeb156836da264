package dev.segmentation.history;

import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.files.Sha256;
import dev.segmentation.workspace.RunSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All that cannot be made anew, in one archive: decisions of people with their journal, the registry of masters, rules and their
 * former versions, and the last run. It is taken while the folders are locked, so no run, no decision and no publication is in it by half.
 */
public final class Backup {
    /** Names the files of the archive and their SHA-256, one to a line, as {@code sha256sum} writes them. */
    static final String SUMS = "SHA256SUMS";

    static final String INPUT = "input/";
    static final String OUTPUT = "output/";
    static final String RULES = "rules/";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> NOT_KEPT = Set.of(".lock", ".suggest", ".staged");

    static final String STATE = "state/";

    private final RunSettings settings;
    private final Path state;
    private final Clock clock;

    /**
     * What was kept.
     *
     * @param file the archive
     * @param files how many files are in it
     * @param bytes their size
     */
    public record Result(String file, int files, long bytes) {}

    /**
     * A backup of these folders.
     *
     * @param state folder of the service, with change sets and former versions of rules; need not be there
     */
    public Backup(RunSettings settings, Path state, Clock clock) {
        this.settings = settings;
        this.state = state;
        this.clock = clock;
    }

    /**
     * Writes the archive.
     *
     * @param archive a file that does not exist
     * @param runs whether the runs that are kept go into it as well
     * @throws OutputException if it exists or cannot be written, or a folder stays locked for a minute
     */
    public Result write(Path archive, boolean runs) {
        if (Files.exists(archive, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutputException(archive + " exists already. Name another file; a backup is never overwritten.");
        }
        try (FolderLock input = FolderLock.take(settings.input(), clock.instant(), PATIENCE);
                FolderLock output = FolderLock.take(settings.output(), clock.instant(), PATIENCE)) {
            FolderLock rules = FolderLock.takeIfWritable(settings.rules(), clock.instant(), PATIENCE)
                    .orElse(null);
            try (rules) {
                return locked(archive.toAbsolutePath(), runs);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new OutputException(
                    archive + " cannot be written (" + e + "). Nothing is left of it. Maybe the disk is full.", e);
        }
    }

    private Result locked(Path archive, boolean runs) throws IOException {
        // a temporary file is for its owner alone, as it should be with names of customers in it
        Path temporary = Files.createTempFile(archive.getParent(), ".backup", ".tmp");
        Map<String, String> sums = new TreeMap<>();
        long bytes;
        try {
            try (ZipOutputStream zip =
                    new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16))) {
                bytes = add(zip, settings.input(), INPUT, sums);
                bytes += add(zip, settings.rules(), RULES, sums);
                bytes += add(zip, settings.output(), OUTPUT, sums, runs ? "" : Snapshots.FOLDER);
                bytes += Files.isDirectory(state) ? add(zip, state, STATE, sums) : 0;
                zip.putNextEntry(new ZipEntry(SUMS));
                for (Map.Entry<String, String> sum : sums.entrySet()) {
                    zip.write((sum.getValue() + "  " + sum.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
            Files.move(temporary, archive, StandardCopyOption.ATOMIC_MOVE);
            return new Result(archive.toString(), sums.size(), bytes);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Adds the files of a folder and their sums, and returns their size. */
    private static long add(
            ZipOutputStream zip, Path folder, String prefix, Map<String, String> sums, String... without)
            throws IOException {
        Set<String> left = new HashSet<>(NOT_KEPT);
        left.addAll(List.of(without));
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file ->
                            !left.contains(folder.relativize(file).getName(0).toString()))
                    .sorted()
                    .toList();
        }
        long bytes = 0;
        for (Path file : files) {
            String name = prefix + folder.relativize(file).toString().replace('\\', '/');
            zip.putNextEntry(new ZipEntry(name));
            MessageDigest digest = Sha256.digest();
            OutputStream counted = new DigestOutputStream(zip, digest);
            bytes += Files.copy(file, counted);
            counted.flush();
            zip.closeEntry();
            sums.put(name, HexFormat.of().formatHex(digest.digest()));
        }
        return bytes;
    }
}
