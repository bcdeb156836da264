package dev.segmentation.rules.drl;

import dev.segmentation.rules.table.Finding;
import java.util.List;

/**
 * DRL and the file it comes from.
 *
 * @param file the file that people edit, from the rules folder on
 * @param drl what it says, or what was made from it
 * @param rows the row of a Drools table that each line of the DRL belongs to; empty for a DRL file, whose lines are what they are
 * @param table the table that it was made from, {@code null} if it was not, or long ago
 */
public record RuleText(String file, String drl, List<Integer> rows, DrlTable table) {

    static RuleText ofDrl(String file, String text) {
        return new RuleText(file, text, List.of(), null);
    }

    Finding finding(DrlRefusal refusal) {
        return finding("code", refusal.line(), refusal.found(), refusal.getMessage(), refusal.advice());
    }

    Finding finding(String check, long line, String found, String problem, String advice) {
        return table == null
                ? new Finding(Finding.Level.ERROR, check, file, "", row(line), "", found, problem, advice)
                : table.finding(check, file, (int) row(line), found, problem, advice);
    }

    /** The row or line of the file that a line of the DRL comes from. */
    long row(long line) {
        return rows.isEmpty() ? line : rows.get((int) line);
    }
}
