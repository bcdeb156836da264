package dev.segmentation.evaluate.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClusterQualityTest {
    /** The entities of the worked example of Bagga and Baldwin (1998): 5, 2 and 5 mentions. */
    private static final int[] ENTITIES = {0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2};

    @Test
    void bCubedIsAsInTheExampleOfItsInventors() {
        ClusterQuality first = ClusterQuality.of(new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1}, ENTITIES);
        assertThat(first.bCubedPrecision()).isCloseTo(0.76, within(0.005));
        assertThat(first.bCubedRecall()).isEqualTo(1);
        ClusterQuality second = ClusterQuality.of(new int[] {0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0}, ENTITIES);
        assertThat(second.bCubedPrecision()).isCloseTo(0.58, within(0.005));
        assertThat(second.bCubedRecall()).isEqualTo(1);
    }

    @Test
    void countsPairsMastersAndEntities() {
        ClusterQuality quality = ClusterQuality.of(new int[] {0, 0, 1, 2, 2}, new int[] {0, 0, 0, 1, 2});
        assertThat(quality.keys()).isEqualTo(5);
        assertThat(quality.masters()).isEqualTo(3);
        assertThat(quality.entities()).isEqualTo(3);
        assertThat(quality.joinedPairs()).isEqualTo(2);
        assertThat(quality.truePairs()).isEqualTo(3);
        assertThat(quality.foundPairs()).isEqualTo(1);
        assertThat(quality.precision()).isEqualTo(0.5);
        assertThat(quality.recall()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(quality.f1()).isCloseTo(0.4, within(1e-12));
        assertThat(quality.overMerged()).isEqualTo(1);
        assertThat(quality.splitEntities()).isEqualTo(1);
    }

    @Test
    void nothingJoinedIsPreciseAndFindsNothing() {
        ClusterQuality quality = ClusterQuality.of(new int[] {0, 1, 2}, new int[] {0, 0, 0});
        assertThat(quality.precision()).isEqualTo(1);
        assertThat(quality.recall()).isZero();
        assertThat(quality.f1()).isZero();
    }

    @Test
    void noKeysAreNoError() {
        ClusterQuality quality = ClusterQuality.of(new int[0], new int[0]);
        assertThat(quality.f1()).isEqualTo(1);
        assertThat(quality.bCubedF1()).isEqualTo(1);
        assertThat(quality.masters()).isZero();
    }

    /** Five thousand million pairs: they are counted, never listed. */
    @Test
    void giantMasterIsCountedWithoutItsPairs() {
        int[] masters = new int[100_000];
        int[] entities = new int[100_000];
        Arrays.setAll(entities, i -> i % 2);
        ClusterQuality quality = ClusterQuality.of(masters, entities);
        assertThat(quality.joinedPairs()).isEqualTo(4_999_950_000L);
        assertThat(quality.foundPairs()).isEqualTo(2 * (50_000L * 49_999 / 2));
        assertThat(quality.bCubedPrecision()).isEqualTo(0.5);
    }

    @Property(tries = 500)
    void agreesWithCountingEveryPair(@ForAll("partitions") int[] masters, @ForAll @IntRange(max = 6) int shift) {
        int[] entities = new int[masters.length];
        Arrays.setAll(entities, i -> (masters[i] * 3 + i * shift) % 5);
        ClusterQuality quality = ClusterQuality.of(masters, entities);
        long joined = 0;
        long truth = 0;
        long found = 0;
        double precision = 0;
        double recall = 0;
        for (int i = 0; i < masters.length; i++) {
            double together = 0;
            double inMaster = 0;
            double inEntity = 0;
            for (int j = 0; j < masters.length; j++) {
                boolean sameMaster = masters[i] == masters[j];
                boolean sameEntity = entities[i] == entities[j];
                together += sameMaster && sameEntity ? 1 : 0;
                inMaster += sameMaster ? 1 : 0;
                inEntity += sameEntity ? 1 : 0;
                joined += j > i && sameMaster ? 1 : 0;
                truth += j > i && sameEntity ? 1 : 0;
                found += j > i && sameMaster && sameEntity ? 1 : 0;
            }
            precision += together / inMaster / masters.length;
            recall += together / inEntity / masters.length;
        }
        assertThat(quality.joinedPairs()).isEqualTo(joined);
        assertThat(quality.truePairs()).isEqualTo(truth);
        assertThat(quality.foundPairs()).isEqualTo(found);
        if (masters.length > 0) {
            assertThat(quality.bCubedPrecision()).isCloseTo(precision, within(1e-9));
            assertThat(quality.bCubedRecall()).isCloseTo(recall, within(1e-9));
        }
        assertThat(quality.overMerged()).isEqualTo(mixed(masters, entities));
        assertThat(quality.splitEntities()).isEqualTo(mixed(entities, masters));
        assertThat(quality.masters())
                .isEqualTo((int) Arrays.stream(masters).distinct().count());
    }

    @Property
    void swappingTheTwoSwapsPrecisionAndRecall(@ForAll("partitions") int[] a, @ForAll("partitions") int[] more) {
        int[] b = Arrays.copyOf(more, a.length);
        ClusterQuality there = ClusterQuality.of(a, b);
        ClusterQuality back = ClusterQuality.of(b, a);
        assertThat(there.precision()).isEqualTo(back.recall());
        assertThat(there.bCubedPrecision()).isCloseTo(back.bCubedRecall(), within(1e-12));
        assertThat(there.overMerged()).isEqualTo(back.splitEntities());
    }

    @Provide
    Arbitrary<int[]> partitions() {
        return Arbitraries.integers().between(0, 6).array(int[].class).ofMaxSize(30);
    }

    private static int mixed(int[] whole, int[] parts) {
        int mixed = 0;
        for (int part : Arrays.stream(whole).distinct().toArray()) {
            Set<Integer> met = new HashSet<>();
            for (int i = 0; i < whole.length; i++) {
                if (whole[i] == part) {
                    met.add(parts[i]);
                }
            }
            mixed += met.size() > 1 ? 1 : 0;
        }
        return mixed;
    }
}
