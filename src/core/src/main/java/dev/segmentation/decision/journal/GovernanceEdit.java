package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.GovernanceTables;

/**
 * A change of the decisions of people. It may be applied again to fresh tables where another program changed a file in
 * between, so it must take everything from the tables it is given, and begin anew with what it gathers.
 */
@FunctionalInterface
public interface GovernanceEdit {
    /** Edits the tables. */
    void edit(GovernanceTables tables);
}
