package dev.segmentation.rules;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.RowError;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Gathers what the checks of a rules folder find. What two readers of one table report alike stands in it once. */
final class Findings {
    private final Set<Finding> all = new LinkedHashSet<>();

    void error(RowError error) {
        all.add(Finding.of(Finding.Level.ERROR, error));
    }

    void warning(RowError remark) {
        all.add(Finding.of(Finding.Level.WARNING, remark));
    }

    void error(Row row, String check, String column, String problem, String advice) {
        error(row.error(check, column, problem, advice));
    }

    void warning(Row row, String check, String column, String problem, String advice) {
        warning(row.error(check, column, problem, advice));
    }

    void error(Phrase term, String check, String column, String value, String problem, String advice) {
        error(at(term, check, column, value, problem, advice));
    }

    void warning(Phrase term, String check, String column, String value, String problem, String advice) {
        warning(at(term, check, column, value, problem, advice));
    }

    /** About a file or a folder as a whole. */
    void warning(String file, String check, String problem, String advice) {
        warning(new RowError(file, 0, "", "", problem, advice, check));
    }

    /** About a line of a rule file. */
    void error(String file, long line, String check, String problem, String advice) {
        all.add(Finding.error(check, file, line, problem, advice));
    }

    void addAll(Collection<Finding> findings) {
        all.addAll(findings);
    }

    Collection<Finding> all() {
        return all;
    }

    private static RowError at(Phrase term, String check, String column, String value, String problem, String advice) {
        return new RowError(term.file(), term.line(), column, value, problem, advice, check);
    }

    static String place(Phrase term) {
        return term.id() + " (" + term.place() + ")";
    }
}
