package dev.segmentation.rules.check;

import dev.segmentation.rules.table.Unless;
import dev.segmentation.rules.table.WordSets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks of word sets, among each other and against the cells that name them. */
final class WordSetChecks {
    private WordSetChecks() {}

    /** A set that no cell names does nothing. */
    static void unused(LintedRules rules, Findings findings) {
        Set<String> told = new HashSet<>();
        WordSets sets = rules.words().sets();
        for (WordSets.Entry entry : sets.entries()) {
            if (!sets.used(entry.set()) && told.add(entry.set())) {
                String advice = "Delete its rows, or name it under Unless.";
                findings.warning(entry.row(), "unused-word-set", "Set", "no row names this word set", advice);
            }
        }
    }

    /** A word of a set that another word of the set covers does nothing. */
    static void covered(LintedRules rules, Findings findings) {
        Map<String, List<WordSets.Entry>> bySet = new HashMap<>();
        rules.words().sets().entries().forEach(entry -> bySet.computeIfAbsent(entry.set(), set -> new ArrayList<>())
                .add(entry));
        for (WordSets.Entry entry : rules.words().sets().entries()) {
            for (WordSets.Entry other : bySet.get(entry.set())) {
                boolean twin = other.words().equals(entry.words());
                boolean counts = other != entry
                        && (!twin || other.row().line() < entry.row().line());
                if (counts && TermChecks.within(other.words(), entry.words())) {
                    String problem = "row " + other.row().line() + " of the set vetoes the same names";
                    findings.warning(entry.row(), "unless-useless", "Word", problem, "Delete this row.");
                    break;
                }
            }
        }
    }

    /** Words of a cell that a set in the same cell covers, and sets that the rest of the cell covers. */
    static void besideTheirWords(LintedRules rules, Findings findings) {
        Map<Unless, String> known = new IdentityHashMap<>();
        rules.phrases().filter(row -> !row.unless().sets().isEmpty()).forEach(row -> {
            String words = known.computeIfAbsent(row.unless(), WordSetChecks::useless);
            if (!words.isEmpty()) {
                String problem = "a word set of the cell vetoes the same names";
                findings.warning(row, "unless-useless", "Unless", words, problem, "Delete these.");
            }
        });
    }

    private static String useless(Unless unless) {
        List<String> useless = new ArrayList<>();
        for (List<String> words : unless.own()) {
            if (unless.sets().stream().anyMatch(set -> covers(set.words(), words))) {
                useless.add(String.join(" ", words));
            }
        }
        for (int i = 0; i < unless.sets().size(); i++) {
            List<List<String>> rest = new ArrayList<>(unless.own());
            for (int j = 0; j < unless.sets().size(); j++) {
                boolean twin = unless.sets().get(j).equals(unless.sets().get(i));
                if (j != i && (!twin || j < i)) {
                    rest.addAll(unless.sets().get(j).words());
                }
            }
            if (unless.sets().get(i).words().stream().allMatch(words -> covers(rest, words))) {
                useless.add(unless.sets().get(i).label());
            }
        }
        return String.join("|", useless);
    }

    private static boolean covers(List<List<String>> vetoes, List<String> words) {
        return vetoes.stream().anyMatch(veto -> TermChecks.within(veto, words));
    }
}
