package dev.segmentation.rules.drl;

/** Code in a rule that is not on the list of what rules may hold. */
final class DrlRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** What every refusal ends with that has no better advice. */
    static final String ADVICE =
            "Rules compare what facts say, and propose; see \"What a rule may hold\" in rules/README.md.";

    private final long line;
    private final String found;
    private final String advice;

    /** A refusal. */
    DrlRefusal(long line, String found, String problem) {
        this(line, found, problem, ADVICE);
    }

    DrlRefusal(long line, String found, String problem, String advice) {
        super(problem, null, false, false);
        this.line = line;
        this.found = found;
        this.advice = advice;
    }

    long line() {
        return line;
    }

    String found() {
        return found;
    }

    String advice() {
        return advice;
    }
}
