package dev.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.Folders;
import dev.segmentation.Soak;
import dev.segmentation.csv.CsvProfile;
import dev.segmentation.csv.CutSteps;
import dev.segmentation.csv.FileSteps;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.governance.Author;
import dev.segmentation.rules.RuleCatalog;
import dev.segmentation.run.RunScope;
import dev.segmentation.run.RunSettings;
import dev.segmentation.run.TestRun;
import dev.segmentation.service.RuleChanges.Editor;
import dev.segmentation.service.RulesRefusal.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change set from its first edit to its publication and back, and all that must not happen on the way. */
class RuleDeskTest {
    private static final Editor ANN = new Editor("ann", false);
    private static final Editor BOB = new Editor("bob", false);
    private static final Editor ADMIN = new Editor("ruth", true);
    private static final Author RUTH = new Author("ruth", "10.0.0.7");
    private static final String TERMS = "groups.utilities.terms.csv";
    private static final String DRL = "groups.healthcare.rules.drl";
    private static final Map<String, String> HERRON =
            Map.of("Term", "BLUE HERRON", "Match", "words", "Method", "Rule-Based");

    @TempDir
    private Path folder;

    private final BlockingQueue<Job.View> ended = new LinkedBlockingQueue<>();
    private RunSettings settings;
    private SegmentationService service;
    private RuleDesk desk;

    @BeforeEach
    void begin() throws Exception {
        Folders.copy(TestRun.GOLDEN.resolve("people/input"), folder.resolve("input"));
        Folders.copy(TestRun.RULES, folder.resolve("rules"));
        settings = new RunSettings(
                folder.resolve("input"),
                folder.resolve("input").resolve(RunSettings.CUSTOMER_FILE),
                folder.resolve("output"),
                folder.resolve("rules"),
                StandardCharsets.UTF_8,
                CsvProfile.PLAIN,
                1,
                DedupeOptions.NONE,
                TestRun.CACHE,
                12);
        service = new SegmentationService(settings, 5, 20, TestRun.CLOCK, ended::add);
        desk = desk(new FileSteps());
        over(service.run(RunScope.ALL, "ann"));
    }

    private RuleDesk desk(FileSteps steps) {
        return new RuleDesk(service, folder.resolve("state"), TestRun.CLOCK, steps);
    }

    @AfterEach
    void end() {
        service.close();
    }

    private Job.View over(Job job) throws InterruptedException {
        Job.View view = ended.take();
        assertThat(view.id()).isEqualTo(job.id());
        return view;
    }

    private RuleDraft herron(Editor by) {
        RuleDraft draft = desk.changes().create("Herron", "a power company", by);
        return desk.addTerm(draft.id(), draft.tag(), IndustrialGroup.UTILITIES, HERRON, by);
    }

    private DraftPreview preview(RuleDraft draft, Editor by) throws InterruptedException {
        Job.View job = over(desk.trials().preview(draft.id(), by));
        assertThat(job.fault()).isNull();
        return (DraftPreview) job.result();
    }

    /** Previewed, and seen by the one who publishes. */
    private String seen(RuleDraft draft) throws InterruptedException {
        preview(draft, ADMIN);
        return desk.changes().look(draft.id(), RUTH.name()).tag();
    }

    private String text(String path) throws IOException {
        return Files.readString(settings.rules().resolve(path));
    }

