package dev.segmentation.suggest.workflow;

/**
 * What became of a suggestion that somebody accepted or rejected.
 *
 * @param rank its rank, with its place behind a colon where it is not the first
 * @param master canonical name of the master
 * @param masterId its id
 * @param suggested the group or the host, blank if there is none
 * @param probability chance that it is right, as the file says
 * @param outcome what was done
 * @param told the outcome in words, with what people should know
 */
public record SuggestionAnswer(
        String rank,
        String master,
        String masterId,
        String suggested,
        double probability,
        Outcome outcome,
        String told) {

    /** What can become of it. */
    public enum Outcome {
        ACCEPTED(true),
        REJECTED(true),
        DECIDED_SO(true),
        REJECTED_BEFORE(true),
        /** People decided otherwise; that stays. */
        DECIDED_OTHERWISE(false),
        /** There is nothing to accept or reject. */
        NOTHING_SUGGESTED(false),
        /** It was changed in the file by hand, so it is no suggestion of this program. */
        EDITED(false),
        GONE(false),
        /** Its master has another name now. */
        CHANGED(false);

        private final boolean fine;

        Outcome(boolean fine) {
            this.fine = fine;
        }

        /** Whether all is as the person wanted it. */
        public boolean fine() {
            return fine;
        }
    }

    static SuggestionAnswer of(SuggestionPick pick, OpenSuggestion row, Outcome outcome, String told) {
        boolean offered = row.offers().size() >= pick.place();
        return new SuggestionAnswer(
                pick.toString(),
                row.canonical(),
                row.masterId(),
                offered ? row.offers().get(pick.place() - 1).suggested() : "",
                offered ? row.offers().get(pick.place() - 1).probability() : 0,
                outcome,
                told);
    }

    SuggestionAnswer about(String chosen) {
        return new SuggestionAnswer(rank, master, masterId, chosen, 0, outcome, told);
    }
}
