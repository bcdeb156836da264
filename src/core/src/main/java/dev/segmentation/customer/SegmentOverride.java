package dev.segmentation.customer;

import java.util.Comparator;

/**
 * A human decision about one master, a row of {@code MasterSegmentationOverrides.csv}.
 *
 * @param canonical canonical name of the master
 * @param masterId its id, preferred over the name where given
 * @param classification group, detail, NAICS, support category
 * @param method the method the row claims, {@code null} if it names none
 * @param website bare host, may be blank
 * @param status Final, Draft or Queued
 * @param source {@code Manual} or the name of the batch it came from
 * @param owner who decided, may be blank
 * @param date when, in ISO form, blank if not said
 * @param reason why, may be blank
 * @param line where it stands in the file
 */
public record SegmentOverride(
        String canonical,
        String masterId,
        Classification classification,
        Method method,
        String website,
        Status status,
        String source,
        String owner,
        String date,
        String reason,
        long line) {

    /** The newer row last; rows of one date in file order. */
    public static final Comparator<SegmentOverride> NEWEST_LAST =
            Comparator.comparing(SegmentOverride::date).thenComparingLong(SegmentOverride::line);

    /** Whether a Source means that a row was written by hand. */
    public static boolean byHand(String source) {
        return source.isBlank() || source.equalsIgnoreCase("Manual");
    }

    /** Whether it was written by hand rather than imported from a batch; a manual row outranks a batch's. */
    public boolean manual() {
        return byHand(source);
    }
}
