package dev.segmentation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import java.io.IOException;
import java.nio.file.Files;
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
    @TempDir
    Path folder;

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
    void nameThatTwoRegistersPutIntoDifferentGroupsDecidesNothing() throws IOException {
        Files.createDirectory(folder.resolve("entities"));
        Files.writeString(
                folder.resolve("entities/a.csv"),
                "Name,Industrial Group,Source\nAcme,Utilities,a\nBolt,Utilities,a\nBolt,Utilities,a\n---,Utilities,a\n");
        Files.writeString(folder.resolve("entities/b.csv"), "Name,Industrial Group,Source\nACME.,Construction,b\n");
        NameTables names = new NameTables(folder.resolve("names"), error -> {});

        Map<String, EntityRow> rows = new EntityTable(
                        new RuleTables(folder, null, error -> {
                            throw new AssertionError(error);
                        }),
                        new NameParser(names))
                .read();

        assertThat(rows).containsOnlyKeys("BOLT");
        assertThat(rows.get("BOLT").line()).isEqualTo(3);
    }
}
