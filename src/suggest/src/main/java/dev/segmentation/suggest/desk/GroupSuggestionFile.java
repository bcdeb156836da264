package dev.segmentation.suggest.desk;

import dev.segmentation.customer.Confidence;
import dev.segmentation.customer.Method;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the suggested groups, which people read and {@code suggest accept} takes up. */
final class GroupSuggestionFile {
    /** From this probability on a suggestion that is accepted would be right three times of four. */
    static final double MEDIUM = 0.75;

    private GroupSuggestionFile() {}

    static Path write(RunSettings settings, List<SuggestedGroup> suggestions, Instant now) {
        List<String[]> rows =
                suggestions.stream().map(GroupSuggestionFile::cells).toList();
        return SuggestionTable.write(settings, SuggestionKind.GROUP, SuggestionFiles.GROUP_COLUMNS, rows, now);
    }

    private static String[] cells(SuggestedGroup row) {
        Map<String, String> cells = new HashMap<>();
        OpenMaster master = row.master();
        cells.put(SuggestionFiles.RANK, Integer.toString(row.rank()));
        cells.put(SuggestionFiles.NAME, master.name());
        cells.put(SuggestionFiles.CANONICAL, master.canonical());
        cells.put(SuggestionFiles.ID, master.id());
        cells.put(SuggestionFiles.MERGED, TableWriter.bool(master.merged()));
        cells.put(SuggestionFiles.KEYS, Integer.toString(master.keys()));
        cells.put(SuggestionFiles.QUERY, SuggestedGroup.query(master));
        cells.put(SuggestionFiles.WEBSITE, row.website());
        cells.put(SuggestionFiles.EXAMPLES, SuggestionTable.cell(String.join(" | ", master.examples())));
        cells.put(SuggestionFiles.NOTES, SuggestionTable.cell(row.notes()));
        for (int i = 0; i < Math.min(SuggestionFiles.SOURCES, row.sources().size()); i++) {
            Evidence source = row.sources().get(i);
            cells.put(SuggestionFiles.title(i + 1), SuggestionTable.cell(source.title()));
            cells.put(SuggestionFiles.url(i + 1), SuggestionTable.cell(source.url()));
        }
        if (!row.groups().isEmpty()) {
            suggested(row, cells);
        }
        return SuggestionFiles.GROUP_COLUMNS.stream()
                .map(column -> cells.getOrDefault(column, ""))
                .toArray(String[]::new);
    }

    /** What stands in a row where something is suggested. */
    private static void suggested(SuggestedGroup row, Map<String, String> cells) {
        for (int i = 0; i < row.groups().size(); i++) {
            GroupSuggestion one = row.groups().get(i);
            SuggestionFiles.Place place = SuggestionFiles.PLACES.get(i);
            cells.put(place.group(), one.classification().group().label());
            cells.put(place.probability(), String.format(Locale.ROOT, "%.3f", one.probability()));
        }
        GroupSuggestion first = row.groups().get(0);
        cells.put(SuggestionFiles.DETAIL, first.classification().detail());
        cells.put(SuggestionFiles.SUPPORT, first.classification().support().label());
        cells.put(SuggestionFiles.NAICS, first.classification().naics());
        cells.put(SuggestionFiles.METHOD, Method.AI_ASSISTED_SEARCH.label());
        cells.put(
                SuggestionFiles.CONFIDENCE,
                (first.probability() >= MEDIUM ? Confidence.MEDIUM : Confidence.LOW).label());
        cells.put(SuggestionFiles.CLAIMED, TableWriter.bool(row.claimed()));
        cells.put(SuggestionFiles.EVIDENCE, SuggestionSeal.on(row.evidence(), cells::get));
    }
}
