package dev.segmentation.evaluate.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTrialTest {
    private static final List<String> NAMES = List.of("ACME", "ACME", "ACME SOUTH", "BETA", "BETA WEST", "GAMMA");

    /** Below 0.5 all ACME and all BETA are one each, from 0.5 ACME SOUTH is apart, from 0.9 BETA WEST too. */
    private static int[] masters(double threshold) {
        return threshold < 0.5
                ? new int[] {0, 0, 0, 1, 1, 2}
                : threshold < 0.9 ? new int[] {0, 0, 3, 1, 1, 2} : new int[] {0, 0, 3, 1, 4, 2};
    }

    private static ThresholdTrial trial(double configured, Labels labels) {
        return ThresholdTrial.of(
                ThresholdTrialTest::masters, configured, labels, NAMES::get, 5, Progress.NONE.start("", 0));
    }

    private static ThresholdRow row(ThresholdTrial trial, double threshold) {
        return trial.rows().stream()
                .filter(row -> row.threshold() == threshold)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thresholdsGoFromTheLowestToTheHighestWithTheOneInUse() {
        assertThat(ThresholdTrial.thresholds(0.737))
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(0.05)
                .endsWith(0.99)
                .contains(0.737);
        assertThat(ThresholdTrial.thresholds(0.92)).hasSize(24);
    }

    @Test
    void rowsCountMastersMergedKeysAndTheLargest() {
        ThresholdRow low = row(trial(0.6, null), 0.3);
        assertThat(low).isEqualTo(new ThresholdRow(0.3, false, 3, 5, 3, 1, 0, null));
        assertThat(row(trial(0.6, null), 0.6)).isEqualTo(new ThresholdRow(0.6, true, 4, 4, 2, 0, 0, null));
        assertThat(row(trial(0.6, null), 0.99)).isEqualTo(new ThresholdRow(0.99, false, 5, 2, 2, 0, 1, null));
    }

    @Test
    void stepsNameWhatComesApart() {
        ThresholdTrial trial = trial(0.6, null);
        List<ThresholdStep> changes =
                trial.steps().stream().filter(step -> step.masters() > 0).toList();
        assertThat(changes)
                .containsExactly(
                        new ThresholdStep(
                                0.45,
                                0.5,
                                1,
                                List.of(new ThresholdStep.Example(
                                        3,
                                        2,
                                        List.of(
                                                new ThresholdStep.Part("ACME", 2),
                                                new ThresholdStep.Part("ACME SOUTH", 1))))),
                        new ThresholdStep(
                                0.85,
                                0.9,
                                1,
                                List.of(new ThresholdStep.Example(
                                        2,
                                        2,
                                        List.of(
                                                new ThresholdStep.Part("BETA", 1),
                                                new ThresholdStep.Part("BETA WEST", 1))))));
    }

    @Test
    void onlyLabelledCustomersAreJudged() {
        Labels labels = new Labels(new int[] {0, 2, 3}, new int[] {0, 0, 1}, new String[] {"acme", "beta"});
        ThresholdTrial trial = trial(0.6, labels);
        assertThat(trial.steps()).isEmpty();
        assertThat(row(trial, 0.3).quality().f1()).isEqualTo(1);
        assertThat(row(trial, 0.3).quality().keys()).isEqualTo(3);
        assertThat(row(trial, 0.6).quality().recall()).isZero();
    }

    @Test
    void keyThatChangesItsMasterBothJoinsAndLeaves() {
        int[] inUse = {0, 0, 0, 1, 1, 1};
        int[] other = {0, 0, 1, 1, 1, 1};
        ThresholdRow row = ThresholdRow.of(0.5, false, inUse, other, null);
        assertThat(row.joining()).isEqualTo(1);
        assertThat(row.leaving()).isEqualTo(1);
    }
}
