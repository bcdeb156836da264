package dev.segmentation.rules.table;

import dev.segmentation.files.Sha256;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps what was made from a rules folder, compiled rules above all, in the user's cache folder by content hash. What is
 * read here will run, so the folder belongs to its owner alone, and a file that others could have written, or whose
 * checksum is off, is not used.
 */
public final class RulesCache {
    private static final int CHECKSUM = 32;
    private static final int KEPT = 8;

    /** A rules folder may hold a workbook in each group; what is kept of them is small. */
    private static final int KEPT_WORKBOOKS = 64;

    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;
    private final String product;

    /**
     * A cache in that folder.
     *
     * @param folder made when it is first written to
     * @param product which build of the product this is; what another build made is not used
     */
    public RulesCache(Path folder, String product) {
        this.folder = folder;
        this.product = product;
    }

    /** The cache of the present user: {@code $XDG_CACHE_HOME/segmenter}, else {@code ~/.cache/segmenter}. */
    public static RulesCache ofUser(String product) {
        return new RulesCache(folderOfUser(), product);
    }

    /** The folder in which everything is kept that can be made anew. */
    public static Path folderOfUser() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() || !Path.of(xdg).isAbsolute()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(xdg);
        return base.resolve("segmenter");
    }

    /** What besides the content decides what is made of it: product, Drools, Java. */
    public String version() {
        return product + " " + System.getProperty("java.version");
    }

    /** The bytes kept under that name; {@code null} if there are none, or none that can be trusted. */
    public byte[] read(String name) {
        try {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file) || !ownedAlone(folder) || !ownedAlone(file)) {
                return null;
            }
            byte[] all = Files.readAllBytes(file);
            byte[] bytes = Arrays.copyOfRange(all, Math.min(CHECKSUM, all.length), all.length);
            boolean whole = Arrays.equals(Sha256.of(bytes), Arrays.copyOf(all, CHECKSUM));
            return whole ? bytes : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Keeps the bytes; a cache that cannot be written only costs time. */
    public void write(String name, byte[] bytes) {
        try {
            makeFolder();
            Path temporary = Files.createTempFile(folder, "rules", ".tmp");
            try {
                byte[] all = Arrays.copyOf(Sha256.of(bytes), CHECKSUM + bytes.length);
                System.arraycopy(bytes, 0, all, CHECKSUM, bytes.length);
                Files.write(temporary, all);
                move(temporary, folder.resolve(name));
                prune(name.substring(0, name.indexOf('-') + 1));
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            System.getLogger(RulesCache.class.getName())
                    .log(System.Logger.Level.WARNING, "nothing can be kept in " + folder + ": " + e);
        }
    }

    /** Every edit of the rules leaves a file behind; the newest few are worth keeping. */
    private void prune(String kind) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().startsWith(kind))
                    .sorted(Comparator.comparing(file -> -file.toFile().lastModified()))
                    .toList();
        }
        int kept = kind.startsWith("workbook") ? KEPT_WORKBOOKS : KEPT;
        for (Path old : files.subList(Math.min(kept, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    /** Forgets bytes that turned out not to load. */
    public void discard(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            System.getLogger(RulesCache.class.getName())
                    .log(System.Logger.Level.WARNING, "damaged cache file cannot be removed: " + e);
        }
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (posix(folder)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean ownedAlone(Path path) throws IOException {
        if (!posix(path)) {
            return true;
        }
        boolean mine = Files.getOwner(path).getName().equals(System.getProperty("user.name"));
        return mine && Files.getPosixFilePermissions(path).stream().noneMatch(OTHERS::contains);
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
