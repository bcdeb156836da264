package dev.segmentation.evaluate.dedupe;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;

/**
 * How well masters agree with labelled entities.
 *
 * <p>Pairs: of all pairs of keys in one master, how many are one entity (precision), and of all pairs of keys of one
 * entity, how many are in one master (recall). A few giant entities dominate pairs. B-cubed asks every key how much of
 * its master is its entity and how much of its entity is in its master, and takes the mean over keys: Bagga and Baldwin,
 * "Algorithms for Scoring Coreference Chains" (1998); Amigó, Gonzalo, Artiles and Verdejo, "A comparison of extrinsic
 * clustering evaluation metrics based on formal constraints" (2009) show why it is the measure to prefer. Where there is
 * nothing to be wrong about, precision or recall is 1.
 *
 * @param keys labelled keys
 * @param masters masters that hold a labelled key
 * @param entities labelled entities
 * @param joinedPairs pairs of labelled keys in one master
 * @param truePairs pairs of labelled keys of one entity
 * @param foundPairs pairs that are both
 * @param bCubedPrecision mean over keys
 * @param bCubedRecall mean over keys
 * @param overMerged masters that join several entities
 * @param splitEntities entities that are spread over several masters
 */
@JsonPropertyOrder({
    "precision",
    "recall",
    "f1",
    "bCubedPrecision",
    "bCubedRecall",
    "bCubedF1",
    "keys",
    "entities",
    "masters",
    "joinedPairs",
    "truePairs",
    "foundPairs",
    "overMergedMasters",
    "splitEntities"
})
public record ClusterQuality(
        int keys,
        int masters,
        int entities,
        long joinedPairs,
        long truePairs,
        long foundPairs,
        double bCubedPrecision,
        double bCubedRecall,
        @JsonProperty("overMergedMasters") int overMerged,
        int splitEntities) {

    /**
     * Compares two partitions in near-linear time, whatever the size of their parts.
     *
     * @param masters the master of every labelled key, as small numbers from 0
     * @param entities its entity, likewise
     */
    public static ClusterQuality of(int[] masters, int[] entities) {
        Contingency table = new Contingency(masters, entities);
        int[] masterSizes = table.leftTotals;
        int[] entitySizes = table.rightTotals;
        int[] entitiesIn = new int[masterSizes.length];
        int[] mastersOf = new int[entitySizes.length];
        long found = 0;
        double precision = 0;
        double recall = 0;
        for (int cell = 0; cell < table.cells(); cell++) {
            int master = table.left(cell);
            int entity = table.right(cell);
            double count = table.count(cell);
            found += pairs(table.count(cell));
            precision += count * count / masterSizes[master];
            recall += count * count / entitySizes[entity];
            entitiesIn[master]++;
            mastersOf[entity]++;
        }
        return new ClusterQuality(
                masters.length,
                countAbove(0, masterSizes),
                countAbove(0, entitySizes),
                Arrays.stream(masterSizes).mapToLong(ClusterQuality::pairs).sum(),
                Arrays.stream(entitySizes).mapToLong(ClusterQuality::pairs).sum(),
                found,
                ratio(precision, masters.length),
                ratio(recall, masters.length),
                countAbove(1, entitiesIn),
                countAbove(1, mastersOf));
    }

    /** Share of the joined pairs that are right. */
    @JsonProperty
    public double precision() {
        return ratio(foundPairs, joinedPairs);
    }

    /** Share of the true pairs that were joined. */
    @JsonProperty
    public double recall() {
        return ratio(foundPairs, truePairs);
    }

    /** Harmonic mean of pairwise precision and recall. */
    @JsonProperty
    public double f1() {
        return harmonic(precision(), recall());
    }

    /** Harmonic mean of B-cubed precision and recall. */
    @JsonProperty
    public double bCubedF1() {
        return harmonic(bCubedPrecision, bCubedRecall);
    }

    static double ratio(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }

    private static double harmonic(double a, double b) {
        return a + b == 0 ? 0 : 2 * a * b / (a + b);
    }

    private static long pairs(int items) {
        return items * (items - 1L) / 2;
    }

    private static int countAbove(int least, int[] values) {
        return (int) Arrays.stream(values).filter(value -> value > least).count();
    }
}
