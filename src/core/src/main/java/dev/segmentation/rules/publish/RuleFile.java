package dev.segmentation.rules.publish;

import dev.segmentation.rules.table.RuleFileKind;

/**
 * A file of a rules folder.
 *
 * @param id names it in requests, which name no path
 * @param path from the rules folder on, with {@code /}
 * @param hash SHA-256 of its content; {@link #ABSENT} where there is a place for such a file and none stands there
 */
public record RuleFile(String id, String path, RuleFileKind kind, String hash, long size) {
    /** The hash of a file that is not there. */
    public static final String ABSENT = "absent";

    public boolean present() {
        return !hash.equals(ABSENT);
    }

    /** The folder of the group that it belongs to, blank if it belongs to none. */
    public String groupFolder() {
        String[] parts = path.split("/");
        return parts.length == 3 && parts[0].equals("groups") ? parts[1] : "";
    }

    /** Whether it is a workbook, which is no text. */
    public boolean workbook() {
        return path.regionMatches(true, path.length() - 5, ".xlsx", 0, 5);
    }
}
