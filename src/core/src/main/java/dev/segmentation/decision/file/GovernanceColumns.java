package dev.segmentation.decision.file;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of the governance files: all of them, as a new file gets them, and those that say what a row is about. */
public final class GovernanceColumns {
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
            RejectionColumns.ALL);

    private static final Map<String, List<String>> KEYS = Map.of(
            GovernanceFiles.SEGMENTS, List.of(SegmentColumns.CANONICAL, SegmentColumns.SOURCE),
            GovernanceFiles.MERGES, List.of("Alias Canonical", "Master Canonical"),
            GovernanceFiles.WEBSITES, List.of(SegmentColumns.CANONICAL),
            GovernanceFiles.MANUAL, List.of("Customer Key"),
            GovernanceFiles.REJECTIONS,
                    List.of(
                            RejectionColumns.CANONICAL,
                            RejectionColumns.KIND,
                            RejectionColumns.SUGGESTED,
                            RejectionColumns.EVIDENCE));

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
