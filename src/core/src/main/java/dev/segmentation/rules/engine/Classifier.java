package dev.segmentation.rules.engine;

import dev.segmentation.customer.Decision;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.Concept;
import dev.segmentation.rules.Firing;
import dev.segmentation.rules.HumanDecision;
import dev.segmentation.rules.KnownEntity;
import dev.segmentation.rules.Master;
import dev.segmentation.rules.NameFindings;
import dev.segmentation.rules.Proposal;
import dev.segmentation.rules.Term;
import dev.segmentation.rules.Verdict;
import dev.segmentation.rules.table.EntityRow;
import dev.segmentation.rules.table.Reading;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.rules.table.TermRow;
import dev.segmentation.rules.table.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Comparator<Proposal> order;
    private final List<FactHandle> handles = new ArrayList<>();

    Classifier(RuleCatalog catalog, KieSession session, Firing firing) {
        this.catalog = catalog;
        this.vocabulary = catalog.vocabulary();
        this.session = session;
        this.firing = firing;
        this.order = Proposal.order(catalog.groups());
        session.addEventListener(firing);
    }

    /**
     * Decides a master.
     *
     * @param names its distinct names, the most frequent first; at least one
     * @param human what people decided about it or its keys
     */
    public Decision classify(List<NameEvidence> names, List<HumanDecision> human) {
        return verdict(names, human, null).decision();
    }

    /**
     * As {@link #classify}, but the rules do not fire again where the same grounds led to a decision before.
     *
     * @param former what a set of rules that {@link RuleCatalog#hasSameRules} this one decided about the same names,
     *     {@code null} if nothing is known
     * @return the former verdict if it stands
     */
    public Verdict verdict(List<NameEvidence> names, List<HumanDecision> human, Verdict former) {
        List<NameFindings> found = find(names);
        if (former != null && former.isValidFor(found, human)) {
            return former;
        }
        List<Proposal> proposals = proposals(master(found), found, human);
        return new Verdict(
                found,
                human,
                Proposal.decide(proposals, catalog.groups()),
                firing.fired(),
                proposals.stream().map(Proposal::ruleId).toList());
    }

    /** As {@link #classify}, and tells how the decision came about. */
    public Trace trace(List<NameEvidence> names, List<HumanDecision> human) {
        List<NameFindings> found = find(names);
        Master master = master(found);
        List<Proposal> proposals = proposals(master, found, human);
        return Trace.of(catalog, master, firing.firedRules(), proposals);
    }

    private List<Proposal> proposals(Master master, List<NameFindings> found, List<HumanDecision> human) {
        fire(facts(master, found, human));
        return master.proposals().stream().sorted(order).toList();
    }

    /** What the tables say about these names. */
    public List<NameFindings> find(List<NameEvidence> names) {
        List<NameFindings> found = new ArrayList<>(names.size());
        for (NameEvidence name : names) {
            Reading reading = vocabulary.read(name);
            NameEvidence read = reading.name();
            found.add(new NameFindings(reading, vocabulary.find(read), catalog.entity(read.name())));
        }
        return found;
    }

    public Master master(List<NameFindings> names) {
        return new Master(names.stream().map(NameFindings::reading).toList(), vocabulary, firing);
    }

    /** Lets the rules fire over these facts, which are gone from the session afterwards. */
    public void fire(List<Object> facts) {
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
    public List<Object> facts(Master master, List<NameFindings> names, List<HumanDecision> human) {
        List<Object> facts = new ArrayList<>();
        facts.add(master);
        Map<String, Term> terms = new LinkedHashMap<>();
        Map<EntityRow, KnownEntity> entities = new LinkedHashMap<>();
        for (NameFindings name : names) {
            for (Vocabulary.Found found : name.hits().terms()) {
                TermRow row = (TermRow) found.phrase();
                if (!terms.containsKey(row.id())) {
                    terms.put(row.id(), new Term(row, master, name.reading(), found));
                }
            }
            name.hits().concepts().forEach(concept -> master.found(concept.id(), concept.text()));
            if (name.entity() != null) {
                entities.putIfAbsent(
                        name.entity(),
                        new KnownEntity(name.entity(), master, name.reading().quoted()));
            }
        }
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
