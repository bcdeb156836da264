package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.suggest.workflow.Outside;
import dev.segmentation.suggest.workflow.SuggestionFiles;
import dev.segmentation.suggest.workflow.WikidataOf;
import dev.segmentation.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A folder of an analyst beside a network of which Wikidata knows Quorvax, the steel maker, and nobody else. */
abstract class NetworkFolder extends AnalystFolder {
    final WikidataOf web = new WikidataOf("Quorvax");

    @BeforeEach
    final void industries() throws IOException {
        Files.createDirectories(rules.resolve("suggest"));
        Files.copy(
                Path.of("rules/suggest/wikidata-industries.csv"),
                rules.resolve("suggest/wikidata-industries.csv"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    final Outside outside() {
        return outside(Map.of());
    }

    final Outside outside(Map<String, String> environment) {
        return new Outside(environment, limits -> web);
    }

    /** The suggested groups by canonical name; each cell by its column. */
    final Map<String, Map<String, String>> groups() {
        Map<String, Map<String, String>> rows = new HashMap<>();
        TableReader.readOwn(
                folder.resolve("output").resolve(SuggestionFiles.GROUPS),
                SuggestionFiles.GROUP_SPEC,
                row -> {
                    Map<String, String> cells = new HashMap<>();
                    SuggestionFiles.GROUP_COLUMNS.forEach(column -> cells.put(column, row.get(column)));
                    rows.put(cells.get(SuggestionFiles.CANONICAL), cells);
                },
                error -> {
                    throw new AssertionError(error);
                },
                note -> {});
        return rows;
    }

    /** Addresses that were asked for twice. */
    final List<String> askedTwice() {
        List<String> again = new ArrayList<>(web.asked());
        web.asked().stream().distinct().forEach(again::remove);
        return again;
    }

    /** What was told to people, a note each. */
    static List<String> notes(Call call) {
        assertThat(call.code()).as(call.err()).isZero();
        return call.err().lines().toList();
    }
}
