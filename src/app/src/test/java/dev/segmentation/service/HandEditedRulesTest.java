package dev.segmentation.service;

import static dev.segmentation.service.RuleWork.ANN;
import static dev.segmentation.service.RuleWork.CASES;
import static dev.segmentation.service.RuleWork.CASES_ID;
import static dev.segmentation.service.RuleWork.RUTH;
import static dev.segmentation.service.RuleWork.TERMS;
import static dev.segmentation.service.RuleWork.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.service.rules.RuleDraft;
import dev.segmentation.service.rules.RuleService;
import dev.segmentation.service.rules.RuleVersionInfo;
import dev.segmentation.service.rules.RulesRefusal.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What people and other programs do to the files themselves is never overwritten. */
class HandEditedRulesTest {
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

    /** Two files at once. */
    private RuleDraft termsAndCases() throws IOException {
        return work.put(work.herron(), CASES_ID, work.text(CASES) + "# more\n", ANN);
    }

    private void editByHand(String path) {
        try {
            Files.writeString(work.rules().resolve(path), work.text(path) + "# by hand\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void editsInTheFolderAreTold() throws Exception {
        RuleDraft draft = work.herron();
        String tag = work.seen(draft);
        editByHand("groups/commercial-services/terms.csv");

        assertThatThrownBy(() -> work.desk().publisher().publish(draft.id(), tag, RUTH, false))
                .hasMessageContaining("groups/commercial-services/terms.csv");
    }

    @Test
    void anEditByHandAtThatVeryMomentIsNotOverwritten() throws Exception {
        RuleDraft draft = termsAndCases();
        String tag = work.seen(draft);
        String terms = work.text(TERMS);
        RuleService desk = work.desk(100, RuleWork.whenPublishing(() -> editByHand(CASES)));

        refused(Kind.CONFLICT, () -> desk.publisher().publish(draft.id(), tag, RUTH, false));

        assertThat(work.text(CASES)).endsWith("# by hand\n");
        assertThat(work.text(TERMS)).isEqualTo(terms);
        assertThat(work.restart().versions().all())
                .extracting(RuleVersionInfo::title)
                .containsExactly("As found");
    }

    @Test
    void aFileThatCannotBeReplacedLeavesAllAsTheyWere() throws Exception {
        String before = work.text(CASES);
        RuleDraft draft = termsAndCases();
        String tag = work.seen(draft);
        RuleService held = work.desk(100, new CutSteps(CutSteps.NEVER, "terms.csv"));

        assertThatThrownBy(() -> held.publisher().publish(draft.id(), tag, RUTH, false))
                .hasMessageContaining("former ones are in use");

        assertThat(work.text(CASES)).isEqualTo(before);
        assertThat(work.restart()
                        .publisher()
                        .publish(draft.id(), tag, RUTH, false)
                        .inUse())
                .isTrue();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions of POSIX")
    void aFileThatSomebodyProtectedIsNotReplaced() throws Exception {
        RuleDraft draft = termsAndCases();
        String tag = work.seen(draft);
        String cases = work.text(CASES);
        Path terms = work.rules().resolve(TERMS);
        Files.setPosixFilePermissions(terms, PosixFilePermissions.fromString("r--r--r--"));

        assertThatThrownBy(() -> work.desk().publisher().publish(draft.id(), tag, RUTH, false))
                .hasMessageContaining("is read-only")
                .hasMessageContaining("former ones are in use");

        assertThat(work.text(CASES)).isEqualTo(cases);
        Files.setPosixFilePermissions(terms, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(work.desk().publisher().publish(draft.id(), tag, RUTH, false).inUse())
                .isTrue();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "not every user may make links there")
    void aLinkStaysALinkAndTwoNamesOfOneFileAreNotBothReplaced() throws Exception {
        Path terms = work.rules().resolve(TERMS);
        Path outside = Files.move(terms, folder.resolve("shared-terms.csv"));
        Files.createSymbolicLink(terms, outside);
        work.publish(work.herron());
        assertThat(terms).isSymbolicLink();
        assertThat(outside).content().contains("BLUE HERRON");

        Files.createSymbolicLink(work.rules().resolve("common/again.csv"), outside);
        RuleDraft draft = work.term("GASWORKS");
        RuleDraft both = work.put(draft, "common.again.csv", "x\n", ANN);
        String tag = work.seen(both);
        String before = Files.readString(outside);

        assertThatThrownBy(() -> work.desk().publisher().publish(both.id(), tag, RUTH, false))
                .hasMessageContaining("same file");
        assertThat(outside).hasContent(before);
    }
}
