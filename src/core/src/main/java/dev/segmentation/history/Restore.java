package dev.segmentation.history;

import dev.segmentation.files.FileSteps;
import dev.segmentation.files.OutputException;
import dev.segmentation.files.Sha256;
import dev.segmentation.table.TableException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Puts a {@link Backup} into a new folder: all of it, each file as its sum says, or nothing. */
public final class Restore {
    /** Larger archives are none of ours. */
    private static final long MOST_BYTES = 64L << 30;

    private static final int MOST_FILES = 1_000_000;
    private static final String LINE = "[0-9a-f]{64}  (?:input|output|rules|state)/.+";

    private final Path archive;

    /** A restore of that archive. */
    public Restore(Path archive) {
        this.archive = archive;
    }

    /**
     * Unpacks it.
     *
     * @param target a folder that does not exist, or is empty
     * @return how many files there are
     * @throws TableException if the archive is damaged or none of ours; nothing is left of it
     * @throws OutputException if the folder is not empty or cannot be written
     */
    public int into(Path target) {
        Path whole = target.toAbsolutePath();
        try {
            checkEmpty(whole);
            Files.createDirectories(whole.getParent());
            Path fresh = Files.createTempDirectory(whole.getParent(), ".restore");
            try {
                int files = unpack(fresh);
                Files.deleteIfExists(whole);
                Files.move(fresh, whole);
                return files;
            } finally {
                new FileSteps().deleteTree(fresh);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new OutputException(target + " cannot be written (" + e + "). Nothing is left of it.", e);
        }
    }

    private static void checkEmpty(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new OutputException(
                        target + " is not empty. Restore into a new folder, look at it, and put it in place then.");
            }
        }
    }

    private int unpack(Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Map<String, String> sums = sums(zip);
            long left = MOST_BYTES;
            for (Map.Entry<String, String> sum : sums.entrySet()) {
                Path file = folder.resolve(sum.getKey()).normalize();
                if (!file.startsWith(folder)) {
                    throw damaged("it names the file " + sum.getKey());
                }
                left -= unpack(zip, sum.getKey(), sum.getValue(), file, left);
            }
            return sums.size();
        } catch (ZipException | FileNotFoundException | NoSuchFileException e) {
            throw damaged(e.getMessage());
        }
    }

    private Map<String, String> sums(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Backup.SUMS);
        if (entry == null || entry.getSize() > MOST_FILES * 200L) {
            throw damaged("it has no " + Backup.SUMS);
        }
        Map<String, String> sums = new TreeMap<>();
        try (InputStream in = zip.getInputStream(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.split("\n")) {
                if (!line.matches(LINE)) {
                    throw damaged("its " + Backup.SUMS + " holds a line that is none");
                }
                sums.put(line.substring(66), line.substring(0, 64));
            }
        }
        return sums;
    }

    private long unpack(ZipFile zip, String name, String sum, Path file, long most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name + " is missing in it");
        }
        Files.createDirectories(file.getParent());
        MessageDigest digest = Sha256.digest();
        long bytes = 0;
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest);
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > most) {
                    throw damaged("it is larger than any of ours");
                }
                out.write(buffer, 0, n);
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sum)) {
            throw damaged(name + " is not as its sum says");
        }
        return bytes;
    }

    private TableException damaged(String why) {
        return new TableException(
                archive + " cannot be restored: " + why + ". Take another backup; nothing was written.");
    }
}
