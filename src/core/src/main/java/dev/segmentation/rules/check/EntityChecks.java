package dev.segmentation.rules.check;

import dev.segmentation.rules.table.EntityRow;
import dev.segmentation.rules.table.EntityTable;
import dev.segmentation.rules.table.RuleTables;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads and checks the known organisations. Registers are large and change seldom, so what was found in them is kept by
 * their content.
 */
final class EntityChecks {
    private final LintedRules rules;
    private final RulesCache cache;

    EntityChecks(LintedRules rules, RulesCache cache) {
        this.rules = rules;
        this.cache = cache;
    }

    void run(Findings findings) {
        Findings own = new Findings();
        CellCheck cells = new CellCheck(own);
        RuleTables tables = new RuleTables(rules.folder(), cache, new TableSink(cells::row, own::error, own::warning));
        EntityTable table =
                new EntityTable(rules.folder(), tables, rules.words().names());
        String name = "lint-" + table.hash(cache.version(), rules.words().namesHash() + rules.naics()) + ".bin";
        byte[] kept = cache.read(name);
        if (kept == null) {
            check(table, own);
            cache.write(name, own.bytes());
            findings.addAll(own.all());
        } else {
            findings.addAll(Findings.of(kept));
        }
    }

    private void check(EntityTable table, Findings findings) {
        try {
            List<EntityRow> undecided = new ArrayList<>();
            table.read(row -> code(row, findings), undecided::add);
            disputed(undecided, findings);
        } catch (TableException e) {
            findings.error(e.fault("names"));
        }
    }

    private void code(EntityRow row, Findings findings) {
        String code = row.classification().naics();
        if (!rules.naics().knows(code)) {
            String advice = rules.naics().advice(code);
            findings.error(at(row, "NAICS", code, Findings.UNKNOWN_NAICS, advice, "bad-naics"));
        }
    }

    /** Counted by table: registers disagree often, and nothing is lost but the help of that row. */
    private static void disputed(List<EntityRow> undecided, Findings findings) {
        Map<String, List<EntityRow>> byFile =
                undecided.stream().collect(Collectors.groupingBy(EntityRow::file, TreeMap::new, Collectors.toList()));
        for (List<EntityRow> rows : byFile.values()) {
            EntityRow first = rows.get(0);
            String problem = (rows.size() == 1 ? "a name stands" : rows.size() + " names stand")
                    + " in another group elsewhere and so cannot decide";
            String advice = "The first is in this row.";
            findings.warning(at(first, "Industrial Group", first.name(), problem, advice, "disputed-name"));
        }
    }

    private static RowError at(
            EntityRow row, String column, String value, String problem, String advice, String check) {
        String file = EntityTable.FOLDER + "/" + row.file();
        return new RowError(file, row.line(), column, value, problem, advice, check);
    }
}
