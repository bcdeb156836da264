package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.cli.console.Task;
import dev.segmentation.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Companies of two words, each with a misspelling, and neighbours that share their first or their last word. */
class TrainDedupeTest {
    private static final List<String> FIRST =
            List.of("ZANZIBAR", "KALAMAZOO", "BLUEBIRD", "WINNIPEG", "HARLEQUIN", "TANGERINE", "OBSIDIAN", "MERIDIAN");
    private static final List<String> LAST = List.of("MINING", "BAKERY", "FREIGHT", "TEXTILES");

    @TempDir
    private Path temp;

    private Path customers;
    private Path truth;
    private final List<String> rows = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    @BeforeEach
    void list() throws IOException {
        customers = temp.resolve("customers.csv");
        truth = temp.resolve("truth.csv");
        for (String first : FIRST) {
            for (String last : LAST) {
                String entity = first + " " + last;
                add(entity, entity + " INC");
                add(entity, first + "S " + last + " LLC");
            }
        }
        write();
    }

    private void add(String entity, String name) {
        String key = "K" + rows.size();
        rows.add(key + "," + name);
        labels.add(key + "," + entity);
    }

    private void write() throws IOException {
        Files.writeString(customers, "Customer Key,Customer Name\n" + String.join("\n", rows) + "\n");
        Files.writeString(truth, "Customer Key,EntityId\n" + String.join("\n", labels) + "\n");
    }

    private Call train(Path model) {
        return Call.of(
                "train",
                "dedupe",
                "--customers",
                customers,
                "--truth",
                truth,
                "--model",
                model,
                "--rules",
                Golden.RULES);
    }

    @Test
    void modelSaysWhatEachWeightMeansAndLeavesOthersFilesAlone() throws IOException {
        Path model = temp.resolve("new/model.csv");
        Call call = train(model);
        assertThat(call.err()).isEmpty();
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("64 names", "32 of them one company", "Wrote " + model);
        assertThat(Files.readAllLines(model))
                .startsWith("Feature,Strict,Family,Meaning")
                .hasSizeGreaterThan(20)
                .anyMatch(row -> row.startsWith("rarest,"));
        try (var files = Files.list(model.getParent())) {
            assertThat(files).containsExactly(model);
        }
    }

    @Test
    void orderOfRowsDoesNotChangeTheWeights() throws IOException {
        Path model = temp.resolve("model.csv");
        Path again = temp.resolve("again.csv");
        train(model);
        Collections.shuffle(rows, new Random(3));
        Collections.shuffle(labels, new Random(4));
        write();
        train(again);
        assertThat(again).hasSameTextualContentAs(model);
    }

    @Test
    void listThatTeachesNothingIsRefusedAndTheFormerModelStays() throws IOException {
        Path model = Files.writeString(temp.resolve("model.csv"), "former");
        Files.writeString(truth, "Customer Key,EntityId\nK0,A\nK9,B\n");
        Call call = train(model);
        assertThat(call.code()).isEqualTo(Task.INPUT);
        assertThat(call.err()).contains(truth.toString(), "nothing can be learnt", "Label more customers");
        assertThat(model).hasContent("former");
    }

    @Test
    void missingListAndMissingLabelsAreNamed() {
        Call missing = Call.of(
                "train",
                "dedupe",
                "--customers",
                temp.resolve("no.csv"),
                "--truth",
                truth,
                "--model",
                temp.resolve("m.csv"),
                "--rules",
                Golden.RULES);
        assertThat(missing.code()).isEqualTo(Task.INPUT);
        assertThat(missing.err()).contains("no.csv does not exist", "--customers");
        Call unequal = Call.of(
                "train",
                "dedupe",
                "--customers",
                customers,
                "--customers",
                customers,
                "--truth",
                truth,
                "--model",
                temp.resolve("m.csv"));
        assertThat(unequal.code()).isEqualTo(Task.USAGE);
        assertThat(unequal.err()).contains("2 --customers, 1 --truth");
    }
}
