package dev.segmentation.service.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.rules.publish.RuleFileSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A state of the rules folder that was published, or found there, as the journal keeps it and the API answers it.
 *
 * @param change id of the change set, blank if it was found
 * @param files paths that differ from the version before
 * @param from the address that it was published from
 * @param state the hashes of its files by path
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "RuleVersion")
public record RuleVersionInfo(
        @Schema(required = true, examples = "V000002") String id,
        @Schema(required = true) Instant time,
        @Schema(description = "Who published it; absent if it was found in the folder.") String by,
        @Schema(required = true) String title,
        String reason,
        String change,
        @Schema(required = true) @JsonInclude(JsonInclude.Include.ALWAYS) List<String> files,
        @Schema(required = true, description = "One hash over all files.") String version,
        @Schema(required = true, description = "Whether its files are kept, so that it can be rolled back to.")
                @JsonInclude(JsonInclude.Include.ALWAYS)
                boolean kept,
        @JsonIgnore String from,
        @JsonIgnore Map<String, String> state) {
    public RuleVersionInfo {
        files = List.copyOf(files);
        state = Map.copyOf(state);
    }

    RuleVersionInfo(
            String id,
            Instant time,
            String by,
            String from,
            String title,
            String reason,
            String change,
            List<String> files,
            Map<String, String> state) {
        this(id, time, by, title, reason, change, files, RuleFileSet.hash(state), true, from, state);
    }

    /** Names the publication that brought it, unlike any other, also of another journal. */
    String mark() {
        return id + " " + change;
    }

    RuleVersionInfo pruned() {
        return new RuleVersionInfo(id, time, by, title, reason, change, files, version, false, from, state);
    }
}
