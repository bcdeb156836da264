package dev.segmentation.rules;

import dev.segmentation.rules.table.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.api.runtime.rule.Match;

/**
 * Knows which rule of a session is firing, so that a proposal carries the id and band of its rule without the rule having
 * to repeat them, and cannot state them wrongly.
 */
public final class Firing extends DefaultAgendaEventListener {
    private final Map<String, FiredRule> rules;
    private final Set<FiredRule> fired = new LinkedHashSet<>();
    private FiredRule current;
    private Match match;

    public Firing(Map<String, FiredRule> rules) {
        this.rules = rules;
    }

    FiredRule rule() {
        return current;
    }

    /** The words of the concepts that the firing rule matched, sorted. */
    Set<String> words() {
        Set<String> words = new TreeSet<>();
        for (Object fact : match.getObjects()) {
            if (fact instanceof Concept concept) {
                words.addAll(concept.words());
            }
        }
        return words;
    }

    /** What a rule asked or did that cannot be done, at the rule that Drools names. */
    public Finding fault(RuntimeException e) {
        boolean own = e instanceof ConsequenceException
                && e.getCause() != null
                && e.getCause().getMessage() != null;
        String problem = "it fails while it fires: " + (own ? e.getCause() : e).getMessage();
        String whole = problem.endsWith(".") ? problem.substring(0, problem.length() - 1) : problem;
        String maybe = "Maybe it compares with null, or names a variable that is not always there.";
        String advice = whole.contains("Maybe ") ? "" : maybe;
        return rules.entrySet().stream()
                .filter(rule -> String.valueOf(e.getMessage()).contains('"' + rule.getKey() + '"'))
                .findFirst()
                .map(Map.Entry::getValue)
                .map(rule -> Finding.error("rule-fault", rule.file(), rule.line(), whole, advice))
                .orElseGet(() -> Finding.error("rule-fault", "rules", 0, whole, advice));
    }

    public void clear() {
        fired.clear();
        current = null;
        match = null;
    }

    /** Ids of the rules that have fired. */
    public Set<String> fired() {
        return Set.of(fired.stream().map(FiredRule::id).toArray(String[]::new));
    }

    /** The rules that have fired, in order. */
    public List<FiredRule> firedRules() {
        return List.copyOf(fired);
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        match = event.getMatch();
        current = rules.get(match.getRule().getName());
        fired.add(current);
    }
}
