package dev.segmentation.suggest.group;

import dev.segmentation.customer.IndustrialGroup;
import java.util.List;

/** One opinion on which group a name belongs to, learned from examples. */
public interface Voice {
    /** Number of groups; an opinion has a value for each, by ordinal. */
    int GROUPS = IndustrialGroup.values().length;

    /**
     * What it thinks of names, given as their words (see {@code NameWords}).
     *
     * @return for each name the logarithms of the groups' probabilities by ordinal; not calibrated
     */
    List<double[]> opinions(List<List<String>> names);

    /** Learns a voice. */
    interface School {
        /** Which one it is, and which version of what it learns with. */
        String id();

        /** A voice that learned from these examples; the same examples in any order give the same voice. */
        Voice learn(List<Example> examples);

        /** How much its voice counts; all voices together count one. */
        double weight();
    }
}
