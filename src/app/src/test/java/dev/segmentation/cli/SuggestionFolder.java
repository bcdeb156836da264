package dev.segmentation.cli;

import dev.segmentation.suggest.workflow.SuggestionFiles;
import dev.segmentation.suggest.workflow.SuggestionSeal;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableWriter;
import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A folder in which suggestions lie for four masters: two groups, an abstention, a group with a second one; and two websites. */
abstract class SuggestionFolder extends AnalystFolder {
    static final String REJECTIONS = "SuggestionRejections.csv";

    @BeforeEach
    final void suggestions() throws IOException {
        write(
                SuggestionFiles.GROUPS,
                SuggestionFiles.GROUP_COLUMNS,
                List.of(
                        group("1", "QUORVAX", "Construction", "0.95"),
                        group("2", "BRINDLEMOOR HOLDINGS", "Commercial Real Estate", "0.71"),
                        group("3", "ZEPPERIN", "", ""),
                        group("4", "TALLOWAY KRINST", "Utilities", "0.93")));
        write(
                SuggestionFiles.WEBSITES,
                SuggestionFiles.WEBSITE_COLUMNS,
                List.of(website("1", "QUORVAX", "quorvax.example"), website("2", "ZEPPERIN", "zepperin.example")));
    }

    final String id(String canonical) throws IOException {
        return row(canonical).replaceFirst(".*,", "");
    }

    final Map<String, String> group(String rank, String canonical, String group, String probability)
            throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(SuggestionFiles.RANK, rank);
        cells.put(SuggestionFiles.NAME, canonical);
        cells.put(SuggestionFiles.CANONICAL, canonical);
        cells.put(SuggestionFiles.ID, id(canonical));
        cells.put(SuggestionFiles.GROUP, group);
        cells.put(SuggestionFiles.PROBABILITY, probability);
        if (!group.isEmpty()) {
            cells.put(SuggestionFiles.DETAIL, "=something of it");
            cells.put(SuggestionFiles.NAICS, "2382");
            cells.put(SuggestionFiles.SECOND_GROUP, "Manufacturing");
            cells.put(SuggestionFiles.SECOND_PROBABILITY, "0.04");
            cells.put(SuggestionFiles.NOTES, "three like it\nare so");
            cells.put(SuggestionFiles.title(1), "Register of " + canonical);
            cells.put(SuggestionFiles.url(1), "https://register.example/" + rank);
            cells.put(SuggestionFiles.title(2), "Something else");
            cells.put(SuggestionFiles.url(2), "javascript:alert(1)");
            seal(cells, "e" + rank);
        }
        return cells;
    }

    /** Makes the row one that was suggested so. */
    static void seal(Map<String, String> cells, String evidence) {
        cells.put(SuggestionFiles.EVIDENCE, SuggestionSeal.on(evidence, cells::get));
    }

    final Map<String, String> website(String rank, String canonical, String host) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(SuggestionFiles.RANK, rank);
        cells.put(SuggestionFiles.CANONICAL, canonical);
        cells.put(SuggestionFiles.ID, id(canonical));
        cells.put(SuggestionFiles.WEBSITE, host);
        cells.put(SuggestionFiles.SCORE, "0.9");
        cells.put(SuggestionFiles.title(1), "Register");
        return cells;
    }

    final void write(String file, List<String> columns, List<Map<String, String>> rows) throws IOException {
        try (TableWriter table = new TableWriter(folder.resolve("output").resolve(file), CsvProfile.PLAIN, columns)) {
            for (Map<String, String> row : rows) {
                table.row(columns.stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .toArray(String[]::new));
            }
        }
    }

    final Path input(String file) {
        return folder.resolve("input").resolve(file);
    }

    final List<String> lines(String file) {
        return Folders.lines(input(file));
    }
}
