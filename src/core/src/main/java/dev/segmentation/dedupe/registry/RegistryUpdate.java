package dev.segmentation.dedupe.registry;

import java.util.List;

/**
 * What a run makes of the registry.
 *
 * @param next the registry to keep
 * @param events what happened since the last run; empty on the first
 * @param former masters of the last run
 * @param lost how many of those this run does not continue
 */
public record RegistryUpdate(MasterRegistry next, List<MasterEvent> events, int former, int lost) {
    /** Copies the events. */
    public RegistryUpdate {
        events = List.copyOf(events);
    }

    /** How often that happened. */
    public int count(MasterEvent.Kind kind) {
        return (int) events.stream().filter(event -> event.kind() == kind).count();
    }
}
