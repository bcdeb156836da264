package dev.segmentation.rules.publish;

import dev.segmentation.files.FileSteps;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.rules.table.RulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Puts new contents of several files of a rules folder in place so that the folder holds all former ones or all new ones,
 * whenever a kill comes. They are written to {@code .publish-new}, which is renamed to {@code .publish}: that is the one atomic
 * moment. Then each goes to its place. Where one cannot, the folder is renamed to {@code .publish-undo} and the former files go
 * back. Whoever reads the rules completes first what was cut off. At the end {@code .published} names the last publication.
 */
public final class RulePlacement {
    private static final String STAGING = ".publish-new";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path rules;
    private final FileSteps steps;

    private RulePlacement(Path rules, FileSteps steps) {
        this.rules = rules;
        this.steps = steps;
    }

    /** What the holder of the lock of a rules folder does. */
    public interface Work<T> {
        /** Does it. */
        T with(RulePlacement placement) throws IOException;
    }

    /** Somebody edits the folder by hand at this very moment. */
    public static final class EditedException extends OutputException {
        private static final long serialVersionUID = 1L;

        private final String path;

        EditedException(String path) {
            super(path + " was edited at this very moment; nothing was put in place.");
            this.path = path;
        }

        /** Which file. */
        public String path() {
            return path;
        }
    }

    /**
     * Does something while nobody else publishes; what was cut off before is completed.
     *
     * @throws OutputException if the folder is in use by another publication, or cannot be written
     */
    public static <T> T locked(Path rules, Work<T> work) {
        return locked(rules, new FileSteps(), work);
    }

    /** As above, by these steps. */
    public static <T> T locked(Path rules, FileSteps steps, Work<T> work) {
        if (!Files.isDirectory(rules)) {
            throw RulesException.noFolder(rules);
        }
        try (FolderLock lock = FolderLock.take(rules, Instant.now(), PATIENCE)) {
            RulePlacement placement = new RulePlacement(rules, steps);
            placement.recover();
            return work.with(placement);
        } catch (IOException e) {
            throw new OutputException(
                    "The rules cannot be written (" + e
                            + "). No publication is half in place: the next one, or the next"
                            + " reader of the rules, clears up what was begun. Maybe the disk is full.",
                    e);
        }
    }

    /** The files as they stand. */
    public RuleFileSet files() {
        return RuleFileSet.readAsItStands(rules);
    }

    /** Where a file stands. */
    public Path path(RuleFile file) {
        return rules.resolve(file.path());
    }

    /** Whether the last publication is the one of that id. */
    public boolean placed(String id) {
        return Publications.last(rules).equals(id);
    }

    /**
     * Puts them in place.
     *
     * @param id of the publication, which no other one ever bears
     * @throws EditedException if another content stands in a place than the one that is to be replaced
     * @throws OutputException if one cannot be put in place; the former ones are all there then
     */
    public void place(String id, List<NewContent> contents) throws IOException {
        StagedRules staging = staged(STAGING);
        try {
            staging.write(id, contents);
        } catch (IOException e) {
            throw formerInUse(e);
        }
        staging.renameTo(Publications.COMMIT);
        StagedRules commit = staged(Publications.COMMIT);
        try {
            commit.moveIn();
        } catch (IOException e) {
            commit.renameTo(Publications.UNDO);
            staged(Publications.UNDO).putBack();
            throw formerInUse(e);
        }
    }

    private static OutputException formerInUse(IOException e) {
        return new OutputException(
                "The rules could not be put in place (" + e.getMessage() + "), and the former ones are in use. Maybe a"
                        + " program has one of the files open, or it is write-protected.",
                e);
    }

    private StagedRules staged(String name) {
        return new StagedRules(rules, name, steps);
    }

    /** Completes, takes back or drops what a kill left. */
    private void recover() throws IOException {
        StagedRules undo = staged(Publications.UNDO);
        if (undo.exists()) {
            undo.putBack();
        }
        StagedRules commit = staged(Publications.COMMIT);
        if (commit.exists()) {
            commit.moveIn();
        }
        staged(STAGING).drop();
    }
}
