package dev.segmentation.suggest.workflow;

import dev.segmentation.customer.Confidence;
import dev.segmentation.customer.Method;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.files.StagedFiles;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.text.PlainText;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the files of suggestions: whole, and under the lock of the output folder. */
final class SuggestionWriter {
    /** From this probability on, three of four accepted suggestions would be right. */
    static final double MEDIUM = 0.75;
    /** No cell is longer, whatever strangers wrote. */
    private static final int LONGEST = 1000;

    private SuggestionWriter() {}

    static Path groups(RunSettings settings, List<SuggestedGroup> suggestions, Instant now) {
        return write(settings, SuggestionKind.GROUP, suggestions.stream().map(SuggestionWriter::cells), now);
    }

    static Path websites(RunSettings settings, List<WebsiteSuggestion> suggestions, Instant now) {
        return write(settings, SuggestionKind.WEBSITE, suggestions.stream().map(SuggestionWriter::cells), now);
    }

    private static Path write(
            RunSettings settings, SuggestionKind kind, Stream<Map<String, String>> rows, Instant now) {
        List<String> columns = kind.columns();
        Path output = settings.output();
        try (FolderLock lock = FolderLock.take(output, now);
                StagedFiles staged = StagedFiles.begin(output)) {
            try (TableWriter table = new TableWriter(staged.file(kind.file()), settings.profile(), columns)) {
                rows.forEach(row -> table.row(columns.stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .toArray(String[]::new)));
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

    private static Map<String, String> cells(SuggestedGroup row) {
        OpenMaster master = row.master();
        Map<String, String> cells = new HashMap<>();
        putMaster(cells, row.rank(), master.name(), master.canonical(), master.id(), master.keys());
        cells.put(SuggestionFiles.QUERY, SuggestedGroup.query(master));
        cells.put(SuggestionFiles.WEBSITE, row.website());
        cells.put(SuggestionFiles.EXAMPLES, cell(String.join(" | ", master.examples())));
        cells.put(SuggestionFiles.NOTES, cell(row.notes()));
        putSources(cells, row.sources());
        if (!row.groups().isEmpty()) {
            putGroups(cells, row);
        }
        return cells;
    }

    private static void putGroups(Map<String, String> cells, SuggestedGroup row) {
        for (int i = 0; i < row.groups().size(); i++) {
            GroupSuggestion one = row.groups().get(i);
            cells.put(
                    SuggestionFiles.PLACES.get(i), one.classification().group().label());
            cells.put(SuggestionFiles.PROBABILITIES.get(i), String.format(Locale.ROOT, "%.3f", one.probability()));
        }
        GroupSuggestion first = row.groups().get(0);
        Confidence confidence = first.probability() >= MEDIUM ? Confidence.MEDIUM : Confidence.LOW;
        cells.put(SuggestionFiles.DETAIL, first.classification().detail());
        cells.put(SuggestionFiles.SUPPORT, first.classification().support().label());
        cells.put(SuggestionFiles.NAICS, first.classification().naics());
        cells.put(SuggestionFiles.METHOD, Method.AI_ASSISTED_SEARCH.label());
        cells.put(SuggestionFiles.CONFIDENCE, confidence.label());
        cells.put(SuggestionFiles.CLAIMED, TableWriter.bool(row.claimed()));
        cells.put(SuggestionFiles.EVIDENCE, SuggestionSeal.on(row.evidence(), cells::get));
    }

    private static Map<String, String> cells(WebsiteSuggestion row) {
        Map<String, String> cells = new HashMap<>();
        putMaster(cells, row.rank(), row.name(), row.canonical(), row.masterId(), row.keys());
        cells.put(SuggestionFiles.QUERY, row.query());
        cells.put(SuggestionFiles.WEBSITE, row.website());
        putSources(cells, row.sources());
        cells.put(SuggestionFiles.NOTES, cell(row.notes()));
        if (!row.website().isEmpty()) {
            cells.put(SuggestionFiles.SCORE, String.format(Locale.ROOT, "%.2f", row.score()));
        }
        cells.put(SuggestionFiles.REASON, cell(row.reason()));
        return cells;
    }

    private static void putMaster(
            Map<String, String> cells, int rank, String name, String canonical, String id, int keys) {
        cells.put(SuggestionFiles.RANK, Integer.toString(rank));
        cells.put(SuggestionFiles.NAME, name);
        cells.put(SuggestionFiles.CANONICAL, canonical);
        cells.put(SuggestionFiles.ID, id);
        cells.put(SuggestionFiles.MERGED, TableWriter.bool(keys > 1));
        cells.put(SuggestionFiles.KEYS, Integer.toString(keys));
    }

    private static void putSources(Map<String, String> cells, List<Evidence> sources) {
        for (int i = 0; i < Math.min(SuggestionFiles.SOURCES, sources.size()); i++) {
            cells.put(SuggestionFiles.title(i + 1), cell(sources.get(i).title()));
            cells.put(SuggestionFiles.url(i + 1), cell(sources.get(i).url()));
        }
    }
}
