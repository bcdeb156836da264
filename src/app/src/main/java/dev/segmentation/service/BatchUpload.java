package dev.segmentation.service;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of decisions that somebody sent.
 *
 * @param id of the upload
 * @param name what the batch is called
 * @param workbook whether it is a workbook; else it is markdown
 * @param by who sent it
 * @param time when
 * @param size in bytes
 * @param place where it lies; its name has nothing of what was sent
 */
public record BatchUpload(String id, String name, boolean workbook, String by, Instant time, long size, Path place) {
    /** What the file would be called. */
    String file() {
        return name + (workbook ? ".xlsx" : ".md");
    }
}
