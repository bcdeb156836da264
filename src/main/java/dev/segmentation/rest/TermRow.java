package dev.segmentation.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row for a term table.
 *
 * @param group whose table
 * @param id of the row, the next free one if it is left out
 * @param term its words
 * @param match where in a name it counts
 * @param method how sure it is
 * @param detail industry in words
 * @param naics NAICS code
 * @param supportCategory secondary class
 * @param unless words that speak against it
 * @param note remark
 */
@Schema(name = "TermRow")
public record TermRow(
        @Schema(required = true, examples = "Utilities") String group,
        @Schema(examples = "UTL-120") String id,
        @Schema(required = true, minLength = 1, examples = "WATERWORKS") String term,
        @Schema(defaultValue = "words", examples = "words") String match,
        @Schema(defaultValue = "Rule-Based", examples = "Rule-Based") String method,
        @Schema(examples = "Water Utility") String detail,
        @Schema(examples = "221310") String naics,
        String supportCategory,
        String unless,
        String note) {
    private static final int LONGEST = 2_000;

    /** Each cell under the name of its column. */
    Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("Id", id);
        cells.put("Term", term);
        cells.put("Match", match == null ? "words" : match);
        cells.put("Method", method == null ? "Rule-Based" : method);
        cells.put("Industry Detail", detail);
        cells.put("NAICS", naics);
        cells.put("Support Category", supportCategory);
        cells.put("Unless", unless);
        cells.put("Note", note);
        cells.replaceAll((column, text) -> text == null ? "" : text);
        return cells;
    }

    /** Refuses cells that are too long. */
    void check() {
        cells().forEach((column, text) -> {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException(column + " has " + LONGEST + " characters at most.");
            }
        });
    }
}
