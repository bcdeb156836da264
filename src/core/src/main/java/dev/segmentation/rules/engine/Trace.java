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
import java.util.List;

/**
 * How a decision came about, for people who want to check it.
 *
 * @param readAs the names as the rules read them, typos mended
 * @param phrases every term and concept that stands in a name, whether it counts or not
 * @param fired every rule that fired, in order
 * @param proposals what was proposed, the deciding proposal first
 */
public record Trace(
        Decision decision,
        List<String> readAs,
        List<SeenPhrase> phrases,
        List<SeenRule> fired,
        List<SeenProposal> proposals) {

    public Trace {
        readAs = List.copyOf(readAs);
        phrases = List.copyOf(phrases);
        fired = List.copyOf(fired);
        proposals = List.copyOf(proposals);
    }

    /**
     * A term or concept that stands in a name.
     *
     * @param kind {@code term} or {@code concept}
     * @param group the group of the term, empty for a concept
     * @param objection why it does not count, empty if it does
     */
    public record SeenPhrase(
            String kind, String id, String text, String group, String name, String place, String objection) {}

    /** A rule that fired. */
    public record SeenRule(String id, String sentence, String band, String place) {}

    /**
     * A proposal.
     *
     * @param priority precedence of the group within the band, 1 decides first
     * @param place file and row of the rule or cell; empty for decisions of people, whose evidence names it
     */
    public record SeenProposal(
            String group, String detail, String band, int priority, String id, String why, String place) {}

    static Trace of(RuleCatalog catalog, Master master, List<FiredRule> fired, List<Proposal> proposals) {
        List<String> readAs = new ArrayList<>();
        List<SeenPhrase> phrases = new ArrayList<>();
        for (Reading reading : master.names()) {
            readAs.add(reading.quotedWithTypos());
            List<SeenPhrase> vetoed = new ArrayList<>();
            Vocabulary.Hits hits = catalog.vocabulary()
                    .find(reading.name(), (found, why) -> vetoed.add(seen(found.phrase(), reading, why)));
            hits.terms().forEach(found -> phrases.add(seen(found.phrase(), reading, "")));
            hits.concepts().forEach(concept -> phrases.add(seen(concept, reading, "")));
            phrases.addAll(vetoed);
        }
        return new Trace(
                Proposal.decide(proposals, catalog.groups()),
                readAs,
                phrases,
                fired.stream()
                        .map(rule -> new SeenRule(
                                rule.id(), rule.sentence(), rule.band().label(), rule.place()))
                        .toList(),
                proposals.stream()
                        .map(one -> seen(
                                one, catalog.groups().of(one.classification().group())))
                        .toList());
    }

    private static SeenPhrase seen(Phrase phrase, Reading reading, String objection) {
        TermRow term = phrase instanceof TermRow row ? row : null;
        return new SeenPhrase(
                term == null ? "concept" : "term",
                phrase.id(),
                phrase.text(),
                term == null ? "" : term.classification().group().label(),
                reading.quoted(),
                phrase.place(),
                objection);
    }

    private static SeenProposal seen(Proposal proposal, GroupTable.Entry group) {
        return new SeenProposal(
                proposal.classification().group().label(),
                proposal.classification().detail(),
                proposal.band().label(),
                group.priority(),
                proposal.ruleId(),
                proposal.why(),
                proposal.place());
    }
}
