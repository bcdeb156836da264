package dev.segmentation.run;

import dev.segmentation.csv.TableWriter;
import dev.segmentation.customer.Confidence;
import dev.segmentation.customer.Method;
import dev.segmentation.suggest.Evidence;
import dev.segmentation.suggest.GroupSuggestion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(row.rank()),
                row.master().name(),
                row.master().canonical(),
                TableWriter.bool(row.master().merged()),
                Integer.toString(row.master().keys()),
                SuggestedGroup.query(row.master())));
        cells.addAll(suggested(row));
        cells.add(row.website());
        cells.add(SuggestionTable.cell(String.join(" | ", row.master().examples())));
        List<Evidence> evidence = row.sources();
        for (int i = 0; i < SuggestionFiles.SOURCES; i++) {
            cells.add(i < evidence.size() ? SuggestionTable.cell(evidence.get(i).title()) : "");
            cells.add(i < evidence.size() ? SuggestionTable.cell(evidence.get(i).url()) : "");
        }
        cells.add(SuggestionTable.cell(row.notes()));
        cells.add(row.master().id());
        for (int i = 0; i < SuggestionFiles.SOURCES; i++) {
            GroupSuggestion group = i < row.groups().size() ? row.groups().get(i) : null;
            if (i > 0) {
                cells.add(group == null ? "" : group.classification().group().label());
            }
            cells.add(group == null ? "" : String.format(Locale.ROOT, "%.3f", group.probability()));
        }
        cells.add(row.evidence());
        return cells.toArray(String[]::new);
    }

    /** Group, detail, support category, NAICS, method, confidence. */
    private static List<String> suggested(SuggestedGroup row) {
        if (row.groups().isEmpty()) {
            return List.of("", "", "", "", "", "");
        }
        GroupSuggestion first = row.groups().get(0);
        return List.of(
                first.classification().group().label(),
                first.classification().detail(),
                first.classification().support().label(),
                first.classification().naics(),
                Method.AI_ASSISTED_SEARCH.label(),
                (first.probability() >= MEDIUM ? Confidence.MEDIUM : Confidence.LOW).label());
    }
}
