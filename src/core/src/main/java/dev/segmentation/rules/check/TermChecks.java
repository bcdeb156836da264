package dev.segmentation.rules.check;

import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.engine.RulePlace;
import dev.segmentation.rules.table.ConceptRow;
import dev.segmentation.rules.table.Phrase;
import dev.segmentation.rules.table.TermRow;
import dev.segmentation.rules.table.Unless;
import dev.segmentation.rules.table.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks of each term by itself. */
final class TermChecks {
    private static final Pattern ID = Pattern.compile("[A-Z]{3}-\\d{3,4}");
    private static final Pattern SEVERAL = Pattern.compile("[|;\\n]");
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[\\]^$]");

    /** Words alone are found in a name of just these words, unless one of them divides names. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 &'-]+");

    private static final Pattern SPLITS =
            Pattern.compile("(?i)\\b(?:CO|ATTN|ATTENTION|DBA|FKA|AKA|FORMERLY|TRADING|OPERATING|DOING)\\b");

    private TermChecks() {}

    /** Ids are well-formed, of their group, and used once among all terms and rules. */
    static void ids(LintedRules rules, Findings findings) {
        Map<String, String> seen = new HashMap<>();
        rules.rules().values().forEach(rule -> seen.put(rule.id(), "rule " + rule.file() + ":" + rule.line()));
        for (TermRow term : rules.terms()) {
            String prefix = rules.groups().of(term.classification().group()).prefix();
            if (!ID.matcher(term.id()).matches() || !term.id().startsWith(prefix + "-")) {
                String problem = term.id().isEmpty() ? "the id is missing" : "it is no id of this group";
                String advice = "Write " + prefix + "- and three or four digits.";
                findings.error(term, "bad-id", "Id", term.id(), problem, advice);
            }
            String former = term.id().isEmpty() ? null : seen.putIfAbsent(term.id(), term.place());
            if (former != null) {
                String problem = "it is taken by " + former;
                findings.error(term, "duplicate-id", "Id", term.id(), problem, "Give each row its own id.");
            }
        }
    }

    static void naics(LintedRules rules, Findings findings) {
        for (TermRow term : rules.terms()) {
            String code = term.classification().naics();
            if (!rules.naics().knows(code)) {
                String advice = rules.naics().advice(code);
                findings.error(term, "bad-naics", "NAICS", code, Findings.UNKNOWN_NAICS, advice);
            }
        }
    }

    /** A term that holds a word of its own {@code Unless} is never found. */
    static void termVetoesItself(LintedRules rules, Findings findings) {
        for (TermRow term : rules.terms()) {
            if (term.match().withinWord()) {
                continue;
            }
            term.unless().words().stream()
                    .filter(phrase -> within(phrase, term.words()))
                    .findFirst()
                    .ifPresent(phrase -> vetoesItself(term, phrase, findings));
        }
    }

    private static void vetoesItself(TermRow term, List<String> veto, Findings findings) {
        String set = term.unless().from(veto);
        String problem = "the term itself holds this word" + set + ", so it is never found";
        String advice = set.isEmpty() ? "Delete the word here." : "Write the other words of the set here instead.";
        findings.error(term, "vetoes-itself", "Unless", String.join(" ", veto), problem, advice);
    }

    /** The same of a word of a concept. */
    static void conceptVetoesItself(LintedRules rules, Findings findings) {
        for (ConceptRow word : rules.concepts()) {
            if (word.unless().words().stream().anyMatch(phrase -> within(phrase, word.words()))) {
                String problem = "the term itself holds one of these words, so it is never found";
                findings.error(word, "vetoes-itself", "Unless", "", problem, "Delete the word here.");
            }
        }
    }

    static boolean within(List<String> phrase, List<String> words) {
        return Collections.indexOfSubList(words, phrase) >= 0;
    }

    /** A word of {@code Unless} that another one of the row covers does nothing. */
    static void wordsOfUnless(LintedRules rules, Findings findings) {
        Map<Unless, String> known = new IdentityHashMap<>();
        for (TermRow term : rules.terms()) {
            String words = known.computeIfAbsent(term.unless(), unless -> useless(unless.own()));
            if (!words.isEmpty()) {
                String problem = "other words of the cell veto the same names";
                findings.warning(term, "unless-useless", "Unless", words, problem, "Delete these.");
            }
            separators(term, findings);
        }
    }

    private static String useless(List<List<String>> unless) {
        List<String> useless = new ArrayList<>();
        for (int i = 0; i < unless.size(); i++) {
            if (covered(unless, i)) {
                useless.add(String.join(" ", unless.get(i)));
            }
        }
        return String.join("|", useless);
    }

    private static boolean covered(List<List<String>> unless, int at) {
        List<String> phrase = unless.get(at);
        for (int i = 0; i < unless.size(); i++) {
            boolean twin = unless.get(i).equals(phrase);
            if (i != at && within(unless.get(i), phrase) && (!twin || i < at)) {
                return true;
            }
        }
        return false;
    }

    private static void separators(TermRow term, Findings findings) {
        List<List<String>> own = term.unless().own();
        if (own.size() == 1 && own.get(0).size() > 3) {
            String phrase = String.join(" ", own.get(0));
            String problem = "it vetoes only names that hold all these words in sequence";
            findings.warning(term, "unless-separator", "Unless", phrase, problem, "Separate single words by |.");
        }
    }

    /** Words that are meant one by one, or as a pattern, are compared as one sequence of words. */
    static void oneTermInACell(LintedRules rules, Findings findings) {
        for (TermRow term : rules.terms()) {
            if (SEVERAL.matcher(term.text()).find()) {
                String problem = "several terms stand in one cell; they are found only in this sequence";
                findings.warning(term, "several-terms", "Term", term.text(), problem, "Give each a row of its own.");
            } else if (WILDCARD.matcher(term.text()).find()) {
                String problem = "patterns are not known; the signs do not count";
                findings.warning(term, "wildcard", "Term", term.text(), problem, "Write whole words.");
            }
        }
    }

    /** The shortest name that a term should be found in is the term. */
    static void foundInItsOwnName(LintedRules rules, Findings findings) {
        for (TermRow term : rules.terms()) {
            if (PLAIN.matcher(term.text()).matches()
                    && !SPLITS.matcher(term.text()).find()) {
                continue;
            }
            NameEvidence name = rules.parser().evidence(term.text());
            if (!Vocabulary.contains(name, term.words(), term.match())) {
                String problem =
                        "it is not found in a name of just these words, \"" + String.join(" ", name.words()) + "\"";
                String advice = "Maybe a part of it is no evidence, such as what stands behind C/O.";
                findings.warning(term, "not-found", "Term", term.text(), problem, advice);
            }
        }
    }

    /** The terms in no name of the base, which may be misspelt or for customers to come; none if there is no base. */
    static List<RulePlace> notInBase(LintedRules rules, List<String> base) {
        if (base.isEmpty()) {
            return List.of();
        }
        Vocabulary vocabulary = rules.words().vocabulary();
        Set<Phrase> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String name : base) {
            NameEvidence read = vocabulary.read(rules.parser().evidence(name)).name();
            vocabulary.find(read).terms().forEach(hit -> found.add(hit.phrase()));
        }
        return rules.terms().stream()
                .filter(term -> !found.contains(term))
                .map(RulePlace::of)
                .toList();
    }
}
