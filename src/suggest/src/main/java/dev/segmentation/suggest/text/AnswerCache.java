package dev.segmentation.suggest.text;

import dev.segmentation.files.OutputException;
import dev.segmentation.files.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
            return text.startsWith(Sha256.hex(question + answer)) ? Optional.of(answer) : Optional.empty();
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
            byte[] content = (Sha256.hex(question + answer) + answer).getBytes(StandardCharsets.UTF_8);
            CacheFile.write(file(question), out -> out.write(content));
            Files.setLastModifiedTime(file(question), FileTime.from(clock.instant()));
        } catch (IOException e) {
            log("no answer can be kept in " + folder, e);
        }
    }

    /** Deletes the answers that are too old. */
    void dropOld() {
        drop(age);
    }

    /** Forgets all answers. */
    public void clear() {
        drop(Duration.ofDays(-1)); // every answer is older
    }

    /** Whether nothing is kept. */
    boolean isEmpty() {
        return files().isEmpty();
    }

    private void drop(Duration older) {
        for (Path file : files()) {
            try {
                if (Files.getLastModifiedTime(file).toInstant().plus(older).isBefore(clock.instant())) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw unusable(file, e);
            }
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static OutputException unusable(Path path, IOException e) {
        return new OutputException(path + " cannot be used (" + e + "). Maybe it belongs to somebody else.", e);
    }

    private static void log(String what, IOException fault) {
        System.getLogger(AnswerCache.class.getName()).log(System.Logger.Level.WARNING, what + ": " + fault);
    }

    private Path file(String question) {
        return folder.resolve(Sha256.hex(question) + ".txt");
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
}
