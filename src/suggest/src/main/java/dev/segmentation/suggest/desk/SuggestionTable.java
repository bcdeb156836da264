package dev.segmentation.suggest.desk;

import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.files.StagedFiles;
import dev.segmentation.suggest.text.PlainText;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Puts a file of suggestions in place: whole, and under the lock of the output folder. */
final class SuggestionTable {
    /** No cell is longer, whatever strangers wrote. */
    private static final int LONGEST = 1000;

    private SuggestionTable() {}

    static Path write(
            RunSettings settings, SuggestionKind kind, List<String> columns, List<String[]> rows, Instant now) {
        Path output = settings.output();
        try (FolderLock lock = FolderLock.take(output, now);
                StagedFiles staged = StagedFiles.begin(output)) {
            try (TableWriter table = new TableWriter(staged.file(kind.file()), settings.profile(), columns)) {
                rows.forEach(table::row);
            }
            staged.commit();
            return output.resolve(kind.file());
        } catch (IOException e) {
            throw new OutputException(
                    output + " cannot be written (" + e + "). Maybe it is read-only, or the disk is full.", e);
        }
    }

    /** One line of bounded length: what strangers wrote must not break a table, steer a terminal or hide. */
    static String cell(String text) {
        return PlainText.line(text, LONGEST);
    }
}
