package dev.segmentation.rules;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.ParsedName;
import dev.segmentation.rules.table.Reading;
import dev.segmentation.rules.table.TermMatch;
import dev.segmentation.rules.table.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fact that rules are about: a master with all its names. Rules ask it for words and concepts, and answer with
 * {@code propose}; nothing is overwritten, so that what comes after the first proposal is kept as runner-up.
 */
public final class Master {
    private final List<Reading> names;
    private final Vocabulary vocabulary;
    private final Firing firing;
    private final Map<String, Set<String>> concepts = new TreeMap<>();
    private final List<Proposal> proposals = new ArrayList<>();

    public Master(List<Reading> names, Vocabulary vocabulary, Firing firing) {
        this.names = names;
        this.vocabulary = vocabulary;
        this.firing = firing;
    }

    /** Whether a word of that concept was found in one of its names. */
    public boolean is(String concept) {
        return concepts.containsKey(concept);
    }

    /** Whether one of its names has that word, in any of its forms. */
    public boolean has(String word) {
        return hasPhrase(word);
    }

    /** Whether one of its names has these words in sequence. */
    public boolean hasPhrase(String phrase) {
        return find(phrase, TermMatch.WORDS);
    }

    /** Whether one of its names begins with these words. */
    public boolean startsWith(String phrase) {
        return find(phrase, TermMatch.PREFIX);
    }

    /** Whether one of its names ends with these words, with or without its legal form. */
    public boolean endsWith(String phrase) {
        return find(phrase, TermMatch.SUFFIX);
    }

    private boolean find(String phrase, TermMatch match) {
        List<String> words = vocabulary.phrase(phrase);
        for (Reading reading : names) {
            if (Vocabulary.contains(reading.name(), words, match)) {
                return true;
            }
        }
        return false;
    }

    /** The number of words of its first name, legal form not counted. */
    public int words() {
        return first().core().size();
    }

    /** The legal form of its first name, empty if it has none. */
    public String legalForm() {
        return first().legalForm();
    }

    /** Whether its first name reads as a natural person's. */
    public boolean isPerson() {
        return first().person();
    }

    private ParsedName first() {
        return names.get(0).name().name();
    }

    /**
     * Proposes a class for this master on behalf of the rule that is firing.
     *
     * @param group name of an industrial group of the locked list
     * @param detail the industry in words, may be empty
     * @param naics NAICS 2022 code, may be empty
     * @param support support category, may be empty
     */
    public void propose(String group, String detail, String naics, String support) {
        FiredRule rule = firing.rule();
        Classification classification = new Classification(
                IndustrialGroup.parse(group).orElseThrow(() -> unknown(rule, "industrial group", group)),
                detail,
                naics,
                SupportCategory.parse(support).orElseThrow(() -> unknown(rule, "support category", support)));
        Set<String> words = firing.words();
        String evidence = words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
        proposals.add(new Proposal(
                classification,
                rule.band().method(),
                rule.band(),
                0,
                Integer.MAX_VALUE,
                rule.id(),
                rule.sentence() + evidence + " in " + names.get(0).quotedWithTypos(),
                rule.place(),
                null));
    }

    private static IllegalArgumentException unknown(FiredRule rule, String what, String text) {
        return new IllegalArgumentException("rule " + rule.id() + " proposes the " + what + " (" + text
                + "), which is not in the locked list. Maybe it is misspelt.");
    }

    /** Proposes what a term says. */
    public void propose(Term term) {
        proposals.add(new Proposal(
                term.row().classification(),
                term.row().method(),
                firing.rule().band(),
                0,
                term.weight(),
                term.getId(),
                term.why(),
                term.row().place(),
                null));
    }

    /** Proposes what a register says. */
    public void propose(KnownEntity entity) {
        FiredRule rule = firing.rule();
        proposals.add(new Proposal(
                entity.row().classification(),
                rule.band().method(),
                rule.band(),
                0,
                0,
                rule.id(),
                entity.why(),
                "entities/" + entity.row().file() + ":" + entity.row().line(),
                null));
    }

    /** Proposes what people decided. */
    public void propose(HumanDecision decision) {
        proposals.add(decision.proposal(firing.rule()));
    }

    public void found(String concept, String word) {
        concepts.computeIfAbsent(concept, c -> new TreeSet<>()).add(word);
    }

    /** Forgets what was proposed. */
    public void forget() {
        proposals.clear();
    }

    public List<Reading> names() {
        return names;
    }

    /** The words found, by concept. */
    public Map<String, Set<String>> concepts() {
        return concepts;
    }

    public List<Proposal> proposals() {
        return proposals;
    }
}
