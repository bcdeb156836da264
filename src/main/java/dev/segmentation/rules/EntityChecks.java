package dev.segmentation.rules;

import dev.segmentation.csv.RowError;
import dev.segmentation.name.NameParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads and checks the known organisations. Registers are large and change seldom, so what was found in them is kept by
 * their content.
 */
final class EntityChecks {
    private final Path folder;
    private final RulesCache cache;
    private final NameParser parser;
    private final NaicsCodes naics;

    EntityChecks(Path folder, RulesCache cache, NameParser parser, NaicsCodes naics) {
        this.folder = folder;
        this.cache = cache;
        this.parser = parser;
        this.naics = naics;
    }

    void run(Findings findings) {
        Findings own = new Findings();
        CellCheck cells = new CellCheck(own);
        EntityTable table =
                new EntityTable(new RuleTables(folder, cache, own::error, own::warning, cells::row), parser);
        String hash = new ContentHash()
                .text(cache.version())
                .text(naics.toString())
                .files(table.files(folder))
                .folder(folder.resolve("names"))
                .hex();
        String name = "lint-" + hash + ".bin";
        byte[] kept = cache.read(name);
        if (kept == null) {
            List<EntityRow> rows = table.rows();
            codes(rows, own);
            disputed(table, rows, own);
            cache.write(name, own.bytes());
            findings.addAll(own.all());
        } else {
            findings.addAll(Findings.of(kept));
        }
    }

    private void codes(List<EntityRow> rows, Findings findings) {
        for (EntityRow row : rows) {
            String code = row.classification().naics();
            if (!naics.knows(code)) {
                String advice = naics.advice(code);
                findings.error(at(row, "NAICS", code, NaicsChecks.PROBLEM, advice, NaicsChecks.CHECK));
            }
        }
    }

    /** Counted by table: registers disagree often, and nothing is lost but the help of that row. */
    private static void disputed(EntityTable table, List<EntityRow> rows, Findings findings) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, EntityRow> first = new TreeMap<>();
        table.byKey(rows, row -> {
            counts.merge(row.file(), 1, Integer::sum);
            first.putIfAbsent(row.file(), row);
        });
        counts.forEach((file, count) -> {
            EntityRow row = first.get(file);
            String problem = (count == 1 ? "a name stands" : count + " names stand")
                    + " in another group elsewhere and so cannot decide";
            String advice = "The first is in this row.";
            findings.warning(at(row, "Industrial Group", row.name(), problem, advice, "disputed-name"));
        });
    }

    private static RowError at(
            EntityRow row, String column, String value, String problem, String advice, String check) {
        String file = EntityTable.FOLDER + "/" + row.file();
        return new RowError(file, row.line(), column, value, problem, advice, check);
    }
}