    private static void refused(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RulesRefusal.class, refusal -> assertThat(refusal.kind())
                .isEqualTo(kind));
    }

    @Test
    void anAnalystAddsATermAndSeesWhatItWouldDo() throws Exception {
        String before = text("groups/utilities/terms.csv");
        RuleDraft draft = herron(ANN);
        assertThat(desk.changes().diff(draft, draft.files().get(0)).lines())
                .contains("+UTL-002,BLUE HERRON,words,Rule-Based,,,,,");

        DraftPreview preview = preview(draft, ANN);

        assertThat(preview.passed()).isTrue();
        assertThat(preview.report().masters()).isEqualTo(16);
        assertThat(preview.report().flips()).singleElement().satisfies(flip -> {
            assertThat(flip.before().group()).isEqualTo("Unknown / Needs Review");
            assertThat(flip.after().ruleId()).isEqualTo("UTL-002");
            assertThat(flip.after().rationale()).contains("BLUE HERRON");
        });
        assertThat(text("groups/utilities/terms.csv")).isEqualTo(before);
        assertThat(service.rules().summary()).contains("24 terms");
    }

    @Test
    void publishedRulesAreInUseAndTheJournalSaysWhoAndWhy() throws Exception {
        RuleDraft draft = herron(ANN);

        RulePublisher.Published done = desk.publisher().publish(draft.id(), seen(draft), RUTH);

        assertThat(done.loaded()).isTrue();
        assertThat(service.rules().summary()).contains("25 terms");
        assertThat(text("groups/utilities/terms.csv")).endsWith("UTL-002,BLUE HERRON,words,Rule-Based,,,,,\n");
        assertThat(desk.changes().all()).isEmpty();
        assertThat(desk.publisher().versions())
                .extracting(RuleVersion::id, RuleVersion::title)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("V000002", "Herron"),
                        org.assertj.core.groups.Tuple.tuple("V000001", "As found"));
        assertThat(Files.readString(folder.resolve("state").resolve(RuleJournal.FILE)))
                .contains("\"who\":\"ruth\",\"from\":\"10.0.0.7\"", "\"reason\":\"a power company\"");
    }

    @Test
    void aRollbackGoesTheSameWay() throws Exception {
        String before = text("groups/utilities/terms.csv");
        RuleDraft draft = herron(ANN);
        desk.publisher().publish(draft.id(), seen(draft), RUTH);

        RuleDraft back = desk.publisher().rollback("V000001", ADMIN);
        assertThat(back.rollbackOf()).isEqualTo("V000001");
        refused(Kind.CONFLICT, () -> desk.publisher().publish(back.id(), "x", RUTH));
        desk.publisher().publish(back.id(), seen(back), RUTH);

        assertThat(text("groups/utilities/terms.csv")).isEqualTo(before);
        assertThat(desk.publisher().versions()).hasSize(3);
        refused(Kind.CONFLICT, () -> desk.publisher().rollback("V000001", ADMIN));
        refused(Kind.UNKNOWN, () -> desk.publisher().rollback("V999999", ADMIN));
    }

    @Test
    void aRollbackTakesAwayWhatWasNotThere() throws Exception {
        RuleDraft draft = desk.changes().create("Cases", "", ADMIN);
        draft = desk.changes()
                .put(
                        draft.id(),
                        draft.tag(),
                        "groups.utilities.cases.csv",
                        "Name,Expected Group\nEDEN ELECTRIC COOPERATIVE,Utilities\n".getBytes(StandardCharsets.UTF_8),
                        ADMIN);
        desk.publisher().publish(draft.id(), seen(draft), RUTH);
        Path cases = settings.rules().resolve("groups/utilities/cases.csv");
        assertThat(cases).exists();

        RuleDraft back = desk.publisher().rollback("V000001", ADMIN);
        desk.publisher().publish(back.id(), seen(back), RUTH);

        assertThat(cases).doesNotExist();
    }

    @Test
    void whatNobodyHasSeenIsNotPublished() throws Exception {
        RuleDraft draft = herron(ANN);
        refused(Kind.CONFLICT, () -> desk.publisher().publish(draft.id(), "none", RUTH));
        DraftPreview preview = preview(draft, ANN);
        refused(Kind.CONFLICT, () -> desk.publisher().publish(draft.id(), preview.tag(), RUTH));
        desk.changes().look(draft.id(), "ann");
        refused(Kind.CONFLICT, () -> desk.publisher().publish(draft.id(), preview.tag(), RUTH));
        desk.changes().look(draft.id(), "ruth");
        refused(Kind.CHANGED, () -> desk.publisher().publish(draft.id(), "another", RUTH));
        assertThat(desk.publisher().publish(draft.id(), preview.tag(), RUTH).loaded())
                .isTrue();
    }

    @Test
    void anEditOrAnotherRunMakesAPreviewStale() throws Exception {
        RuleDraft draft = herron(ANN);
        String tag = seen(draft);
        RuleDraft more = desk.addTerm(
                draft.id(),
                draft.tag(),
                IndustrialGroup.UTILITIES,
                Map.of("Term", "GASWORKS", "Match", "words", "Method", "Heuristic"),
                ANN);
        refused(Kind.CONFLICT, () -> desk.publisher().publish(draft.id(), tag, RUTH));

        String fresh = seen(more);
        over(service.reclassify(java.util.Set.of(), "ann"));
        refused(Kind.CONFLICT, () -> desk.publisher().publish(draft.id(), fresh, RUTH));
    }

    @Test
    void editsInTheFolderAreToldAndARebaseTakesThemIn() throws Exception {
        RuleDraft draft = herron(ANN);
        String tag = seen(draft);
        Path other = settings.rules().resolve("groups/commercial-services/terms.csv");
        Files.writeString(other, Files.readString(other) + "COM-900,MOTEL,words,Rule-Based,,,,,\n");

        assertThatThrownBy(() -> desk.publisher().publish(draft.id(), tag, RUTH))
                .hasMessageContaining("groups/commercial-services/terms.csv");
        RuleDraft rebased = desk.changes().rebase(draft.id(), draft.tag(), ANN);
        desk.publisher().publish(rebased.id(), seen(rebased), RUTH);

        assertThat(service.rules().summary()).contains("26 terms");
        Path same = settings.rules().resolve("groups/utilities/terms.csv");
        RuleDraft second = desk.addTerm(
                desk.changes().create("More", "", ANN).id(),
                desk.changes().all().get(0).tag(),
                IndustrialGroup.UTILITIES,
                Map.of("Term", "GASWORKS", "Match", "words", "Method", "Heuristic"),
                ANN);
        Files.writeString(same, Files.readString(same) + "UTL-700,WATERWORKS,words,Rule-Based,,,,,\n");
        refused(Kind.CONFLICT, () -> desk.changes().rebase(second.id(), second.tag(), ANN));
    }

    @Test
    void brokenRulesArePreviewedWithTheirFaultsAndNotPublished() throws Exception {
        RuleDraft draft = desk.changes().create("Broken", "", ANN);
        draft = desk.addTerm(
                draft.id(),
                draft.tag(),
                IndustrialGroup.UTILITIES,
                Map.of("Term", "X Y", "Match", "sideways", "Method", "Heuristic"),
                ANN);
        String id = draft.id();

        DraftPreview preview = preview(draft, ANN);

        assertThat(preview.passed()).isFalse();
        assertThat(preview.report()).isNull();
        assertThat(preview.check().errors())
                .anyMatch(error -> error.toString().startsWith("groups/utilities/terms.csv:3, column Match"));
        desk.changes().look(id, "ruth");
        refused(Kind.CONFLICT, () -> desk.publisher().publish(id, preview.tag(), RUTH));
    }

    @Test
    void codeIsForRulesAdminsAlone() throws Exception {
        RuleDraft draft = herron(ANN);
        byte[] drl = text("groups/healthcare/rules.drl").getBytes(StandardCharsets.UTF_8);
        byte[] edited = (text("groups/healthcare/rules.drl") + "\n// more\n").getBytes(StandardCharsets.UTF_8);
        refused(Kind.FORBIDDEN, () -> desk.changes().put(draft.id(), draft.tag(), DRL, drl, ANN));

        RuleDraft code = desk.changes().put(draft.id(), draft.tag(), DRL, edited, ADMIN);

        refused(Kind.FORBIDDEN, () -> desk.trials().preview(code.id(), ANN));
        refused(Kind.FORBIDDEN, () -> desk.changes().reset(code.id(), code.tag(), TERMS, ANN));
        refused(Kind.FORBIDDEN, () -> desk.changes().drop(code.id(), code.tag(), ANN));
        assertThat(preview(code, ADMIN).passed()).isTrue();
    }

    @Test
    void javaInADraftIsRefusedBeforeItIsCompiled() throws Exception {
        String evil =
                text("groups/healthcare/rules.drl").replaceFirst("(?s)then.*?end", "then\n    System.exit(3);\nend");
        RuleDraft draft = desk.changes().create("Evil", "", ADMIN);
        draft = desk.changes().put(draft.id(), draft.tag(), DRL, evil.getBytes(StandardCharsets.UTF_8), ADMIN);

        DraftPreview preview = preview(draft, ADMIN);

        assertThat(preview.passed()).isFalse();
        assertThat(preview.check().errors()).anyMatch(error -> error.file().endsWith("rules.drl"));
    }

    @Test
    void twoEditorsDoNotOverwriteEachOther() {
        RuleDraft draft = desk.changes().create("Both", "", ANN);
        desk.addTerm(draft.id(), draft.tag(), IndustrialGroup.UTILITIES, HERRON, ANN);

        refused(Kind.CHANGED, () -> desk.addTerm(draft.id(), draft.tag(), IndustrialGroup.UTILITIES, HERRON, ADMIN));
        refused(Kind.FORBIDDEN, () -> desk.addTerm(draft.id(), draft.tag(), IndustrialGroup.UTILITIES, HERRON, BOB));
    }

    @Test
    void draftsAndTheirPreviewsOutliveTheProcess() throws Exception {
        RuleDraft draft = herron(ANN);
        DraftPreview preview = preview(draft, ANN);
        DraftPreview looked = desk.changes().look(draft.id(), "ruth");

        RuleDesk next = desk(new FileSteps());

        assertThat(next.changes().find(draft.id())).isEqualTo(draft);
        assertThat(next.changes().preview(draft)).isEqualTo(looked);
        assertThat(next.publisher().publish(draft.id(), preview.tag(), RUTH).loaded())
                .isTrue();
    }

    @Test
    void theirNumberIsBounded() {
        for (int i = 0; i < RuleChanges.MOST_DRAFTS; i++) {
            desk.changes().create("Draft " + i, "", ANN);
        }
        refused(Kind.TOO_MUCH, () -> desk.changes().create("One more", "", ANN));
        desk.changes()
                .drop(
                        desk.changes().all().get(0).id(),
                        desk.changes().all().get(0).tag(),
                        ANN);
        assertThat(desk.changes().create("One more", "", ANN).id()).isNotBlank();
    }

    @Test
    void aKillAtAnyStepLeavesTheOldRulesOrTheNewOnes() throws Exception {
        String oldTerms = text("groups/utilities/terms.csv");
        String oldCases = text("groups/healthcare/cases.csv");
        RuleDraft first = herron(ANN);
        desk.publisher().publish(first.id(), seen(first), RUTH);
        boolean killed = true;
        for (int cut = 0; killed; cut += Soak.on() ? 1 : 3) {
            Files.writeString(settings.rules().resolve("groups/utilities/terms.csv"), oldTerms);
            Files.writeString(settings.rules().resolve("groups/healthcare/cases.csv"), oldCases);
            service.reload();
            desk = desk(new FileSteps());
            RuleDraft draft = herron(ANN);
            draft = desk.changes()
                    .put(
                            draft.id(),
                            draft.tag(),
                            "groups.healthcare.cases.csv",
                            (oldCases + "# more\n").getBytes(StandardCharsets.UTF_8),
                            ANN);
            String tag = seen(draft);
            int known = desk.publisher().versions().size();
            killed = publishedUntil(cut, draft, tag);

            // another process reads the rules first
            assertThat(RuleCatalog.load(settings.rules(), TestRun.CACHE).summary())
                    .containsAnyOf("24 terms", "25 terms");
            boolean fresh = !text("groups/utilities/terms.csv").equals(oldTerms);
            assertThat(text("groups/healthcare/cases.csv").endsWith("# more\n"))
                    .as("cut " + cut)
                    .isEqualTo(fresh);
            RuleDesk next = desk(new FileSteps());
            assertThat(next.changes().all().stream().anyMatch(one -> one.title().equals("Herron")))
                    .as("cut " + cut)
                    .isEqualTo(!fresh);
            long published = next.publisher().versions().stream()
                    .limit(next.publisher().versions().size() - (long) known)
                    .filter(version -> version.title().equals("Herron"))
                    .count();
            assertThat(published).as("cut " + cut).isEqualTo(fresh ? 1 : 0);
            next.changes().all().forEach(one -> next.changes().drop(one.id(), one.tag(), ADMIN));
        }
    }

    /** Whether the steps ended before all was done. */
    private boolean publishedUntil(int cut, RuleDraft draft, String tag) {
        RuleDesk cutting;
        try {
            cutting = desk(new CutSteps(cut, null, null));
            cutting.publisher().publish(draft.id(), tag, RUTH);
            return false;
        } catch (CutSteps.Killed e) {
            return true;
        }
    }

    @Test
    void aFileThatCannotBeReplacedLeavesAllAsTheyWere() throws Exception {
        String before = text("groups/healthcare/cases.csv");
        RuleDraft draft = herron(ANN);
        draft = desk.changes()
                .put(
                        draft.id(),
                        draft.tag(),
                        "groups.healthcare.cases.csv",
                        (before + "# more\n").getBytes(StandardCharsets.UTF_8),
                        ANN);
        String tag = seen(draft);
        String id = draft.id();

        assertThatThrownBy(() -> desk(new CutSteps(CutSteps.NEVER, null, "terms.csv"))
                        .publisher()
                        .publish(id, tag, RUTH))
                .hasMessageContaining("former ones are in use");

        assertThat(text("groups/healthcare/cases.csv")).isEqualTo(before);
        assertThat(desk(new FileSteps()).publisher().publish(id, tag, RUTH).loaded())
                .isTrue();
    }
}
