package dev.segmentation.rules.drl;

import dev.segmentation.rules.table.Finding;

/**
 * DRL and the file it comes from.
 *
 * @param file the file that people edit, from the rules folder on
 * @param drl what it says, or what was made from it
 * @param place tells where in the file a line of the DRL comes from
 */
public record RuleText(String file, String drl, Place place) {

    /** Where in a file something stands. */
    interface Place {
        /** Lines of a DRL file are what they are. */
        Place LINES = (file, line, found) -> new Spot("", line, "");

        /**
         * The spot for a line of DRL.
         *
         * @param file the file
         * @param line the line of the DRL
         * @param found the text in question, may be empty
         */
        Spot of(String file, long line, String found);
    }

    /** A spot in a file, as {@link Finding} tells it. */
    record Spot(String sheet, long row, String column) {}

    /** A DRL file. */
    static RuleText ofDrl(String file, String text) {
        return new RuleText(file, text, Place.LINES);
    }

    /** What the guard refused. */
    Finding finding(DrlRefusal refusal) {
        return finding("code", refusal.line(), refusal.found(), refusal.getMessage(), refusal.advice());
    }

    /** A finding about a line of the DRL, said of the file. */
    Finding finding(String check, long line, String found, String problem, String advice) {
        Spot spot = place.of(file, line, found);
        return new Finding(
                Finding.Level.ERROR, check, file, spot.sheet(), spot.row(), spot.column(), found, problem, advice);
    }

    /** The row or line of the file that a line of the DRL comes from. */
    long row(long line) {
        return place.of(file, line, "").row();
    }
}
