package dev.segmentation.rules.drl;

import dev.segmentation.rules.table.ContentHash;
import dev.segmentation.rules.table.Finding;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.excel.CellGrid;
import dev.segmentation.table.excel.WorkbookFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.template.parser.DecisionTableParseException;

/**
 * Makes DRL from the Drools tables of a rules folder. What was made is kept in the cache, so that neither the table compiler
 * nor the reader of workbooks is loaded while no table changes; the guard reads the DRL all the same.
 */
final class DrlTables {
    static final long LARGEST = WorkbookFile.LARGEST;

    private static final String CHECK = "drools-table";

    /** Between paths and texts in the cache; neither can hold it. */
    private static final String BETWEEN = "\u0000";

    private final RulesCache cache;

    DrlTables(RulesCache cache) {
        this.cache = cache;
    }

    /** The DRL of all tables. */
    List<RuleText> read(Map<String, Path> tables, List<Finding> findings) {
        if (tables.isEmpty()) {
            return List.of();
        }
        String hash = hash(tables);
        byte[] kept = cache.read("tables-" + hash + ".drl");
        if (kept != null) {
            return ofCache(new String(kept, StandardCharsets.UTF_8));
        }
        List<RuleText> texts = new ArrayList<>();
        int before = findings.size();
        tables.forEach((path, file) -> make(path, file, findings).ifPresent(texts::add));
        boolean sound = findings.size() == before
                && texts.stream().allMatch(text -> DrlGuard.check(text, new ArrayList<>()) != null);
        if (sound && hash.equals(hash(tables))) {
            cache.write("tables-" + hash + ".drl", toCache(texts));
        }
        return texts;
    }

    private String hash(Map<String, Path> tables) {
        ContentHash hash = new ContentHash().text(cache.version()).text("guard " + DrlGuard.VERSION);
        tables.forEach((path, file) -> hash.text(path).files(List.of(file)));
        return hash.hex();
    }

    private static Optional<RuleText> make(String path, Path file, List<Finding> findings) {
        try {
            List<Finding> found = new ArrayList<>();
            CellGrid grid = CellGrid.read(file, path, error -> found.add(ofTable(error)));
            DrlTable table = new DrlTable(grid);
            if (found.isEmpty()) {
                found.addAll(DrlTableLint.check(path, table));
            }
            findings.addAll(found);
            return found.isEmpty() ? Optional.of(table.text(path)) : Optional.empty();
        } catch (TableException e) {
            String problem = e.getMessage().replace(path + " ", "it ");
            findings.add(Finding.error(CHECK, path, 0, problem.substring(0, problem.length() - 1), ""));
        } catch (DecisionTableParseException | IllegalArgumentException e) {
            findings.add(Finding.error(CHECK, path, 0, "Drools cannot read it: " + e.getMessage(), ""));
        }
        return Optional.empty();
    }

    private static Finding ofTable(RowError error) {
        return Finding.of(
                Finding.Level.ERROR,
                new RowError(
                        error.file(),
                        error.line(),
                        error.column(),
                        error.value(),
                        error.problem(),
                        error.advice(),
                        CHECK));
    }

    private static byte[] toCache(List<RuleText> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach(text ->
                all.append(text.file()).append(BETWEEN).append(text.drl()).append(BETWEEN));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<RuleText> ofCache(String all) {
        String[] parts = all.split(BETWEEN, -1);
        List<RuleText> texts = new ArrayList<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            texts.add(DrlTable.ofCache(parts[i], parts[i + 1]));
        }
        return texts;
    }
}
