package dev.segmentation.rules.drl;

import java.util.List;

/**
 * A rule as its text says it, after the guard has read it.
 *
 * @param name what stands behind {@code rule}; empty if it is no quoted text
 * @param salience the number as written, empty if there is none
 * @param line where it begins
 * @param proposed what its actions propose
 */
record DrlRule(String name, String salience, long line, List<Proposed> proposed) {

    /**
     * A call of {@code propose}.
     *
     * @param values the arguments, {@code null} for one that is no plain text
     * @param line where it stands
     */
    record Proposed(List<String> values, long line) {}
}
