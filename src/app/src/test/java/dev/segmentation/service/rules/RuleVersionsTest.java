package dev.segmentation.service.rules;

import static dev.segmentation.service.RuleWork.ADMIN;
import static dev.segmentation.service.RuleWork.RUTH;
import static dev.segmentation.service.RuleWork.TERMS;
import static dev.segmentation.service.RuleWork.TERMS_ID;
import static dev.segmentation.service.RuleWork.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.files.FileSteps;
import dev.segmentation.service.RuleWork;
import dev.segmentation.service.rules.RulesRefusal.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back, and how far it goes. */
class RuleVersionsTest {
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

    private void publish(int keep, String... terms) throws InterruptedException {
        for (String words : terms) {
            RuleDraft draft = work.term(words);
            String tag = work.seen(draft);
            work.desk(keep, new FileSteps()).publisher().publish(draft.id(), tag, RUTH, false);
            work.restart();
        }
    }

    private Set<String> contents() throws Exception {
        Set<String> names = new TreeSet<>();
        for (Path file : FileSteps.list(work.state().resolve("contents"))) {
            names.add(file.getFileName().toString());
        }
        return names;
    }

    @Test
    void aRollbackGoesTheSameWay() throws Exception {
        String before = work.text(TERMS);
        work.publish(work.herron());

        RuleDraft back = work.desk().versions().rollback("V000001", ADMIN);
        assertThat(back.rollbackOf()).isEqualTo("V000001");
        refused(Kind.CONFLICT, () -> work.desk().publisher().publish(back.id(), "x", RUTH, false));
        work.publish(back);

        assertThat(work.text(TERMS)).isEqualTo(before);
        assertThat(work.desk().versions().all()).hasSize(3);
        refused(Kind.CONFLICT, () -> work.desk().versions().rollback("V000001", ADMIN));
        refused(Kind.UNKNOWN, () -> work.desk().versions().rollback("V999999", ADMIN));
    }

    @Test
    void aRollbackTakesAwayWhatWasNotThere() throws Exception {
        RuleDraft draft = work.desk().changes().create("Cases", "", ADMIN);
        String content = "Name,Expected Group\nEDEN ELECTRIC COOPERATIVE,Utilities\n";
        work.publish(work.put(draft, "groups.utilities.cases.csv", content, ADMIN));
        Path cases = work.rules().resolve("groups/utilities/cases.csv");
        assertThat(cases).exists();

        work.publish(work.desk().versions().rollback("V000001", ADMIN));

        assertThat(cases).doesNotExist();
    }

    @Test
    void aRollbackBringsAnEmptyFileBackAsAnEmptyFile() throws Exception {
        Path empty = Files.createFile(work.rules().resolve("common/notes.csv"));
        work.publish(work.herron());
        Files.delete(empty);

        RuleDraft back = work.desk().versions().rollback("V000002", ADMIN);
        assertThat(work.desk().diff(back, back.files().get(0)).lines()).isEmpty();
        work.publish(back);

        assertThat(empty).exists().isEmptyFile();
    }

    @Test
    void aVersionThatNoLongerPassesIsNotPublishedAgain() throws Exception {
        String sound = work.text(TERMS);
        Files.writeString(work.rules().resolve(TERMS), sound + "UTL-009,X,sideways,Rule-Based,,,,,\n");
        RuleDraft mended = work.desk().changes().create("Mended", "", ADMIN);
        work.publish(work.put(mended, TERMS_ID, sound, ADMIN));

        RuleDraft back = work.desk().versions().rollback("V000001", ADMIN);
        String tag = work.seen(back);

        assertThatThrownBy(() -> work.desk().publisher().publish(back.id(), tag, RUTH, false))
                .isInstanceOf(RulesRefusal.class)
                .hasMessageContaining("Checks or cases fail");
        assertThat(work.text(TERMS)).isEqualTo(sound);
    }

    @Test
    void theFilesOfTheNewestVersionsAloneAreKept() throws Exception {
        publish(2, "BLUE HERRON", "GASWORKS", "WATERWORKS");

        List<RuleVersionInfo> versions = work.desk().versions().all();
        assertThat(versions)
                .extracting(version -> version.id() + " " + version.kept())
                .containsExactly("V000004 true", "V000003 true", "V000002 false", "V000001 false");
        Set<String> needed = new TreeSet<>(versions.get(0).state().values());
        needed.addAll(versions.get(1).state().values());
        assertThat(contents()).isEqualTo(needed);
        assertThatThrownBy(() -> work.desk().versions().rollback("V000001", ADMIN))
                .isInstanceOfSatisfying(RulesRefusal.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(Kind.CONFLICT))
                .hasMessageContaining("no longer kept");
        work.publish(work.desk().versions().rollback("V000003", ADMIN));
        assertThat(work.text(TERMS)).contains("GASWORKS").doesNotContain("WATERWORKS");
    }

    @Test
    void aHigherBoundDoesNotBringBackWhatIsGone() throws Exception {
        publish(1, "BLUE HERRON", "GASWORKS");
        publish(100, "WATERWORKS");

        assertThat(work.desk().versions().all())
                .extracting(RuleVersionInfo::kept)
                .containsExactly(true, true, false, false);
        refused(Kind.CONFLICT, () -> work.desk().versions().rollback("V000002", ADMIN));
    }

    @Test
    void theVersionInUseIsAlwaysKept() throws Exception {
        publish(0, "BLUE HERRON");

        RuleVersionInfo inUse = work.desk().versions().all().get(0);
        assertThat(inUse.kept()).isTrue();
        assertThat(contents()).isEqualTo(new TreeSet<>(inUse.state().values()));
    }

    @Test
    void aRollbackThatWasBegunOutlivesItsVersion() throws Exception {
        work.publish(work.herron());
        work.publish(work.term("GASWORKS"));
        RuleDraft back = work.desk().versions().rollback("V000001", ADMIN);
        publish(1, "WATERWORKS");

        refused(Kind.CONFLICT, () -> work.desk().changes().rebase(back.id(), back.tag(), ADMIN));
        assertThat(work.desk().diff(back, back.files().get(0)).removed()).isEqualTo(3);
    }
}
