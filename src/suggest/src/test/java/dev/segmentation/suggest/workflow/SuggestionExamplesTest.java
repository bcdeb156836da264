package dev.segmentation.suggest.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.suggest.group.Example;
import dev.segmentation.testkit.Folders;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionExamplesTest {
    @TempDir
    Path folder;

    @Test
    void anAcceptedSuggestionIsNoDecisionThatNothingPrompted() {
        Folders.write(
                folder.resolve("input/MasterSegmentationOverrides.csv"),
                List.of(
                        "Master Customer Name Canonical,Industrial Group,Status,Source,Owner,Date",
                        "QUORVAX,Construction,Final,Suggestions-2026-01-03,kim,2026-01-03",
                        "ZEPPERIN,Utilities,Final,Manual,kim,2026-01-03",
                        "TALLOWAY,Utilities,Final,Batch-1,kim,2026-01-03"));
        RunSettings settings = new TestRun(folder.resolve("input"), folder.resolve("output")).settings();

        List<Example> examples =
                SuggestionExamples.of(settings, RuleCatalog.load(settings.rules(), settings.cache()), note -> {});

        assertThat(examples)
                .filteredOn(example -> example.source().startsWith("decision"))
                .extracting(Example::name, Example::kind)
                .containsExactlyInAnyOrder(
                        tuple("QUORVAX", Example.Kind.ACCEPTED),
                        tuple("ZEPPERIN", Example.Kind.DECISION),
                        tuple("TALLOWAY", Example.Kind.DECISION));
    }

    @Test
    void withoutAFolderOfPeopleTheRulesAreLearnedFrom() {
        RunSettings settings = new TestRun(folder.resolve("nowhere"), folder.resolve("output")).settings();

        assertThat(SuggestionExamples.of(settings, RuleCatalog.load(settings.rules(), settings.cache()), note -> {}))
                .isNotEmpty();
    }
}
