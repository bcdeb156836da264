package dev.segmentation.decision.journal;

import java.time.Duration;

/**
 * How decisions are kept.
 *
 * @param backups how many versions of each file are kept, at least 1
 * @param patience how long to wait for a run or another change to end
 */
public record StoreOptions(int backups, Duration patience) {
    /** 20 versions, 30 seconds. */
    public static final StoreOptions DEFAULT = new StoreOptions(20, Duration.ofSeconds(30));

    /** Keeps the present version at least: changes from outside are found by it. */
    public StoreOptions {
        if (backups < 1) {
            throw new IllegalArgumentException("at least 1 version must be kept, not " + backups);
        }
    }
}
