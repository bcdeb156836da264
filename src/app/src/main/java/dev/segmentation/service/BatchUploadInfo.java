package dev.segmentation.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A batch that was sent and is kept. */
@Schema(name = "BatchUpload")
public record BatchUploadInfo(
        @Schema(required = true) String id,
        @Schema(required = true) String name,
        @Schema(required = true) boolean workbook,
        @Schema(required = true) String by,
        @Schema(required = true) Instant time,
        @Schema(required = true, description = "Size in bytes.") long size,
        @JsonIgnore @Schema(hidden = true) Path place) {
    String file() {
        return name + (workbook ? ".xlsx" : ".md");
    }
}
