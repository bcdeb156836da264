package dev.segmentation.files;

import java.io.IOException;
import java.nio.file.Path;

/** A set of files could not be committed; the former files are back in place. */
public final class CommitFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private static final String MAYBE =
            " Maybe the disk is full, the folder is read-only, or a file is open in Excel or Power BI: close it and run"
                    + " again.";

    CommitFailure(IOException fault) {
        super(fault.getMessage(), fault);
    }

    /**
     * The message for people.
     *
     * @param folder where the set belongs
     * @param fault what kept it from there
     * @param kept where the new files are, {@code null} if there are none
     */
    static OutputException message(Path folder, Throwable fault, Path kept) {
        HeldException held = fault instanceof HeldException it ? it : null;
        String what = held != null ? fault.getMessage() + "." : folder + " cannot be written (" + fault + ").";
        String where = kept == null
                ? " The former files are unchanged."
                : " All former files are in place as they were. The new files lie complete in " + kept
                        + ", where they can be read until then; do not copy single ones over the former.";
        String next = held != null ? " " + held.advice() : MAYBE;
        return new OutputException(what + where + next, fault);
    }
}
