package dev.segmentation.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A batch that was sent and is kept.
 *
 * @param id of the upload
 * @param name what the batch is called
 * @param workbook whether it is a workbook; else it is markdown
 * @param by who sent it
 * @param time when
 * @param size in bytes
 * @param place where it lies; its name has nothing of what was sent
 */
@Schema(name = "BatchUpload")
public record BatchUploadInfo(
        @Schema(required = true) String id,
        @Schema(required = true) String name,
        @Schema(required = true) boolean workbook,
        @Schema(required = true) String by,
        @Schema(required = true) Instant time,
        @Schema(required = true, description = "Size in bytes.") long size,
        @JsonIgnore @Schema(hidden = true) Path place) {
    /** What the file would be called. */
    String file() {
        return name + (workbook ? ".xlsx" : ".md");
    }
}
