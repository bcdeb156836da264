package dev.segmentation.rules.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The rule sets cannot be used; every problem is listed with its file and line. */
public final class RulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** With all problems. */
    public RulesException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining(System.lineSeparator())));
        this.findings = List.copyOf(findings);
    }

    /** With one problem about the folder as a whole. */
    public RulesException(String place, String problem, String advice) {
        this(List.of(Finding.error("unreadable", place, 0, problem, advice)));
    }

    /** A file or folder that cannot be read. */
    static RulesException unreadable(Path path, IOException e) {
        return new RulesException(
                path.toString(), "it cannot be read: " + e.getMessage(), "Maybe this user may not read it.");
    }

    /** The folder of the rules is missing. */
    public static RulesException noFolder(Path rules) {
        return new RulesException(
                rules.toString(),
                "there is no such folder",
                "Maybe --rules names the wrong one, or the command runs elsewhere.");
    }

    /** All problems, in order. */
    public List<Finding> findings() {
        return findings;
    }
}
