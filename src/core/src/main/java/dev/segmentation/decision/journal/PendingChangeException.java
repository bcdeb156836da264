package dev.segmentation.decision.journal;

import dev.segmentation.files.OutputException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Decisions could not be committed; their whole new content lies in a side file, which the message names. */
public final class PendingChangeException extends OutputException {
    private static final long serialVersionUID = 1L;

    private final transient Receipt receipt;

    PendingChangeException(String message, Receipt receipt) {
        super(message);
        this.receipt = receipt;
    }

    /** What was to be changed, what was written all the same, and the side file. */
    public Receipt receipt() {
        return receipt;
    }

    static String advice(List<Path> targets, List<Path> sides, List<Path> written, String why, boolean waits) {
        String begin = listed(targets) + " could not be replaced (" + why + "). Maybe it is open in Excel or Power BI,"
                + " or it is read-only, or the disk is full. It is as it was."
                + (written.isEmpty() ? "" : " " + listed(written) + " was written before.")
                + (sides.isEmpty() ? "" : " All of its new content is in " + listed(sides) + ".");
        if (waits) {
            return begin + " Close the program that holds the file. Do not repeat the command: the next change of a"
                    + " decision completes this one first.";
        }
        if (sides.size() < targets.size()) {
            return begin + " There was no room for the new content. Make room and run the command again.";
        }
        return begin
                + " Close the program that holds the file; then run the command again and delete that side file, or"
                + " put the side file in its place yourself.";
    }

    static String listed(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(" and "));
    }
}
