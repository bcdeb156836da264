package dev.segmentation.service.rules;

import static dev.segmentation.service.RuleWork.ADMIN;
import static dev.segmentation.service.RuleWork.ANN;
import static dev.segmentation.service.RuleWork.BOB;
import static dev.segmentation.service.RuleWork.CASES_ID;
import static dev.segmentation.service.RuleWork.TERMS;
import static dev.segmentation.service.RuleWork.TERMS_ID;
import static dev.segmentation.service.RuleWork.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.files.FileSteps;
import dev.segmentation.service.RuleWork;
import dev.segmentation.service.rules.RulesRefusal.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may edit what in change sets, and that no edit is lost. */
class RuleEditsTest {
    private static final String DRL = "groups.healthcare.rules.drl";

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

    @Test
    void twoEditorsDoNotOverwriteEachOther() {
        RuleDraft draft = work.desk().changes().create("Both", "", ANN);
        work.term(draft, "BLUE HERRON", ANN);

        refused(Kind.CHANGED, () -> work.term(draft, "BLUE HERRON", ADMIN));
        refused(Kind.FORBIDDEN, () -> work.term(draft, "BLUE HERRON", BOB));
    }

    @Test
    void aRebaseTakesInEditsOfOtherFilesAlone() throws Exception {
        RuleDraft draft = work.herron();
        Path other = work.rules().resolve("groups/commercial-services/terms.csv");
        Files.writeString(other, Files.readString(other) + "COM-900,MOTEL,words,Rule-Based,,,,,\n");

        RuleDraft rebased = work.desk().changes().rebase(draft.id(), draft.tag(), ANN);
        work.publish(rebased);

        assertThat(work.service().rules().summary()).contains("26 terms");
        RuleDraft second = work.term("GASWORKS");
        editByHand();
        refused(Kind.CONFLICT, () -> work.desk().changes().rebase(second.id(), second.tag(), ANN));
    }

    private void editByHand() throws IOException {
        Files.writeString(work.rules().resolve(TERMS), work.text(TERMS) + "UTL-700,WATERWORKS,words,Rule-Based,,,,,\n");
    }

    @Test
    void oneMoreTermDoesNotHideThatTheFileWasEditedInTheFolder() throws Exception {
        RuleDraft draft = work.herron();
        editByHand();

        RuleDraft more = work.term(draft, "GASWORKS", ANN);

        refused(Kind.CONFLICT, () -> work.desk().changes().rebase(more.id(), more.tag(), ANN));
    }

    @Test
    void codeIsForRulesAdminsAlone() throws Exception {
        RuleDraft draft = work.herron();
        String drl = work.text("groups/healthcare/rules.drl");
        refused(Kind.FORBIDDEN, () -> work.put(draft, DRL, drl, ANN));

        RuleDraft code = work.put(draft, DRL, drl + "\n// more\n", ADMIN);

        refused(Kind.FORBIDDEN, () -> work.desk().previews().preview(code.id(), ANN));
        refused(Kind.FORBIDDEN, () -> work.desk().changes().reset(code.id(), code.tag(), TERMS_ID, ANN));
        refused(Kind.FORBIDDEN, () -> work.desk().changes().drop(code.id(), code.tag(), ANN));
        assertThat(work.preview(code, ADMIN).passed()).isTrue();
    }

    @Test
    void hugeContentsAreRefused() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(work.rules().resolve("common/huge.csv").toFile(), "rw")) {
            file.setLength(PresentRules.LARGEST + 1L);
        }
        RuleDraft draft = work.desk().changes().create("Huge", "", ADMIN);

        refused(
                Kind.TOO_MUCH,
                () -> work.desk().present().content(work.desk().present().file("common.huge.csv")));
        refused(Kind.TOO_MUCH, () -> work.put(draft, "common.huge.csv", "x\n", ADMIN));
        String large = "x".repeat(RuleChanges.LARGEST_FILE + 1);
        refused(Kind.TOO_MUCH, () -> work.put(draft, CASES_ID, large, ADMIN));
        assertThatThrownBy(() -> work.put(draft, CASES_ID, "", ADMIN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theirNumberIsBounded() {
        RuleChanges changes = work.desk().changes();
        for (int i = 0; i < RuleChanges.MOST_DRAFTS; i++) {
            changes.create("Draft " + i, "", ANN);
        }
        refused(Kind.TOO_MUCH, () -> changes.create("One more", "", ANN));
        RuleDraft first = changes.all().get(0);
        changes.drop(first.id(), first.tag(), ANN);
        assertThat(changes.create("One more", "", ANN).id()).isNotBlank();
    }

    @Test
    void whatAKillLeftOfADraftIsClearedAway() throws Exception {
        RuleDraft draft = work.herron();
        Path own = work.state().resolve("drafts").resolve(draft.id());
        Files.delete(own.resolve("draft.json"));

        assertThat(work.desk(100, new FileSteps()).changes().all()).isEmpty();
        assertThat(own).doesNotExist();
    }
}
