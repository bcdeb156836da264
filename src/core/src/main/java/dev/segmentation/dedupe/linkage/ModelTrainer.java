package dev.segmentation.dedupe.linkage;

import dev.segmentation.customer.Customer;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits the weights of the model to lists whose customers are labelled with the company they are. For the policy
 * {@code strict}, a matching pair teaches only if the names themselves show it: no informative word left over on both
 * sides, no veto. For {@code family} every labelled pair teaches.
 */
public final class ModelTrainer {
    /** Weights are fitted to more strangers than a run compares: those of blocks twice as large. */
    private static final int TRAINING_CAPS = 2;

    /** Weight left over on both sides, in tenths, up to which a match shows in the names: three tenths of a rare word. */
    private static final double EVIDENT = 0.27;

    private final NameParser parser;
    private final NameTables tables;
    private final DedupeModel model;
    private final List<LogisticRegression.Sample> strict = new ArrayList<>();
    private final List<LogisticRegression.Sample> family = new ArrayList<>();

    /**
     * What one list taught.
     *
     * @param names distinct names
     * @param pairs candidate pairs that were compared
     * @param matches those that are one company by the labels
     * @param evident those that also show it in their names
     */
    public record Lesson(int names, int pairs, int matches, int evident) {}

    /** A trainer over these tables; of the model only the word counts and settings are used. */
    public ModelTrainer(NameParser parser, NameTables tables, DedupeModel model) {
        this.parser = parser;
        this.tables = tables;
        this.model = model;
    }

    /**
     * Takes in a list.
     *
     * @param customers the list
     * @param truth company by customer key; customers without one are left out
     * @throws IllegalArgumentException if it holds no matching or no differing pair
     */
    public Lesson learn(List<Customer> customers, Map<String, String> truth) {
        List<Customer> labelled = customers.stream()
                .filter(customer -> truth.containsKey(customer.key()))
                .sorted(Comparator.comparing(Customer::key))
                .toList();
        NodeBuilder builder = new NodeBuilder(parser, tables, Map.of());
        builder.add(
                labelled,
                labelled.stream().map(customer -> parser.parse(customer.name())).toList());
        List<NameNode> nodes = builder.nodes();
        Map<String, Integer> numbers = new HashMap<>();
        int[] companies = nodes.stream()
                .map(node -> truth.get(node.members().get(0).customer().key()))
                .mapToInt(company -> numbers.computeIfAbsent(company, c -> numbers.size()))
                .toArray();
        LogisticRegression.Sample all = new LogisticRegression.Sample();
        LogisticRegression.Sample evident = new LogisticRegression.Sample();
        collect(new NameSet(nodes, tables, model), companies, all, evident);
        if (all.matches() == 0
                || evident.matches() == 0
                || all.matches() == all.labels().size()) {
            throw new IllegalArgumentException("the list holds no pair of similar names that is one company, or none"
                    + " that is two; nothing can be learnt from it");
        }
        strict.add(evident);
        family.add(all);
        return new Lesson(nodes.size(), all.labels().size(), all.matches(), evident.matches());
    }

    private void collect(
            NameSet names, int[] companies, LogisticRegression.Sample all, LogisticRegression.Sample evident) {
        PairFeatures features = new PairFeatures(names);
        Blocks blocks = new Blocks(names, TRAINING_CAPS * model.settings().blockCap());
        for (long pair : blocks.pairs(0, names.entries())) {
            double[] values = features.of(Blocks.left(pair), Blocks.right(pair)).clone();
            boolean same = companies[names.owners[Blocks.left(pair)]] == companies[names.owners[Blocks.right(pair)]];
            if (Feature.vetoIn(values) == null) {
                all.add(values, same);
                if (!same || values[Feature.LEFT_BOTH.ordinal()] <= EVIDENT) {
                    evident.add(values, same);
                }
            }
        }
    }

    /** Fits both policies to all lists that were taken in, each list counting the same, and writes the model file. */
    public void write(Path file) throws IOException {
        double[] weights = LogisticRegression.fit(strict);
        // that a rare word added to a single word makes another company is what strict means; no list softens it
        int added = Feature.ONE_WORD_LEFT.ordinal();
        weights[added] = Math.min(weights[added], Feature.handMadeWeights()[added]);
        DedupeModel.write(file, weights, LogisticRegression.fit(family));
    }
}
