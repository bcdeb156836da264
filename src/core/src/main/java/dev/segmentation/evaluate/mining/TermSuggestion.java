package dev.segmentation.evaluate.mining;

import java.util.List;

/**
 * A row that could stand in a table of terms.
 *
 * @param table the table, from the rules folder on
 * @param id the next free id of that table
 * @param term its words
 * @param match where in a name it counts
 * @param method Rule-Based where it is surely right, else Heuristic
 * @param group the industrial group
 * @param detail the industry that most of the decisions name
 * @param naics the code that most of the decisions name
 * @param supportCategory the support category that most of the decisions name
 * @param support how many companies that people decided for the group hold it
 * @param right how many companies of the group hold it, decided by people or surely by the rules
 * @param known how many companies of a known group hold it
 * @param precision share of these that are of the group
 * @param lowerBound what that share is at least, with 95 % certainty
 * @param presentRules what the rules say now of a name of just these words
 * @param places masters that nothing places now and this row would
 * @param learns masters that people decided so and the rules alone did not know
 * @param moves masters that the rules place elsewhere now, without being sure
 * @param mistakes masters whose known group it would change
 * @param conflicts masters that it would bring into conflict
 * @param row the row in the order of the columns of that table, to be pasted
 */
public record TermSuggestion(
        String table,
        String id,
        String term,
        String match,
        String method,
        String group,
        String detail,
        String naics,
        String supportCategory,
        int support,
        int right,
        int known,
        double precision,
        double lowerBound,
        String presentRules,
        Some places,
        Some learns,
        Some moves,
        Some mistakes,
        Some conflicts,
        String row) {
    /** Most masters that are named. */
    static final int NAMED = 10;

    /**
     * Masters.
     *
     * @param count how many
     * @param names the first of them
     */
    public record Some(int count, List<String> names) {}
}
