package dev.segmentation.rules;

import dev.segmentation.customer.Decision;
import dev.segmentation.name.NameEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Decides one master after the other on one Drools session: its facts go in, the rules fire, its facts come out again.
 * For one thread; close it when done.
 */
public final class Classifier implements AutoCloseable {
    private static final int MAX_FIRINGS = 10_000;

    private final RuleCatalog catalog;
    private final Vocabulary vocabulary;
    private final Firing firing;
    private final KieSession session;
    private final DecisionMaker decisions;
    private final List<FactHandle> handles = new ArrayList<>();
    private List<Proposal> proposals = List.of();

    Classifier(RuleCatalog catalog, KieSession session, Firing firing) {
        this.catalog = catalog;
        this.vocabulary = catalog.vocabulary();
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
        Master master = master(names);
        fire(facts(master, human));
        proposals = master.proposals();
        return decisions.decide(proposals);
    }

    /** Hands over the ids of the rules that fired for the last master, and of the terms that spoke for a group. */
    public void spoke(Consumer<String> ids) {
        firing.fired(ids);
        proposals.forEach(proposal -> ids.accept(proposal.ruleId()));
    }

    /** As {@link #classify}, and tells how the decision came about. */
    public Trace trace(List<NameEvidence> names, List<HumanDecision> human) {
        Decision decision = classify(names, human);
        Master master = master(names);
        TraceMaker trace = new TraceMaker(catalog, master);
        fire(facts(master, human));
        return trace.of(decision, firing.firedRules(), decisions.sorted(master.proposals()));
    }

    /** The fact about a master of these names. */
    Master master(List<NameEvidence> names) {
        List<Reading> readings = new ArrayList<>(names.size());
        for (NameEvidence name : names) {
            readings.add(vocabulary.read(name));
        }
        return new Master(readings, vocabulary, firing);
    }

    /** Lets the rules fire over these facts, which are gone from the session afterwards. */
    void fire(List<Object> facts) {
        firing.clear();
        handles.clear();
        try {
            for (int i = 0; i < facts.size(); i++) {
                handles.add(session.insert(facts.get(i)));
            }
            session.fireAllRules(MAX_FIRINGS);
        } catch (ConsequenceException | ConstraintEvaluationException e) {
            throw new RulesException(List.of(firing.fault(e)));
        } finally {
            handles.forEach(session::delete);
            settle();
        }
    }

    /** Drools takes back what was inserted logically when it next looks at its rules, and that must not be too late. */
    private void settle() {
        if (session.getFactCount() > 0) {
            session.fireAllRules(match -> false);
        }
    }

    /** The master and all that was found in its names or decided about it. */
    List<Object> facts(Master master, List<HumanDecision> human) {
        List<Object> facts = new ArrayList<>();
        facts.add(master);
        Map<String, Term> terms = new LinkedHashMap<>();
        Map<EntityRow, KnownEntity> entities = new LinkedHashMap<>();
        for (Reading reading : master.names()) {
            NameEvidence name = reading.name();
            Vocabulary.Hits hits = vocabulary.find(name);
            for (Vocabulary.Found found : hits.terms()) {
                TermRow row = (TermRow) found.phrase();
                if (!terms.containsKey(row.id())) {
                    terms.put(row.id(), new Term(row, master, reading, found));
                }
            }
            hits.concepts().forEach(concept -> master.found(concept.id(), concept.text()));
            EntityRow row = catalog.entity(name.name());
            if (row != null) {
                entities.putIfAbsent(row, new KnownEntity(row, master, reading.quoted()));
            }
        }
        facts.addAll(terms.values());
        facts.addAll(entities.values());
        master.concepts().forEach((concept, words) -> facts.add(new Concept(concept, words, master)));
        human.forEach(decision -> facts.add(decision.about(master)));
        return facts;
    }

    /** All that the tables say about a name; what rules decide about it depends on nothing else but people. */
    List<Object> found(NameEvidence name) {
        NameEvidence read = vocabulary.read(name).name();
        Vocabulary.Hits hits = vocabulary.find(read);
        List<Object> found = new ArrayList<>(hits.terms());
        found.addAll(hits.concepts());
        found.addAll(read.words());
        EntityRow row = catalog.entity(read.name());
        if (row != null) {
            found.add(row);
        }
        return found;
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
