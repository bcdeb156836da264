package dev.segmentation.rest.decision;

import dev.segmentation.service.BatchUpload;
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
        @Schema(required = true, description = "Size in bytes.") long size) {
    static BatchUploadInfo of(BatchUpload one) {
        return new BatchUploadInfo(one.id(), one.name(), one.workbook(), one.by(), one.time(), one.size());
    }
}
