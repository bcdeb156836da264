package dev.segmentation.suggest.desk;

import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the suggested websites, which people read and {@code suggest accept} takes up. */
final class WebsiteSuggestionFile {
    private WebsiteSuggestionFile() {}

    static Path write(RunSettings settings, List<WebsiteSuggestion> suggestions, Instant now) {
        List<String[]> rows =
                suggestions.stream().map(WebsiteSuggestionFile::cells).toList();
        return SuggestionTable.write(settings, SuggestionKind.WEBSITE, SuggestionFiles.WEBSITE_COLUMNS, rows, now);
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
            cells.add(SuggestionTable.cell(source.title()));
            cells.add(SuggestionTable.cell(source.url()));
        }
        cells.add(SuggestionTable.cell(one.notes()));
        cells.add(one.masterId());
        cells.add(one.website().isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", one.score()));
        cells.add(SuggestionTable.cell(one.reason()));
        return cells.toArray(String[]::new);
    }
}
