package dev.segmentation.suggest.text;

import java.util.List;

/**
 * A master that waits for a decision.
 *
 * @param spellings the texts whose words count as evidence, without care-of parts, the commonest first; never empty
 * @param examples how its customers are written in the billing system, for people
 * @param why why it waits, as the worklist says: Unknown, Queued, Conflict …
 * @param value what it is worth to decide it; only the order means anything
 */
public record OpenMaster(
        String id,
        String canonical,
        String name,
        List<String> spellings,
        List<String> examples,
        int keys,
        String why,
        double value) {

    public OpenMaster {
        spellings = List.copyOf(spellings);
        examples = List.copyOf(examples);
    }

    /** Whether it has no name and is called by a customer key, which must not leave this machine. */
    public boolean nameless() {
        return name.isBlank() || name.startsWith("(NO NAME)");
    }

    /** Whether several keys were joined. */
    public boolean merged() {
        return keys > 1;
    }
}
