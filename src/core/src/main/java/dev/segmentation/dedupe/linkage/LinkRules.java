package dev.segmentation.dedupe.linkage;

import dev.segmentation.customer.Progress;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;

/**
 * What names are linked by.
 *
 * @param parser understands names
 * @param tables what words mean
 * @param model weights and word counts
 * @param settings policy and thresholds
 * @param progress hears how far the work has come
 */
public record LinkRules(
        NameParser parser, NameTables tables, DedupeModel model, DedupeSettings settings, Progress progress) {

    /** Rules that report to nobody how far the work has come. */
    public LinkRules(NameParser parser, NameTables tables, DedupeModel model, DedupeSettings settings) {
        this(parser, tables, model, settings, Progress.NONE);
    }

    /** Rules with the settings of the model. */
    public LinkRules(NameParser parser, NameTables tables, DedupeModel model) {
        this(parser, tables, model, model.settings());
    }
}
