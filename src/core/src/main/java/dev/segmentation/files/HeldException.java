package dev.segmentation.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file cannot be replaced; says which, what probably keeps it, and what to do about that. */
public final class HeldException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final Set<PosixFilePermission> WRITERS =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final String advice;

    private HeldException(String message, String advice, Throwable cause) {
        super(message, cause);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }

    /** Another program keeps the file from being replaced, as Windows lets it. */
    static HeldException inUse(Path target, IOException cause) {
        return new HeldException(
                target + " could not be replaced (" + cause + "). Probably Excel or Power BI has it open",
                "Close " + target.getFileName() + " there and run the same command again.",
                cause);
    }

    /**
     * Looks before anything is moved. A rename would replace a file that its owner protected from writing, so its
     * permissions are asked.
     *
     * @throws HeldException if that file cannot or must not be replaced
     */
    public static void check(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new HeldException(
                    target + " is a folder", "Remove it, or choose another --output, and run again.", null);
        }
        if (writeProtected(target)) {
            throw new HeldException(
                    target + " is read-only",
                    "Somebody protected it: take the protection away, or move it elsewhere, and run again.",
                    null);
        }
    }

    /**
     * Whether people protect a file from being written; a rename would not care. Files that nobody may write are
     * protected even from a user who may do everything.
     */
    public static boolean writeProtected(Path target) {
        try {
            return Files.exists(target)
                    && (!Files.isWritable(target)
                            || Files.getPosixFilePermissions(target).stream().noneMatch(WRITERS::contains));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
