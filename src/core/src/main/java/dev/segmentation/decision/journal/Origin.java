package dev.segmentation.decision.journal;

/**
 * Who changes decisions, and how.
 *
 * @param owner the person or role who decides
 * @param command what was run, such as {@code import-batch}; blank for somebody who has changed nothing yet
 * @param sourceFile name of the file whose decisions these are, blank if there is none
 * @param from the network address that it came from, blank on the command line
 */
public record Origin(String owner, String command, String sourceFile, String from) {
    /** Owner of changes that were made without this program. */
    public static final String OUTSIDE = "outside";

    /** What is not known is blank. */
    public Origin {
        owner = owner == null ? "" : owner;
        command = command == null ? "" : command;
        sourceFile = sourceFile == null ? "" : sourceFile;
        from = from == null ? "" : from;
    }

    /** At the command line. */
    public Origin(String owner, String command, String sourceFile) {
        this(owner, command, sourceFile, "");
    }

    /** Somebody at that network address, blank for the command line. */
    public static Origin of(String owner, String from) {
        return new Origin(owner, "", "", from);
    }

    /** The same person with what they run. */
    public Origin doing(String command, String sourceFile) {
        return new Origin(owner, command, sourceFile, from);
    }
}
