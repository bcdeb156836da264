package dev.segmentation.service;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells one state of the files of a folder from another.
 *
 * @param files when each was written, and how long it is
 */
record FolderStamp(Map<String, One> files) {
    record One(FileTime time, long size, Object key) {}

    /** The present state; a folder that cannot be read has no files. */
    static FolderStamp of(Path folder) {
        Map<String, One> files = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path entry : entries) {
                BasicFileAttributes now = Files.readAttributes(entry, BasicFileAttributes.class);
                files.put(entry.getFileName().toString(), new One(now.lastModifiedTime(), now.size(), now.fileKey()));
            }
        } catch (IOException e) {
            files.clear();
        }
        return new FolderStamp(files);
    }
}
