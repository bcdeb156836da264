package dev.segmentation.decision.journal;

/**
 * Where a change of decisions comes from.
 *
 * @param owner the person or role who decides
 * @param command what was run, such as {@code import-batch}
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
}
