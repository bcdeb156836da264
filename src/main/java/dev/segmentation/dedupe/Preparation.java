package dev.segmentation.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list with its names gathered, its pairs scored and its human verdicts found: all that no threshold changes. */
final class Preparation {
    private final Set<String> notes = new LinkedHashSet<>();
    private final NodeBuilder builder;
    private final HumanVerdicts verdicts;
    private final Linkage linkage;

    Preparation(
            NameParser parser,
            NameTables tables,
            DedupeModel model,
            DedupeSettings settings,
            List<Customer> customers,
            List<ParsedName> names,
            Map<String, KeyOverride> overrides,
            List<MergeJudgement> judgements) {
        builder = new NodeBuilder(parser, tables, overrides);
        for (int i = 0; i < customers.size(); i++) {
            builder.add(customers.get(i), names.get(i));
        }
        verdicts = new HumanVerdicts(judgements, notes::add);
        verdicts.nameTargets(builder);
        linkage = Linkage.of(builder.nodes(), tables, model, settings);
        verdicts.resolve(builder);
    }

    /** Clusters by the verdicts of people first, then by similarity from that threshold on. */
    Clusterer cluster(double mergeThreshold, double cohesion) {
        Clusterer clusterer = new Clusterer(linkage, cohesion);
        verdicts.apply(clusterer);
        clusterer.join(mergeThreshold);
        return clusterer;
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
