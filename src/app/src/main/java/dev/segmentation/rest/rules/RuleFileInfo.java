package dev.segmentation.rest.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.rules.publish.RuleFile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of the rules as the API tells it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RuleFile")
public record RuleFileInfo(
        @Schema(required = true, examples = "groups.utilities.terms.csv") String id,
        @Schema(required = true, examples = "groups/utilities/terms.csv") String file,
        @Schema(
                        required = true,
                        enumeration = {"drl", "drools-table", "groups", "terms", "cases", "entities", "names", "table"})
                String kind,
        @Schema(required = true, description = "Whether it is code, which rules admins alone may change.") boolean code,
        @Schema(description = "SHA-256 of its content; absent where there is a place for it and none stands there.")
                String version,
        @Schema(required = true, description = "In bytes.") long size,
        @Schema(description = "Rules, terms, cases or rows in it, where they are counted.") Integer entries) {

    static RuleFileInfo of(RuleFile file, Integer entries) {
        return new RuleFileInfo(
                file.id(),
                file.path(),
                file.kind().label(),
                file.kind().code(),
                file.present() ? file.hash() : null,
                file.size(),
                entries);
    }
}
