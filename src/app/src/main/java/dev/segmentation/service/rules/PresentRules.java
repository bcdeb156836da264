package dev.segmentation.service.rules;

import dev.segmentation.files.OutputException;
import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rules folder as it stands. Requests name its files by id, never by a path. */
public final class PresentRules {
    /** How large a file may be that is read through the service, in bytes. */
    public static final int LARGEST = 64 << 20;

    private final Path folder;

    PresentRules(Path folder) {
        this.folder = folder;
    }

    public RuleFileSet files() {
        return RuleFileSet.read(folder);
    }

    /** The file that requests name so. */
    public RuleFile file(String fileId) {
        return files().byId(fileId)
                .orElseThrow(
                        () -> RulesRefusal.unknown("No file of the rules has this id. GET /api/rules lists them."));
    }

    public byte[] content(RuleFile file) {
        if (!file.present()) {
            throw RulesRefusal.unknown("There is a place for this file, and none stands there.");
        }
        checkSize(file);
        try {
            return Files.readAllBytes(folder.resolve(file.path()));
        } catch (IOException e) {
            throw RulesRefusal.conflict("The file was replaced or taken away just now. Try again.");
        }
    }

    /** What stands at that path, nothing if no file does. */
    byte[] contentOrNone(String path) {
        Path file = folder.resolve(path);
        try {
            boolean readable = Files.isRegularFile(file) && Files.size(file) <= LARGEST;
            return readable ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new OutputException(file + " cannot be read (" + e + "). Try again.", e);
        }
    }

    static void checkSize(RuleFile file) {
        if (file.size() > LARGEST) {
            throw RulesRefusal.tooMuch(
                    file.path() + " has over " + LARGEST + " bytes; it is read and edited in the rules folder.");
        }
    }
}
