package dev.segmentation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.testkit.Folders;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedDecisionsTest {
    @TempDir
    private Path folder;

    @Test
    void manyReplacedDecisionsAreToldInOneLine() {
        Path input = folder.resolve("input");
        Folders.write(input.resolve(RunSettings.CUSTOMER_FILE), List.of("Customer Key,Customer Name", "1,QUORVAX LLC"));
        List<String> rows = new ArrayList<>(List.of("Master Customer Name Canonical,Industrial Group,Source,Date"));
        for (int month = 1; month <= 9; month++) {
            rows.add("QUORVAX,Utilities,Batch-" + month + ",2026-0" + month + "-01");
        }
        Folders.write(input.resolve("MasterSegmentationOverrides.csv"), rows);

        List<String> notes = new TestRun(input, folder.resolve("output"))
                .execute(RunScope.ALL)
                .notes();

        assertThat(notes)
                .filteredOn(note -> note.contains("replaced by the newer line"))
                .hasSize(5);
        assertThat(notes).contains("3 more decisions are replaced by newer ones; `segmenter reconcile` lists them.");
    }
}
