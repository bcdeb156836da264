package dev.segmentation.decision.file;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of the governance files: all of them, as a new file gets them, and those that say what a row is about. */
public final class GovernanceColumns {
    /** Of a rejection: what was suggested, {@code group} or {@code website}. */
    public static final String KIND = "Kind";
    /** Of a rejection: the industrial group, or the bare host. */
    public static final String SUGGESTED = "Suggested";
    /** Of a rejection: what spoke for it, as a short hash; blank rejects it whatever speaks for it. */
    public static final String EVIDENCE = "Evidence";

    private static final Map<String, List<String>> ALL = Map.of(
            GovernanceFiles.SEGMENTS,
            SegmentColumns.ALL,
            GovernanceFiles.MERGES,
            List.of(
                    "Alias Canonical",
                    "Master Canonical",
                    "Judgement",
                    SegmentColumns.OWNER,
                    SegmentColumns.DATE,
                    SegmentColumns.REASON),
            GovernanceFiles.WEBSITES,
            List.of(SegmentColumns.CANONICAL, SegmentColumns.WEBSITE),
            GovernanceFiles.MANUAL,
            List.of("Customer Key", "Manual Master Name", "Manual Segment", "Notes"),
            GovernanceFiles.REJECTIONS,
            List.of(
                    KIND,
                    SegmentColumns.ID,
                    SegmentColumns.CANONICAL,
                    SUGGESTED,
                    EVIDENCE,
                    SegmentColumns.OWNER,
                    SegmentColumns.DATE,
                    SegmentColumns.REASON));

    private static final Map<String, List<String>> KEYS = Map.of(
            GovernanceFiles.SEGMENTS, List.of(SegmentColumns.CANONICAL, SegmentColumns.SOURCE),
            GovernanceFiles.MERGES, List.of("Alias Canonical", "Master Canonical"),
            GovernanceFiles.WEBSITES, List.of(SegmentColumns.CANONICAL),
            GovernanceFiles.MANUAL, List.of("Customer Key"),
            GovernanceFiles.REJECTIONS, List.of(SegmentColumns.CANONICAL, KIND, SUGGESTED, EVIDENCE));

    /** The files, in the order in which changes are told. */
    public static final List<String> FILES = List.of(
            GovernanceFiles.SEGMENTS,
            GovernanceFiles.MERGES,
            GovernanceFiles.WEBSITES,
            GovernanceFiles.MANUAL,
            GovernanceFiles.REJECTIONS);

    private GovernanceColumns() {}

    /** @throws IllegalArgumentException if that is no governance file */
    public static List<String> of(String file) {
        List<String> columns = ALL.get(file);
        if (columns == null) {
            throw new IllegalArgumentException("(" + file + ") is no governance file; there are " + FILES);
        }
        return columns;
    }

    /** What a row is about; rows with the same answer decide the same thing. */
    public static String key(String file, Map<String, String> cells) {
        return KEYS.getOrDefault(file, List.of()).stream()
                .map(column -> cells.getOrDefault(column, ""))
                .collect(Collectors.joining(" / "))
                .replaceFirst(" / $", "");
    }
}
