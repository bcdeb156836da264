package dev.segmentation.suggest.group;

import dev.segmentation.customer.IndustrialGroup;
import java.util.List;
import java.util.function.Function;

/** A model that tells which group a name belongs to, learned from examples. */
public interface GroupModel {
    /** Number of groups; an opinion has a value for each, by ordinal. */
    int GROUPS = IndustrialGroup.values().length;

    /**
     * What the model thinks of names, given as their words (see {@code NameWords}).
     *
     * @return for each name the logarithms of the groups' probabilities by ordinal; not calibrated
     */
    List<double[]> opinions(List<List<String>> names);

    /** What a model and the votes of examples think together, in place of what the model thinks. */
    static double[] mix(double[] model, double[] votes, double share) {
        for (int c = 0; c < model.length; c++) {
            model[c] = (1 - share) * model[c] + share * votes[c];
        }
        return model;
    }

    /**
     * Trains a model.
     *
     * @param id which model it is, and which version of what it learns with
     * @param weight how much the model counts; all models together count one
     * @param learner learns the same model from the same examples in any order
     */
    record Trainer(String id, double weight, Function<List<Example>, GroupModel> learner) {
        GroupModel learn(List<Example> examples) {
            return learner.apply(examples);
        }
    }
}
