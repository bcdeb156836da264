package dev.segmentation.output;

import dev.segmentation.dedupe.registry.MasterEvent;
import dev.segmentation.dedupe.registry.RegistryUpdate;

/**
 * What became of the masters since the run before, as {@code MasterHistory.csv} tells it.
 *
 * @param known whether there was a run before, and this one found masters anew
 * @param fresh masters that are new or back
 * @param gone masters whose customers are gone
 * @param renamed masters with another canonical name
 * @param merged masters that others took over
 * @param split how often a master came from, or took names of, one that lives on
 */
public record MasterChanges(boolean known, int fresh, int gone, int renamed, int merged, int split) {
    /** Where masters were not looked for. */
    public static final MasterChanges NONE = new MasterChanges(false, 0, 0, 0, 0, 0);

    public static MasterChanges of(RegistryUpdate update) {
        return new MasterChanges(
                update.former() > 0,
                update.count(MasterEvent.Kind.NEW),
                update.count(MasterEvent.Kind.GONE),
                update.count(MasterEvent.Kind.RENAMED),
                update.count(MasterEvent.Kind.MERGED),
                update.count(MasterEvent.Kind.SPLIT));
    }
}
