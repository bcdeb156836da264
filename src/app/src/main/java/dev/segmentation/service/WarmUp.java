package dev.segmentation.service;

import dev.segmentation.rules.table.RulesException;
import dev.segmentation.table.TableException;
import java.util.List;

/**
 * Does what those who ask first would wait for: reads the last run and what is told about its masters, and lets the rules decide
 * about names that are at hand until the machine knows them by heart.
 */
final class WarmUp {
    private static final int NAMES = 5_000;
    private static final int ROUNDS = 4;

    private WarmUp() {}

    /** Does it; what cannot be read is told to whoever asks for it, not here. */
    static void of(SegmentationService service) {
        try {
            service.current().ifPresent(run -> warm(service, run));
        } catch (TableException | RulesException e) {
            // whoever asks is told
        }
    }

    private static void warm(SegmentationService service, CurrentRun run) {
        run.finder();
        List<String> names =
                run.masters().stream().map(MasterInfo::name).limit(NAMES).toList();
        for (int i = 0; i < ROUNDS && !Thread.currentThread().isInterrupted(); i++) {
            for (String name : names) {
                service.classifying((rules, classifier) ->
                        classifier.classify(List.of(rules.parser().evidence(name)), List.of()));
            }
        }
        run.masters().stream().limit(1).forEach(first -> service.detail(run, first.id()));
    }
}
