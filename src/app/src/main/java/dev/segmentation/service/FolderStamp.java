package dev.segmentation.service;

import dev.segmentation.files.FileStamp;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells one state of the files of a folder from another.
 *
 * @param files their states by name
 */
record FolderStamp(Map<String, FileStamp> files) {
    /** The present state; a folder that cannot be read has no files. */
    static FolderStamp of(Path folder) {
        Map<String, FileStamp> files = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path entry : entries) {
                files.put(entry.getFileName().toString(), FileStamp.read(entry));
            }
        } catch (IOException e) {
            files.clear();
        }
        return new FolderStamp(files);
    }
}
