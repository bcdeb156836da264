package dev.segmentation.rules.publish;

import dev.segmentation.files.FileSteps;
import dev.segmentation.files.FileTransaction;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.rules.table.RulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Publishes new contents of several files of a rules folder in one {@link FileTransaction}, while others read them. At the
 * end {@code .published} names the last publication. Readers, also those of another process, complete first what was cut
 * off, and read again if a publication took place meanwhile, so no reader sees a part of one.
 */
public final class RulePublication {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path rules;
    private final StagedRules staged;

    private RulePublication(Path rules, FileSteps steps) {
        this.rules = rules;
        this.staged = new StagedRules(rules, steps);
    }

    /** Somebody edits the folder by hand at this very moment. */
    public static final class EditedException extends OutputException {
        private static final long serialVersionUID = 1L;

        private final String path;

        EditedException(String path) {
            super(path + " was edited at this very moment; nothing was put in place.");
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    /** Reads a folder, again and again until no publication took place meanwhile. */
    public static <T> T steady(Path rules, Supplier<T> reading) {
        StagedRules publication = new StagedRules(rules, new FileSteps());
        while (true) {
            if (publication.unfinished()) { // completes one that was cut off, waits for one that goes on
                locked(rules, nothing -> null);
            }
            String before = StagedRules.last(rules);
            try {
                T read = reading.get();
                if (!publication.unfinished() && before.equals(StagedRules.last(rules))) {
                    return read;
                }
            } catch (RuntimeException e) {
                if (!publication.unfinished() && before.equals(StagedRules.last(rules))) {
                    throw e;
                }
            }
        }
    }

    /**
     * Takes the lock of a rules folder, completes what was cut off before, and does some work.
     *
     * @throws OutputException if the folder is in use by another publication, or cannot be written
     */
    public static <T> T locked(Path rules, FolderLock.Work<RulePublication, T> work) {
        return locked(rules, new FileSteps(), work);
    }

    /** Does some work under the lock, changing the disk by these steps. */
    public static <T> T locked(Path rules, FileSteps steps, FolderLock.Work<RulePublication, T> work) {
        if (!Files.isDirectory(rules)) {
            throw RulesException.noFolder(rules);
        }
        try (FolderLock lock = FolderLock.take(rules, Instant.now(), PATIENCE)) {
            RulePublication publication = new RulePublication(rules, steps);
            publication.staged.recover();
            return work.with(publication);
        } catch (IOException e) {
            throw new OutputException(
                    "The rules cannot be written (" + e
                            + "). No publication is half in place: the next one, or the next"
                            + " reader of the rules, clears up what was begun. Maybe the disk is full.",
                    e);
        }
    }

    public RuleFileSet files() {
        return RuleFileSet.readAsItStands(rules);
    }

    public Path path(RuleFile file) {
        return rules.resolve(file.path());
    }

    /** Whether the last publication is the one of that id. */
    public boolean committed(String id) {
        return StagedRules.last(rules).equals(id);
    }

    /**
     * Commits new contents.
     *
     * @param id of the publication, which no other one ever has
     * @throws EditedException if another content stands in a place than the one that is to be replaced
     * @throws OutputException if one cannot be replaced; the former ones are all there then
     */
    public void commit(String id, List<NewContent> contents) throws IOException {
        try {
            staged.write(id, contents);
        } catch (IOException e) {
            throw formerInUse(e);
        }
        staged.commitStaged().ifPresent(fault -> {
            throw formerInUse(fault);
        });
    }

    private static OutputException formerInUse(IOException e) {
        return new OutputException(
                "The rules could not be put in place (" + e.getMessage() + "), and the former ones are in use. Maybe a"
                        + " program has one of the files open, or it is write-protected.",
                e);
    }
}
