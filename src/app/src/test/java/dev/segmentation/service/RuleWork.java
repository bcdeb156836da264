package dev.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.files.FileSteps;
import dev.segmentation.service.rules.RuleChanges.Editor;
import dev.segmentation.service.rules.RuleDraft;
import dev.segmentation.service.rules.RulePublisher;
import dev.segmentation.service.rules.RuleService;
import dev.segmentation.service.rules.RulesRefusal;
import dev.segmentation.testkit.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** People at work on the rules of a service that has one run. */
public final class RuleWork implements AutoCloseable {
    public static final Editor ANN = new Editor("ann", false);
    public static final Editor BOB = new Editor("bob", false);
    public static final Editor ADMIN = new Editor("ruth", true);
    public static final Origin RUTH = Origin.of("ruth", "10.0.0.7");
    public static final String TERMS = "groups/utilities/terms.csv";
    public static final String TERMS_ID = "groups.utilities.terms.csv";
    public static final String CASES = "groups/healthcare/cases.csv";
    public static final String CASES_ID = "groups.healthcare.cases.csv";

    private final Path folder;
    private final ServedRun served;
    private RuleService desk;

    public RuleWork(Path folder) throws InterruptedException {
        this.folder = folder;
        served = new ServedRun(folder);
        restart();
        served.run();
    }

    public ServedRun served() {
        return served;
    }

    public SegmentationService service() {
        return served.service();
    }

    public RuleService desk() {
        return desk;
    }

    /** A desk as another process would open it. */
    public RuleService restart() {
        desk = desk(100, new FileSteps());
        return desk;
    }

    public RuleService desk(int keep, FileSteps steps) {
        return new RuleService(service(), state(), keep, Golden.CLOCK, steps);
    }

    public Path state() {
        return folder.resolve("state");
    }

    public Path rules() {
        return served.settings().rules();
    }

    public String text(String path) throws IOException {
        return Files.readString(rules().resolve(path));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A change set of Ann's with one more term. */
    public RuleDraft herron() {
        return term("BLUE HERRON");
    }

    public RuleDraft term(String words) {
        RuleDraft draft = desk.changes().create("Herron", "a power company", ANN);
        return term(draft, words, ANN);
    }

    public RuleDraft term(RuleDraft draft, String words, Editor by) {
        Map<String, String> row = Map.of("Term", words, "Match", "words", "Method", "Rule-Based");
        return desk.addTerm(draft.id(), draft.tag(), IndustrialGroup.UTILITIES, row, by);
    }

    public RuleDraft put(RuleDraft draft, String fileId, String content, Editor by) {
        return desk.changes().put(draft.id(), draft.tag(), fileId, bytes(content), by);
    }

    public DraftPreview preview(RuleDraft draft, Editor by) throws InterruptedException {
        Job.View job = served.over(desk.previews().preview(draft.id(), by));
        assertThat(job.fault()).isNull();
        return (DraftPreview) job.result();
    }

    /** Previewed, and seen by the one who publishes. */
    public String seen(RuleDraft draft) throws InterruptedException {
        preview(draft, ADMIN);
        return desk.previews().look(draft.id(), RUTH.owner()).tag();
    }

    public RulePublisher.Publication publish(RuleDraft draft) throws InterruptedException {
        return desk.publisher().publish(draft.id(), seen(draft), RUTH, false);
    }

    /** Does something when a publication begins to write. */
    public static FileSteps whenPublishing(Runnable action) {
        return new FileSteps() {
            @Override
            public void makeFolder(Path made) throws IOException {
                super.makeFolder(made);
                if (made.getFileName().toString().equals(".publish-new")) {
                    action.run();
                }
            }
        };
    }

    public static void refused(RulesRefusal.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RulesRefusal.class, refusal -> assertThat(refusal.kind())
                .isEqualTo(kind));
    }

    @Override
    public void close() {
        served.close();
    }
}
