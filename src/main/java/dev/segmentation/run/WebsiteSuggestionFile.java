package dev.segmentation.run;

import dev.segmentation.csv.FolderLock;
import dev.segmentation.csv.OutputException;
import dev.segmentation.csv.StagedFiles;
import dev.segmentation.csv.TableWriter;
import dev.segmentation.suggest.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the suggested websites, which people read and {@code suggest accept} takes up. */
final class WebsiteSuggestionFile {
    /** No cell is longer, whatever strangers wrote. */
    private static final int LONGEST = 1000;

    private WebsiteSuggestionFile() {}

    static Path write(RunSettings settings, List<WebsiteSuggestion> suggestions, Instant now) {
        Path output = settings.output();
        try (FolderLock lock = FolderLock.take(output, now);
                StagedFiles staged = StagedFiles.begin(output)) {
            try (TableWriter table = new TableWriter(
                    staged.file(SuggestionFiles.WEBSITES), settings.profile(), SuggestionFiles.WEBSITE_COLUMNS)) {
                suggestions.forEach(one -> table.row(cells(one)));
            }
            staged.commit();
            return output.resolve(SuggestionFiles.WEBSITES);
        } catch (IOException e) {
            throw new OutputException(
                    output + " cannot be written (" + e + "). Maybe it is read-only, or the disk is full.", e);
        }
    }

    private static String[] cells(WebsiteSuggestion one) {
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(one.rank()),
                one.name(),
                one.canonical(),
                TableWriter.bool(one.keys() > 1),
                Integer.toString(one.keys()),
                one.query(),
                one.website()));
        for (int i = 0; i < SuggestionFiles.SOURCES; i++) {
            Evidence source = i < one.sources().size() ? one.sources().get(i) : new Evidence("", "", "");
            cells.add(line(source.title()));
            cells.add(line(source.url()));
        }
        cells.add(line(one.notes()));
        cells.add(one.masterId());
        cells.add(one.website().isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", one.score()));
        cells.add(line(one.reason()));
        return cells.toArray(String[]::new);
    }

    /** One line of bounded length, without what would steer a terminal. */
    private static String line(String text) {
        String line =
                text.replaceAll("[\\p{Cntrl}\\x80-\\x9F\\u2028\\u2029]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
