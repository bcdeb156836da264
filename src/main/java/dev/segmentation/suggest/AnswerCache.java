package dev.segmentation.suggest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keeps answers of others on disk, one file for each question, so that a run that was cut off goes on where it was and a
 * second run costs nothing. A file that is not whole counts as not there. A cache that cannot be written only costs time.
 */
public final class AnswerCache {
    private static final int CHECK = 64;

    private final Path folder;
    private final Duration age;
    private final Clock clock;

    /**
     * A cache in that folder.
     *
     * @param folder made when it is first written to, for its owner alone
     * @param age how long an answer is good
     * @param clock the clock
     */
    public AnswerCache(Path folder, Duration age, Clock clock) {
        this.folder = folder;
        this.age = age;
        this.clock = clock;
    }

    /** The answer that was kept for exactly this question, if it is not too old. */
    public Optional<String> get(String question) {
        Path file = file(question);
        try {
            if (Files.getLastModifiedTime(file).toInstant().plus(age).isBefore(clock.instant())) {
                return Optional.empty();
            }
            String text = Files.readString(file);
            String answer = text.substring(Math.min(CHECK, text.length()));
            return text.startsWith(hash(question + answer)) ? Optional.of(answer) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            log("an answer cannot be read from " + file, e);
            return Optional.empty();
        }
    }

    /** Keeps an answer. */
    public void put(String question, String answer) {
        try {
            makeFolder();
            Path temporary = Files.createTempFile(folder, "answer", ".tmp");
            try {
                Files.writeString(temporary, hash(question + answer) + answer);
                Files.setLastModifiedTime(temporary, java.nio.file.attribute.FileTime.from(clock.instant()));
                move(temporary, file(question));
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            log("no answer can be kept in " + folder, e);
        }
    }

    private static void log(String what, IOException fault) {
        System.getLogger(AnswerCache.class.getName()).log(System.Logger.Level.WARNING, what + ": " + fault);
    }

    private Path file(String question) {
        return folder.resolve(hash(question) + ".txt");
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
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

    private static String hash(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
