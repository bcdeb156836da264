package dev.segmentation.evaluate.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorstErrorsTest {
    private static final ToDoubleBiFunction<Integer, Integer> NO_SCORE = (a, b) -> 0;

    @Test
    void mostPairsComeFirstThenTheHighestScore() {
        int[] whole = {0, 0, 0, 1, 1, 2, 2};
        int[] parts = {0, 0, 1, 2, 3, 4, 5};
        List<WorstErrors.Found> found = WorstErrors.costliest(whole, parts, 10, (a, b) -> a == 5 || b == 5 ? 0.9 : 0.5);
        assertThat(found).extracting(WorstErrors.Found::pairs).containsExactly(2L, 1L, 1L);
        assertThat(found.get(1)).isEqualTo(new WorstErrors.Found(1, 5, 6, 0.9));
        assertThat(found.get(2)).isEqualTo(new WorstErrors.Found(1, 3, 4, 0.5));
    }

    @Test
    void exampleIsTheMostSimilarOfTheFirstFew() {
        int[] whole = {0, 0, 0, 0};
        int[] parts = {0, 0, 1, 1};
        List<WorstErrors.Found> found = WorstErrors.costliest(whole, parts, 1, (a, b) -> a + b == 4 ? 0.8 : 0.1);
        assertThat(found).containsExactly(new WorstErrors.Found(4, 1, 3, 0.8));
    }

    @Test
    void scoreDecidesAmongEqualsAtTheLimit() {
        int[] whole = {0, 0, 1, 1, 2, 2};
        int[] parts = {0, 1, 2, 3, 4, 5};
        List<WorstErrors.Found> found = WorstErrors.costliest(whole, parts, 1, (a, b) -> a == 4 ? 0.9 : 0.1);
        assertThat(found).containsExactly(new WorstErrors.Found(1, 4, 5, 0.9));
    }

    @Test
    void wholesOfOnePartAreNoErrors() {
        assertThat(WorstErrors.costliest(new int[] {0, 0, 1}, new int[] {0, 0, 1}, 5, NO_SCORE))
                .isEmpty();
        assertThat(WorstErrors.costliest(new int[] {0, 0}, new int[] {0, 1}, 0, NO_SCORE))
                .isEmpty();
    }

    /** Two thousand million pairs of entities in one master. */
    @Test
    void masterOfManyEntitiesScoresFewPairs() {
        int[] whole = new int[65_536];
        int[] parts = new int[65_536];
        Arrays.setAll(parts, i -> i);
        int[] calls = {0};
        List<WorstErrors.Found> found = WorstErrors.costliest(whole, parts, 20, (a, b) -> {
            calls[0]++;
            return 0.5;
        });
        assertThat(found).hasSize(20);
        assertThat(calls[0]).isLessThan(200);
    }

    @Property
    void findsTheSameCostsAsTryingEveryPair(
            @ForAll("partitions") int[] parts, @ForAll @IntRange(min = 1, max = 8) int limit) {
        int[] whole = new int[parts.length];
        Arrays.setAll(whole, i -> i % 3);
        List<Long> all = new ArrayList<>();
        for (int w = 0; w < 3; w++) {
            long[] sizes = new long[13];
            for (int i = w; i < parts.length; i += 3) {
                sizes[parts[i]]++;
            }
            for (int a = 0; a < sizes.length; a++) {
                for (int b = a + 1; b < sizes.length; b++) {
                    all.add(sizes[a] * sizes[b]);
                }
            }
        }
        List<Long> expected = all.stream()
                .filter(pairs -> pairs > 0)
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .toList();
        assertThat(WorstErrors.costliest(whole, parts, limit, NO_SCORE))
                .extracting(WorstErrors.Found::pairs)
                .isEqualTo(expected);
    }

    @Provide
    Arbitrary<int[]> partitions() {
        return Arbitraries.integers().between(0, 12).array(int[].class).ofMaxSize(40);
    }
}
