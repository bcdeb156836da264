package dev.segmentation.dedupe;

import dev.segmentation.dedupe.linkage.Clusterer;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.Linkage;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.linkage.NodeBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list with its names gathered, its pairs scored and its human verdicts found: all that no threshold changes. Made once
 * and used for a result and for questions about it.
 */
public final class Preparation {
    private final LinkRules rules;
    private final NamedCustomers list;
    private final Set<String> notes = new LinkedHashSet<>();
    private final NodeBuilder builder;
    private final HumanVerdicts verdicts;
    private final Linkage linkage;

    /** Gathers and scores. */
    public Preparation(LinkRules rules, NamedCustomers list) {
        this.rules = rules;
        this.list = list;
        builder = new NodeBuilder(rules.parser(), rules.tables(), list.overrides());
        builder.respect(list.judgements());
        builder.add(list.customers(), list.names());
        verdicts = new HumanVerdicts(list.judgements(), notes::add);
        verdicts.nameTargets(builder);
        linkage = Linkage.of(builder.nodes(), rules);
        verdicts.resolve(builder);
    }

    /** Clusters by the verdicts of people first, then by similarity from that threshold on. */
    Clusterer cluster(double mergeThreshold, double cohesion) {
        Clusterer clusterer = new Clusterer(linkage, cohesion);
        verdicts.apply(clusterer);
        clusterer.join(mergeThreshold);
        return clusterer;
    }

    LinkRules rules() {
        return rules;
    }

    NamedCustomers list() {
        return list;
    }

    Linkage linkage() {
        return linkage;
    }

    NodeBuilder builder() {
        return builder;
    }

    /** The master names that people gave, by node; known once clusters were made. */
    Map<Integer, String> humanNames() {
        return verdicts.names();
    }

    /** What a person should know of the verdicts, each once. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
