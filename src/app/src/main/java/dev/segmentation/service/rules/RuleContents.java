package dev.segmentation.service.rules;

import dev.segmentation.files.FileSteps;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The contents of all versions of the rules, each kept once, under its hash. */
final class RuleContents {
    private static final String NEW = ".new";

    private final Path folder;
    private final FileSteps steps;

    RuleContents(Path folder, FileSteps steps) {
        this.folder = folder;
        this.steps = steps;
    }

    /** Keeps a content under its hash. */
    void keep(String hash, byte[] content) throws IOException {
        if (!keeps(hash)) {
            steps.makeFolder(folder);
            steps.write(folder.resolve(hash + NEW), content);
            steps.rename(folder.resolve(hash + NEW), folder.resolve(hash));
        }
    }

    /**
     * Keeps the content of a file of any size.
     *
     * @return whether the file still holds what its hash says
     */
    boolean keep(String hash, Path file) throws IOException {
        if (keeps(hash)) {
            return true;
        }
        Path beside = folder.resolve(hash + NEW);
        steps.makeFolder(folder);
        steps.copy(file, beside);
        boolean same = RuleFileSet.hash(beside).equals(hash);
        if (same) {
            steps.rename(beside, folder.resolve(hash));
        }
        return same;
    }

    private boolean keeps(String hash) {
        return Files.exists(folder.resolve(hash));
    }

    /** The content of that hash. */
    byte[] content(String hash) {
        try {
            byte[] content = Files.readAllBytes(folder.resolve(hash));
            if (!RuleFileSet.hash(content).equals(hash)) {
                throw new IOException("it is damaged");
            }
            return content;
        } catch (IOException e) {
            throw new TableException("A former content of the rules cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /** Takes away all that is not needed. */
    void keepOnly(Set<String> needed) throws IOException {
        for (Path file : FileSteps.list(folder)) {
            if (!needed.contains(file.getFileName().toString())) {
                steps.delete(file);
            }
        }
    }
}
