package dev.segmentation.rules.check;

import dev.segmentation.rules.table.ConceptRow;
import dev.segmentation.rules.table.TermMatch;
import dev.segmentation.rules.table.TermRow;
import dev.segmentation.rules.table.TermTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks of terms that fold to the same words, such as BANK and BANKS. Only these can hide each other: a longer term in a
 * name silences the shorter one within it, and that is meant.
 */
final class OverlapChecks {
    private OverlapChecks() {}

    static void sameWords(LintedRules rules, Findings findings) {
        Map<List<String>, List<TermRow>> byWords = new LinkedHashMap<>();
        rules.terms().forEach(term -> byWords.computeIfAbsent(term.words(), words -> new ArrayList<>())
                .add(term));
        byWords.values().stream().filter(terms -> terms.size() > 1).forEach(terms -> {
            for (int later = 1; later < terms.size(); later++) {
                for (int earlier = 0; earlier < later; earlier++) {
                    compare(terms.get(earlier), terms.get(later), findings);
                }
            }
        });
    }

    static void duplicateConcepts(LintedRules rules, Findings findings) {
        Map<List<Object>, ConceptRow> seen = new HashMap<>();
        for (ConceptRow word : rules.concepts()) {
            ConceptRow former = seen.putIfAbsent(List.of(word.id(), word.words(), word.match()), word);
            if (former != null) {
                String problem = "it repeats \"" + former.text() + "\" in row " + former.line();
                findings.warning(word, "duplicate-term", "Term", word.text(), problem, "Delete one of the two rows.");
            }
        }
    }

    private static void compare(TermRow a, TermRow b, Findings findings) {
        boolean group = a.classification().group() == b.classification().group();
        if (group && a.match() == b.match() && a.method() == b.method()) {
            duplicate(a, b, findings);
        } else if (!group && a.method() == b.method()) {
            contradiction(a, b, findings);
        } else if (hides(a, b)) {
            shadowed(a, b, findings);
        } else if (hides(b, a)) {
            shadowed(b, a, findings);
        }
    }

    private static void duplicate(TermRow a, TermRow b, Findings findings) {
        String other = Findings.place(a) + " \"" + a.text() + "\"";
        if (sameUnless(a, b)) {
            String problem = "it repeats " + other + "; the two are the same words to every name";
            findings.error(b, "duplicate-term", "Term", b.text(), problem, "Delete one of the two rows.");
        } else {
            String problem = "it repeats " + other + " with other words under Unless";
            findings.warning(b, "duplicate-term", "Term", b.text(), problem, "Make one row of the two.");
        }
    }

    private static void contradiction(TermRow a, TermRow b, Findings findings) {
        String other = Findings.place(a) + " of " + a.classification().group().label();
        if (a.match() == b.match() && sameUnless(a, b)) {
            String problem = "it contradicts " + other + ": every name it is found in is a CONFLICT";
            String advice = "Delete one of the two, or set them apart by Match, Method or Unless.";
            findings.error(b, "contradiction", "Term", b.text(), problem, advice);
        } else if (a.match() == b.match() || covers(a, b) || covers(b, a)) {
            String problem = "it contradicts " + other + " wherever both are found";
            findings.warning(b, "contradiction", "Term", b.text(), problem, "Set them apart by Match or Unless.");
        }
    }

    private static void shadowed(TermRow strong, TermRow weak, Findings findings) {
        boolean group = strong.classification().group() == weak.classification().group();
        String problem = "it never decides, for " + Findings.place(strong)
                + (group ? "" : " of " + strong.classification().group().label())
                + " is found in the same names and counts "
                + (strong.method() == weak.method() ? "as much" : "more");
        findings.warning(
                weak, "shadowed-term", "Term", weak.text(), problem, "Delete it, or write what sets it apart.");
    }

    /** Whether one decides in every name in which the other is found. */
    private static boolean hides(TermRow strong, TermRow weak) {
        int more = Integer.compare(band(strong), band(weak));
        boolean tie = more == 0
                && (strong.classification().equals(weak.classification())
                        || strong.id().compareTo(weak.id()) < 0);
        return (more > 0 || tie) && covers(strong, weak);
    }

    private static int band(TermRow term) {
        return TermTables.bandOf(term.method()).salience();
    }

    /** Whether one is found in every name in which the other is found. */
    private static boolean covers(TermRow wide, TermRow narrow) {
        boolean wholeWords = !wide.match().withinWord() && !narrow.match().withinWord();
        boolean match = wide.match() == narrow.match()
                || wholeWords && (wide.match() == TermMatch.WORDS || narrow.match() == TermMatch.WHOLE);
        return match
                && wide.unless().words().stream().allMatch(veto -> narrow.unless().words().stream()
                        .anyMatch(own -> TermChecks.within(own, veto)));
    }

    private static boolean sameUnless(TermRow a, TermRow b) {
        return new HashSet<>(a.unless().words()).equals(new HashSet<>(b.unless().words()));
    }
}
