package dev.segmentation.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.rules.engine.RuleCatalog;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityIndexTest {
    @Property(tries = 300)
    void findsEveryRowAndNothingElse(
            @ForAll @Size(max = 30) Map<@StringLength(max = 12) String, IndustrialGroup> groups, @ForAll String other) {
        Map<String, EntityRow> rows = new HashMap<>();
        groups.forEach((key, group) -> rows.put(
                key,
                new EntityRow(
                        "name of " + key,
                        new Classification(group, "detail", "31-33", SupportCategory.RETAIL),
                        "register",
                        "file.csv",
                        rows.size() + 2)));

        EntityIndex index = EntityIndex.of(rows);

        assertThat(index.size()).isEqualTo(rows.size());
        rows.forEach((key, row) -> assertThat(index.find(key)).isEqualTo(row));
        assertThat(index.find(other)).isEqualTo(rows.get(other));
    }

    @Test
    void whatWasReadFromOtherTablesThanThoseOfTheHashIsNotKept(@TempDir Path folder) {
        RuleFolder rules = new RuleFolder(folder.resolve("rules"));
        RulesCache cache = new RulesCache(folder.resolve("cache"), "test");
        RuleTables tables = new RuleTables(rules.path(), cache, error -> {});
        EntityTable table = new EntityTable(rules.path(), tables, RuleCatalog.names(rules.path()));
        String hash = table.hash("test", "names");
        String former = rules.read("entities/register.csv");
        rules.write("entities/register.csv", former.replace("Omega", "Alpha"));

        EntityIndex.load(table, hash, cache, () -> hash.equals(table.hash("test", "names")));
        assertThat(cache.read("entities-" + hash + ".bin")).isNull();

        rules.write("entities/register.csv", former);
        EntityIndex.load(table, hash, cache, () -> hash.equals(table.hash("test", "names")));
        assertThat(cache.read("entities-" + hash + ".bin")).isNotNull();
    }
}
