package dev.segmentation.customer;

/**
 * A human decision about one customer key, from {@code ManualOverrides.csv}.
 *
 * @param key the customer key
 * @param masterName the master this key belongs to, blank to leave that to the dedupe
 * @param segment the group its legacy segment word means, {@code null} if none was given
 * @param support the support category that the word implies
 * @param segmentWord the word as written
 * @param notes free text
 * @param line where it stands in the file
 */
public record KeyOverride(
        String key,
        String masterName,
        IndustrialGroup segment,
        SupportCategory support,
        String segmentWord,
        String notes,
        long line) {}
