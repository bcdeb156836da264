package dev.segmentation.decision.file;

import java.util.List;

/** The columns of {@code MasterSegmentationOverrides.csv}. */
public final class SegmentColumns {
    /** Canonical name of the master. */
    public static final String CANONICAL = "Master Customer Name Canonical";
    /** Id of the master, preferred where given. */
    public static final String ID = "Master Id";
    /** A group of the locked list, or a legacy word. */
    public static final String GROUP = "Industrial Group";
    /** Free text. */
    public static final String DETAIL = "Industry Detail";
    /** Two to six digits or a range. */
    public static final String NAICS = "NAICS";
    /** A method of the locked list. */
    public static final String METHOD = "Method";
    /** A support category of the locked list. */
    public static final String SUPPORT = "Support Category";
    /** Bare host. */
    public static final String WEBSITE = "Company Website";
    /** Final, Draft or Queued; blank means Final. */
    public static final String STATUS = "Status";
    /** Manual, or the name of the batch; blank means Manual. */
    public static final String SOURCE = "Source";
    /** Who decided. */
    public static final String OWNER = "Owner";
    /** When. */
    public static final String DATE = "Date";
    /** Why. */
    public static final String REASON = "Reason";
    /** What else is to be said. */
    public static final String NOTES = "Notes";

    /** All, in the order in which a new file has them. */
    public static final List<String> ALL = List.of(
            CANONICAL, ID, GROUP, DETAIL, NAICS, METHOD, SUPPORT, WEBSITE, STATUS, SOURCE, OWNER, DATE, REASON, NOTES);

    private SegmentColumns() {}
}
