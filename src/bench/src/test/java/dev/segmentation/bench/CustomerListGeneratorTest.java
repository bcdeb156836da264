package dev.segmentation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerListGeneratorTest {
    private static final int ROWS = 6_000;
    private static final GeneratedList LIST = generate(ROWS, 1);

    @TempDir
    Path folder;

    private static GeneratedList generate(int rows, long seed) {
        return CustomerListGenerator.generate(rows, seed, Path.of("rules"), Path.of("src/bench/words"));
    }

    @Test
    void givesTheSameListForTheSameSeed() {
        assertThat(generate(ROWS, 1)).isEqualTo(LIST);
    }

    @Test
    void givesAnotherListForAnotherSeed() {
        assertThat(generate(ROWS, 2).names()).isNotEqualTo(LIST.names());
    }

    @Test
    void truthNamesEveryCustomerOnce() throws IOException {
        LIST.write(folder, 1);
        List<CSVRecord> customers = Tables.rows(folder.resolve(GeneratedList.CUSTOMERS));
        List<CSVRecord> truth = Tables.rows(folder.resolve(GeneratedList.TRUTH));
        assertThat(customers).hasSize(ROWS);
        assertThat(customers).extracting(row -> row.get("Customer Key")).doesNotHaveDuplicates();
        assertThat(customers)
                .allSatisfy(row -> assertThat(row.get("Customer Name")).isNotBlank());
        assertThat(truth.stream().map(row -> row.get("Customer Key")).toList())
                .isEqualTo(
                        customers.stream().map(row -> row.get("Customer Key")).toList());
        assertThat(truth).allSatisfy(row -> assertThat(row.get("EntityId")).matches("E\\d{7}"));
    }

    @Test
    void neverWritesTwoEntitiesWithTheSameLetters() {
        Map<String, Entity> owners = new HashMap<>();
        for (int i = 0; i < ROWS; i++) {
            String letters = LIST.names().get(i).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
            Entity owner = owners.putIfAbsent(letters, LIST.entities().get(i));
            assertThat(owner == null || owner.equals(LIST.entities().get(i)))
                    .as(
                            "%s belongs to %s and %s",
                            letters, owner, LIST.entities().get(i))
                    .isTrue();
        }
    }

    @Test
    void mostEntitiesStandOnceAndAFewOften() {
        Map<Entity, Long> sizes =
                LIST.entities().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long once = sizes.values().stream().filter(size -> size == 1).count();
        assertThat(once / (double) sizes.size()).isBetween(0.7, 0.85);
        assertThat(sizes.values()).anyMatch(size -> size >= 20);
    }

    @Test
    void hasEveryKindOfCustomer() {
        // One draw of 1,700 is a chain: a list of this size has about a dozen, whatever the rules name.
        assertThat(generate(40_000, 1).entities()).extracting(Entity::kind).contains(Kind.values());
    }

    @Test
    void keepsTheNumberOfASeriesInEverySpelling() {
        int seen = 0;
        for (int i = 0; i < ROWS; i++) {
            Entity entity = LIST.entities().get(i);
            if (entity.kind() == Kind.SERIES) {
                String number = entity.core().substring(entity.core().lastIndexOf(' ') + 1);
                assertThat(LIST.names().get(i).toUpperCase(Locale.ROOT).split("[^A-Z0-9]+"))
                        .contains(number);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(100);
    }
}
