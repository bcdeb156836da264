package dev.segmentation.decision.journal;

/**
 * Who changes decisions.
 *
 * @param name the person or role
 * @param from the network address that the change came from, blank on the command line
 */
public record Author(String name, String from) {
    /** What is not known is blank. */
    public Author {
        name = name == null ? "" : name;
        from = from == null ? "" : from;
    }

    /** Somebody at the command line. */
    public static Author here(String name) {
        return new Author(name, "");
    }

    /** Where a change of this author comes from. */
    public Origin origin(String command, String sourceFile) {
        return new Origin(name, command, sourceFile, from);
    }
}
