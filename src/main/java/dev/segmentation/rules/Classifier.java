package dev.segmentation.rules;

import dev.segmentation.customer.Decision;
import dev.segmentation.name.NameEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Decides one master after the other on one Drools session: its facts go in, the rules fire, its facts come out again.
 * For one thread; close it when done.
 */
public final class Classifier implements AutoCloseable {
    private static final int MAX_FIRINGS = 10_000;

    private final RuleCatalog catalog;
    private final Firing firing;
    private final KieSession session;
    private final DecisionMaker decisions;

    Classifier(RuleCatalog catalog, KieSession session, Firing firing) {
        this.catalog = catalog;
        this.session = session;
        this.firing = firing;
        this.decisions = new DecisionMaker(catalog.groups());
        session.addEventListener(firing);
    }

    /**
     * Decides a master.
     *
     * @param names its distinct names, the most frequent first; at least one
     * @param human what people decided about it or its keys
     */
    public Decision classify(List<NameEvidence> names, List<HumanDecision> human) {
        firing.clear();
        Master master = new Master(names, catalog.vocabulary(), firing);
        List<Object> facts = facts(master, human);
        List<FactHandle> handles = new ArrayList<>(facts.size());
        try {
            facts.forEach(fact -> handles.add(session.insert(fact)));
            session.fireAllRules(MAX_FIRINGS);
        } finally {
            handles.forEach(session::delete);
            settle();
        }
        return decisions.decide(master.proposals());
    }

    /** Drools takes back what was inserted logically when it next looks at its rules, and that must not be too late. */
    private void settle() {
        if (session.getFactCount() > 0) {
            session.fireAllRules(match -> false);
        }
    }

    private List<Object> facts(Master master, List<HumanDecision> human) {
        Map<String, Term> terms = new LinkedHashMap<>();
        Map<EntityRow, KnownEntity> entities = new LinkedHashMap<>();
        for (NameEvidence name : master.names()) {
            String quoted = Master.quoted(name);
            for (Vocabulary.Found found : catalog.vocabulary().terms(name)) {
                terms.putIfAbsent(found.row().id(), new Term(found.row(), master, quoted, found.start()));
            }
            catalog.vocabulary().concepts(name, master);
            EntityRow row = catalog.entity(name.name());
            if (row != null) {
                entities.putIfAbsent(row, new KnownEntity(row, master, quoted));
            }
        }
        List<Object> facts = new ArrayList<>();
        facts.add(master);
        facts.addAll(terms.values());
        facts.addAll(entities.values());
        master.concepts().forEach((concept, words) -> facts.add(new Concept(concept, words, master)));
        human.forEach(decision -> facts.add(decision.about(master)));
        return facts;
    }

    /** Ids of the rules that fired for the last master, whether they decided or not. */
    public Set<String> fired() {
        return firing.fired();
    }

    /** The number of facts in the session; none between two masters. */
    public long factCount() {
        return session.getFactCount();
    }

    @Override
    public void close() {
        session.dispose();
    }
}
