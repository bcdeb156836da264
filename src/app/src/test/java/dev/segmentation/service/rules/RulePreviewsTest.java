package dev.segmentation.service.rules;

import static dev.segmentation.service.RuleWork.ADMIN;
import static dev.segmentation.service.RuleWork.ANN;
import static dev.segmentation.service.RuleWork.RUTH;
import static dev.segmentation.service.RuleWork.TERMS;
import static dev.segmentation.service.RuleWork.TERMS_ID;
import static dev.segmentation.service.RuleWork.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.files.FileSteps;
import dev.segmentation.service.DraftPreview;
import dev.segmentation.service.Job;
import dev.segmentation.service.RuleWork;
import dev.segmentation.service.rules.RulesRefusal.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What previews tell, that nothing of it is in use, and when one is no longer true. */
class RulePreviewsTest {
    @TempDir
    private Path folder;

    private RuleWork work;

    @BeforeEach
    void begin() throws Exception {
        work = new RuleWork(folder);
    }

    @AfterEach
    void end() {
        work.close();
    }

    private void refusedToPublish(Kind kind, RuleDraft draft, String tag) {
        refused(kind, () -> work.desk().publisher().publish(draft.id(), tag, RUTH, false));
    }

    @Test
    void anAnalystAddsATermAndSeesWhatItWouldDo() throws Exception {
        String before = work.text(TERMS);
        RuleDraft draft = work.herron();
        assertThat(work.desk().diff(draft, draft.files().get(0)).lines())
                .contains("+UTL-002,BLUE HERRON,words,Rule-Based,,,,,");

        DraftPreview preview = work.preview(draft, ANN);

        assertThat(preview.passed()).isTrue();
        assertThat(preview.report().masters()).isEqualTo(16);
        assertThat(preview.report().flips()).singleElement().satisfies(flip -> {
            assertThat(flip.before().group()).isEqualTo("Unknown / Needs Review");
            assertThat(flip.after().ruleId()).isEqualTo("UTL-002");
            assertThat(flip.after().rationale()).contains("BLUE HERRON");
        });
        assertThat(work.text(TERMS)).isEqualTo(before);
        assertThat(work.rules().resolve(".lock")).doesNotExist(); // it may be read-only
        assertThat(work.service().rules().summary()).contains("24 terms");
    }

    @Test
    void brokenRulesArePreviewedWithTheirFaultsAndNotPublished() throws Exception {
        RuleDraft draft = work.desk().changes().create("Broken", "", ANN);
        Map<String, String> row = Map.of("Term", "X Y", "Match", "sideways", "Method", "Heuristic");
        draft = work.desk().addTerm(draft.id(), draft.tag(), IndustrialGroup.UTILITIES, row, ANN);

        DraftPreview preview = work.preview(draft, ANN);

        assertThat(preview.passed()).isFalse();
        assertThat(preview.report()).isNull();
        assertThat(preview.check().errors())
                .anyMatch(error -> error.toString().startsWith("groups/utilities/terms.csv:3, column Match"));
        work.desk().previews().look(draft.id(), "ruth");
        refusedToPublish(Kind.CONFLICT, draft, preview.tag());
    }

    @Test
    void javaInADraftIsRefusedBeforeItIsCompiled() throws Exception {
        String evil = work.text("groups/healthcare/rules.drl")
                .replaceFirst("(?s)then.*?end", "then\n    System.exit(3);\nend");
        RuleDraft draft = work.desk().changes().create("Evil", "", ADMIN);
        draft = work.put(draft, "groups.healthcare.rules.drl", evil, ADMIN);

        DraftPreview preview = work.preview(draft, ADMIN);

        assertThat(preview.passed()).isFalse();
        assertThat(preview.check().errors()).anyMatch(error -> error.file().endsWith("rules.drl"));
    }

    @Test
    void aDroolsTableInATableOfTermsIsDataAndRunsNothing() throws Exception {
        RuleDraft draft = work.desk().changes().create("Table", "", ANN);
        draft = work.put(
                draft,
                TERMS_ID,
                """
                RuleSet,dev.segmentation
                Functions,"static { System.setProperty(""segmenter.published"", ""ran""); }"
                RuleTable,x
                CONDITION,ACTION
                m : Master(),"System.setProperty(""segmenter.published"", ""ran"");"
                a,b
                x,y
                """,
                ANN);

        assertThat(work.preview(draft, ANN).passed()).isFalse();
        assertThat(System.getProperty("segmenter.published")).isNull();
    }

    @Test
    void whatNobodyHasSeenIsNotPublished() throws Exception {
        RuleDraft draft = work.herron();
        refusedToPublish(Kind.CONFLICT, draft, "none");
        DraftPreview preview = work.preview(draft, ANN);
        refusedToPublish(Kind.CONFLICT, draft, preview.tag());
        work.desk().previews().look(draft.id(), "ann");
        refusedToPublish(Kind.CONFLICT, draft, preview.tag());
        work.desk().previews().look(draft.id(), "ruth");
        refusedToPublish(Kind.CHANGED, draft, "another");
        assertThat(work.desk()
                        .publisher()
                        .publish(draft.id(), preview.tag(), RUTH, false)
                        .inUse())
                .isTrue();
    }

    @Test
    void anEditOrAnotherRunMakesAPreviewStale() throws Exception {
        RuleDraft draft = work.herron();
        String tag = work.seen(draft);
        RuleDraft more = work.term(draft, "GASWORKS", ANN);
        refusedToPublish(Kind.CONFLICT, draft, tag);

        String fresh = work.seen(more);
        work.served().over(work.service().reclassify(Set.of(), "ann"));
        refusedToPublish(Kind.CONFLICT, draft, fresh);
    }

    @Test
    void anotherBuildOfTheProgramMakesAPreviewStale() throws Exception {
        RuleDraft draft = work.herron();
        DraftPreview preview = work.preview(draft, ADMIN);
        String tag = work.desk().previews().look(draft.id(), "ruth").tag();
        Path kept = work.state().resolve("drafts").resolve(draft.id()).resolve("preview.json");
        Files.writeString(kept, Files.readString(kept).replace(preview.program(), "an older build"));

        work.restart();

        refusedToPublish(Kind.CONFLICT, draft, tag);
    }

    @Test
    void draftsAndTheirPreviewsOutliveTheProcess() throws Exception {
        RuleDraft draft = work.herron();
        DraftPreview preview = work.preview(draft, ANN);
        DraftPreview looked = work.desk().previews().look(draft.id(), "ruth");

        RuleService next = work.desk(100, new FileSteps());

        assertThat(next.changes().find(draft.id())).isEqualTo(draft);
        assertThat(next.previews().of(draft)).isEqualTo(looked);
        assertThat(next.publisher()
                        .publish(draft.id(), preview.tag(), RUTH, false)
                        .inUse())
                .isTrue();
    }

    @Test
    void aFolderThatWasEditedIsNotPreviewed() throws Exception {
        RuleDraft draft = work.herron();
        Files.writeString(work.rules().resolve(TERMS), work.text(TERMS) + "UTL-700,WATERWORKS,words,Rule-Based,,,,,\n");

        Job.View job = work.served().over(work.desk().previews().preview(draft.id(), ANN));

        assertThat(job.fault()).isInstanceOf(RulesRefusal.class).hasMessageContaining(TERMS);
    }
}
