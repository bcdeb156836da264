package dev.segmentation.files;

import java.io.IOException;
import java.nio.file.Path;

/** What people are told when a set of files could not be put in place. */
final class Unplaced {
    private static final String MAYBE =
            " Maybe the disk is full, the folder is read-only, or a file is open in Excel or Power BI: close it and run"
                    + " again.";

    private Unplaced() {}

    /**
     * The message.
     *
     * @param folder where the set belongs
     * @param fault what kept it from there
     * @param kept where the new files are, {@code null} if there are none
     */
    static OutputException message(Path folder, IOException fault, Path kept) {
        boolean held = fault instanceof HeldException;
        String what = held ? fault.getMessage() + "." : folder + " cannot be written (" + fault + ").";
        String where = kept == null
                ? " The former files are unchanged."
                : " All former files are in place as they were. The new files lie complete in " + kept
                        + ", where they can be read until then; do not copy single ones over the former.";
        String next = held ? " " + ((HeldException) fault).advice() : MAYBE;
        return new OutputException(what + where + next, fault);
    }
}
