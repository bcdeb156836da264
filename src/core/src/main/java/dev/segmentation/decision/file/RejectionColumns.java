package dev.segmentation.decision.file;

import java.util.List;

/** The columns of {@code SuggestionRejections.csv}. */
public final class RejectionColumns {
    /** What was suggested: {@code group} or {@code website}. */
    public static final String KIND = "Kind";
    /** Id of the master. */
    public static final String ID = SegmentColumns.ID;
    /** Canonical name of the master when it was rejected, for people. */
    public static final String CANONICAL = SegmentColumns.CANONICAL;
    /** The industrial group, or the bare host. */
    public static final String SUGGESTED = "Suggested";
    /** What spoke for it, as a short hash; blank rejects it whatever speaks for it. */
    public static final String EVIDENCE = "Evidence";
    /** Who rejected it. */
    public static final String OWNER = SegmentColumns.OWNER;
    /** When. */
    public static final String DATE = SegmentColumns.DATE;
    /** Why. */
    public static final String REASON = SegmentColumns.REASON;

    /** All, in the order in which a new file has them. */
    public static final List<String> ALL = List.of(KIND, ID, CANONICAL, SUGGESTED, EVIDENCE, OWNER, DATE, REASON);

    private RejectionColumns() {}
}
