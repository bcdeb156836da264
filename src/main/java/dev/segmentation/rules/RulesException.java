package dev.segmentation.rules;

import java.util.List;

/** The rule sets cannot be used; every problem is listed with its file and line. */
public final class RulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With all problems, one sentence each. */
    public RulesException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
