package dev.segmentation.decision.batch;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import java.util.List;

/**
 * One name of a batch and what was decided about it. A row that names several customers gives as many entries.
 *
 * @param line where it stands in the file, from 1
 * @param name the name as the analyst means it, without notes; the whole text where no name can be made out
 * @param outcome what came of it
 * @param masterId the master that the row names by its id, blank if none
 * @param classification group, detail, NAICS and support category; {@link Classification#UNKNOWN} if not understood
 * @param method the method of the row, {@code null} if it names none
 * @param website bare host, may be blank
 * @param status Final, Draft or Queued
 * @param owner who decided as the row says, blank if it does not
 * @param date when, in ISO form, blank if the row does not say
 * @param reason why, may be blank
 * @param notes what else the row says of the name
 * @param section the heading it stands under, may be blank
 * @param remarks for people: what is odd about the row, or why it is not understood and what to do
 */
public record BatchEntry(
        int line,
        String name,
        Outcome outcome,
        String masterId,
        Classification classification,
        Method method,
        String website,
        Status status,
        String owner,
        String date,
        String reason,
        String notes,
        String section,
        List<String> remarks) {

    /** What comes of an entry. */
    public enum Outcome {
        DECIDED("decided"),
        /** A name that needs research. */
        QUEUED("queued"),
        /** A name that the file held before; the first one counts. */
        DUPLICATE("duplicate"),
        /** A row of a worklist that nobody has filled in yet. */
        OPEN("left open"),
        /** Nobody but a person can say what it means. */
        NOT_UNDERSTOOD("not understood");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The word for people. */
        public String label() {
            return label;
        }
    }

    /** Copies the list. */
    public BatchEntry {
        remarks = List.copyOf(remarks);
    }

    /** Whether it says something about a customer. */
    public boolean decides() {
        return outcome == Outcome.DECIDED || outcome == Outcome.QUEUED;
    }

    /** A line that nobody can take for a decision. */
    static BatchEntry notUnderstood(int line, String text, String why) {
        return undecided(line, text, Outcome.NOT_UNDERSTOOD, why);
    }

    static BatchEntry open(int line, String name) {
        return undecided(line, name, Outcome.OPEN, "nobody has filled in a group yet");
    }

    private static BatchEntry undecided(int line, String text, Outcome outcome, String why) {
        return new BatchEntry(
                line,
                text,
                outcome,
                "",
                Classification.UNKNOWN,
                null,
                "",
                Status.QUEUED,
                "",
                "",
                "",
                "",
                "",
                List.of(why));
    }

    /** Whether two names stand in one row, where several spellings are one decision. */
    boolean sameRow(BatchEntry other) {
        return line == other.line && !name.equals(other.name);
    }

    BatchEntry duplicate(BatchEntry first) {
        boolean same = classification.equals(first.classification) && status == first.status;
        String why = same
                ? "stands in line " + first.line + " already"
                : "stands in line " + first.line + " already, as "
                        + first.classification.group().label() + (first.status == Status.QUEUED ? " (Queued)" : "")
                        + "; that one counts";
        return new BatchEntry(
                line,
                name,
                Outcome.DUPLICATE,
                masterId,
                classification,
                method,
                website,
                status,
                owner,
                date,
                reason,
                notes,
                section,
                List.of(why));
    }
}
