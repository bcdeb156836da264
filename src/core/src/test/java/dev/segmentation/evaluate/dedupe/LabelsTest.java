package dev.segmentation.evaluate.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.customer.Customer;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.testkit.Folders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {
    @TempDir
    private Path temp;

    private final List<RowError> errors = new ArrayList<>();

    private Map<String, String> read(String... lines) {
        Path file = Folders.write(temp.resolve("truth.csv"), List.of(lines));
        List<Customer> customers = Stream.of("K1", "K2", "K3")
                .map(key -> new Customer(key, "", key, "", ""))
                .toList();
        return Labels.read(file, StandardCharsets.UTF_8, customers, errors::add, note -> {});
    }

    @Test
    void labelsMayCoverAPartOfTheKeys() {
        assertThat(read("EntityId,Customer Key,Comment", "a,K1,x", "b,K3,y")).isEqualTo(Map.of("K1", "a", "K3", "b"));
        assertThat(errors).isEmpty();
    }

    @Test
    void everyBadRowIsNamedWithItsLine() {
        Map<String, String> labels =
                read("Customer Key,EntityId", "K1,a", ",a", "K2,", "K9,a", "K1,a", "K3,a", "K3,b", "K3,a");
        assertThat(labels).isEqualTo(Map.of("K1", "a"));
        assertThat(errors)
                .extracting(RowError::toString)
                .containsExactly(
                        "truth.csv:3, column Customer Key: no customer key. Every label needs the key it is about.",
                        "truth.csv:4, column EntityId: no entity for the key K2. Name its entity, or leave the row out:"
                                + " labels may be few.",
                        "truth.csv:5, column Customer Key: not in the customer list (K9). Correct the key, or leave the row"
                                + " out; it was not counted.",
                        "truth.csv:6, column Customer Key: this key stands on line 2 too, with the same entity (K1). The key"
                                + " was counted once. Delete one of the two rows.",
                        "truth.csv:8, column Customer Key: this key stands on line 7 too, with the entity a (K3). The key"
                                + " was not counted. Delete the wrong row.",
                        "truth.csv:9, column Customer Key: this key stands on line 7 too, with the same entity (K3). The key"
                                + " was not counted. Delete the wrong row.");
    }

    @Test
    void contradictionIsLeftOutInAnyOrderOfRows() {
        assertThat(read("Customer Key,EntityId", "K3,a", "K3,b", "K1,a")).isEqualTo(Map.of("K1", "a"));
        assertThat(read("Customer Key,EntityId", "K3,b", "K1,a", "K3,a")).isEqualTo(Map.of("K1", "a"));
    }

    @Test
    void labelsOfAnotherListAreRefused() {
        assertThatThrownBy(() -> read("Customer Key,EntityId", "K8,a", "K9,a"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("none of its 2 rows labels a key of the customer list");
    }
}
