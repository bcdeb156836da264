package dev.segmentation.suggest.group;

import java.util.List;

/** How much each example counts in training: by its kind, and less where its group has many. */
final class Balance {
    private Balance() {}

    /** The weights of the examples; a group with four times the weight of another counts twice as much. */
    static double[] weights(List<Example> examples) {
        double[] sums = new double[Voice.GROUPS];
        double all = 0;
        for (Example example : examples) {
            sums[example.classification().group().ordinal()] += example.kind().weight();
            all += example.kind().weight();
        }
        double share = all / Voice.GROUPS;
        return examples.stream()
                .mapToDouble(example -> example.kind().weight()
                        * Math.sqrt(
                                share / sums[example.classification().group().ordinal()]))
                .toArray();
    }
}
