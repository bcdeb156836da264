package dev.segmentation.suggest.workflow;

/**
 * What became of a suggestion that somebody accepted or rejected.
 *
 * @param rank its rank, with its place behind a colon where it is not the first
 * @param suggested the group or the host, blank if there is none
 * @param probability chance that it is right, as the file says
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
        return new SuggestionAnswer(
                pick.toString(),
                row.canonical(),
                row.masterId(),
                row.offer(pick.place()).map(OpenSuggestion.Offer::suggested).orElse(""),
                row.offer(pick.place()).map(OpenSuggestion.Offer::probability).orElse(0.0),
                outcome,
                told);
    }

    SuggestionAnswer about(String chosen) {
        return new SuggestionAnswer(rank, master, masterId, chosen, 0, outcome, told);
    }
}
