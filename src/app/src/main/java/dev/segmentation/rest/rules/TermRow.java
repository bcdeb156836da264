package dev.segmentation.rest.rules;

import dev.segmentation.rest.http.Patterns;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row for a term table. */
@Schema(name = "TermRow")
public record TermRow(
        @Schema(required = true, ref = "IndustrialGroup") String group,
        @Schema(nullable = true, maxLength = LONGEST, examples = "UTL-120") String id,
        @Schema(required = true, maxLength = LONGEST, pattern = Patterns.FILLED, examples = "WATERWORKS") String term,
        @Schema(nullable = true, maxLength = LONGEST, defaultValue = "words", examples = "words") String match,
        @Schema(nullable = true, maxLength = LONGEST, defaultValue = "Rule-Based", examples = "Rule-Based")
                String method,
        @Schema(nullable = true, maxLength = LONGEST, examples = "Water Utility") String detail,
        @Schema(nullable = true, maxLength = LONGEST, examples = "221310") String naics,
        @Schema(nullable = true, maxLength = LONGEST) String supportCategory,
        @Schema(nullable = true, maxLength = LONGEST) String unless,
        @Schema(nullable = true, maxLength = LONGEST) String note) {
    private static final int LONGEST = 2_000;

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

    void check() {
        cells().forEach((column, text) -> Patterns.check(column, text, LONGEST));
    }
}
