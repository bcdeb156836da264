package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.GovernanceColumns;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.Fingerprint;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The folder of the governance files, and what is needed to change them.
 *
 * @param path the folder
 * @param charset encoding of its files where no byte-order mark says otherwise
 * @param steps how a disk is changed
 * @param backups where versions are kept
 * @param clock tells the time
 */
record StoreFolder(Path path, Charset charset, FileSteps steps, Backups backups, Clock clock) {

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Where the file really lies; a link to it stays a link. */
    Path target(String file) throws IOException {
        Path target = path.resolve(file);
        return Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
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

    /** Whether people protect a file from being written; a rename would not care. */
    static boolean readOnly(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            boolean someone = permissions.contains(PosixFilePermission.OWNER_WRITE)
                    || permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE);
            return !someone || !Files.isWritable(file);
        } catch (IOException | UnsupportedOperationException e) {
            return !Files.isWritable(file);
        }
    }

    /** Gives a new file the permissions of the one it replaces, where the platform has them. */
    static void likeFormer(Path target, Path file) {
        try {
            if (Files.exists(target)) {
                Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(target, LinkOption.NOFOLLOW_LINKS));
            }
        } catch (IOException | UnsupportedOperationException e) {
            // it keeps those that new files get
        }
    }

    /** Renames of files in the folder are on disk when this returns. */
    void force() throws IOException {
        steps.force(path);
    }
}
