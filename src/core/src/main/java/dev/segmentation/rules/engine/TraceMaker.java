package dev.segmentation.rules.engine;

import dev.segmentation.customer.Decision;
import dev.segmentation.rules.FiredRule;
import dev.segmentation.rules.Master;
import dev.segmentation.rules.Proposal;
import dev.segmentation.rules.table.GroupTable;
import dev.segmentation.rules.table.Phrase;
import dev.segmentation.rules.table.Reading;
import dev.segmentation.rules.table.TermRow;
import dev.segmentation.rules.table.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts down how the decision about one master came about. */
final class TraceMaker {
    private final GroupTable groups;
    private final List<String> readAs = new ArrayList<>();
    private final List<Trace.SeenPhrase> phrases = new ArrayList<>();

    TraceMaker(RuleCatalog catalog, Master master) {
        groups = catalog.groups();
        for (Reading reading : master.names()) {
            readAs.add(reading.quotedWithSlips());
            List<Trace.SeenPhrase> vetoed = new ArrayList<>();
            Vocabulary.Hits hits = catalog.vocabulary()
                    .find(reading.name(), (found, why) -> vetoed.add(seen(found.phrase(), reading, why)));
            hits.terms().forEach(found -> phrases.add(seen(found.phrase(), reading, "")));
            hits.concepts().forEach(concept -> phrases.add(seen(concept, reading, "")));
            phrases.addAll(vetoed);
        }
    }

    private static Trace.SeenPhrase seen(Phrase phrase, Reading reading, String objection) {
        boolean term = phrase instanceof TermRow;
        String group =
                phrase instanceof TermRow row ? row.classification().group().label() : "";
        return new Trace.SeenPhrase(
                term ? "term" : "concept",
                phrase.id(),
                phrase.text(),
                group,
                reading.quoted(),
                phrase.place(),
                objection);
    }

    Trace of(Decision decision, Collection<FiredRule> fired, List<Proposal> proposals) {
        return new Trace(
                decision,
                readAs,
                phrases,
                fired.stream()
                        .map(rule -> new Trace.SeenRule(
                                rule.id(), rule.sentence(), rule.band().label(), rule.place()))
                        .toList(),
                proposals.stream().map(this::seen).toList());
    }

    private Trace.SeenProposal seen(Proposal proposal) {
        return new Trace.SeenProposal(
                proposal.classification().group().label(),
                proposal.classification().detail(),
                proposal.band().label(),
                groups.of(proposal.classification().group()).priority(),
                proposal.ruleId(),
                proposal.why(),
                proposal.place());
    }
}
