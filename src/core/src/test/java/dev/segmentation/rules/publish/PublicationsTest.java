package dev.segmentation.rules.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.files.CutSteps;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.OutputException;
import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.run.TestRun;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers beside publications, and what a publication may touch. */
class PublicationsTest {
    private static final String TERMS = "groups/utilities/terms.csv";
    private static final String CASES = "groups/healthcare/cases.csv";

    @TempDir
    private Path folder;

    private Path rules;

    @BeforeEach
    void rules() {
        rules = folder.resolve("rules");
        Folders.copy(Golden.RULES, rules);
    }

    private String text(String path) {
        try {
            return Files.readString(rules.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NewContent more(String path, String end) {
        String former = RuleFileSet.hash(text(path).getBytes(StandardCharsets.UTF_8));
        return NewContent.of(path, former, (text(path) + end).getBytes(StandardCharsets.UTF_8));
    }

    private void publish(String id, FileSteps steps) {
        List<NewContent> contents = List.of(more(TERMS, "# " + id + "\n"), more(CASES, "# " + id + "\n"));
        RulePublication.locked(rules, steps, publication -> {
            publication.commit(id, contents);
            return null;
        });
    }

    /** Reads two files, the second after something happened; what came of each reading. */
    private List<String> readings(Runnable between) {
        List<String> read = new ArrayList<>();
        Supplier<String> reading = () -> {
            String terms = text(TERMS);
            if (read.isEmpty()) {
                between.run();
            }
            read.add(ends(terms) + ends(text(CASES)));
            return terms;
        };
        RulePublication.steady(rules, reading);
        return read;
    }

    private static String ends(String text) {
        return text.endsWith("# V1\n") ? "new " : "old ";
    }

    @Test
    void whoReadsWhileAnotherProcessPublishesReadsAgain() {
        assertThat(readings(() -> publish("V1", new FileSteps()))).containsExactly("old new ", "new new ");
        assertThat(readings(() -> {})).containsExactly("new new ");
    }

    @Test
    void soDoesWhoReadWhatWasTakenBack() {
        FileSteps held = new CutSteps(CutSteps.NEVER, null, "cases.csv");

        assertThat(readings(() -> assertThatThrownBy(() -> publish("V1", held)).isInstanceOf(OutputException.class)))
                .containsExactly("old old ", "old old ");
    }

    @Test
    void aReaderCompletesWhatAKillCutOff() {
        int cut = 0;
        while (!rules.resolve(".publish").toFile().isDirectory()) {
            int last = cut++;
            try {
                publish("V1", new CutSteps(last, null, null));
            } catch (CutSteps.Killed e) {
                continue;
            }
            break;
        }

        assertThat(RuleFileSet.read(rules).byPath(TERMS)).isPresent();
        assertThat(ends(text(TERMS)) + ends(text(CASES))).isEqualTo("new new ");
        assertThat(rules.resolve(".publish")).doesNotExist();
    }

    @Test
    void aFailureAmidAPublicationIsNoneOfTheReaders() {
        List<Integer> times = new ArrayList<>();
        String read = RulePublication.steady(rules, () -> {
            times.add(1);
            if (times.size() == 1) {
                publish("V1", new FileSteps());
                throw new RulesException("x", "it is gone", "");
            }
            return "whole";
        });
        assertThat(read).isEqualTo("whole");
        assertThatThrownBy(() -> RulePublication.steady(rules, () -> {
                    throw new RulesException("x", "it is broken", "");
                }))
                .isInstanceOf(RulesException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.csv",
                "groups/../../x.csv",
                "/etc/x.csv",
                "groups//x.csv",
                "C:x.csv",
                "..\\x.csv",
                "x\\..\\..\\y.csv",
                "x.csv:stream.csv",
                "aux.csv",
                "groups/NUL/terms.csv",
                "groups/x /terms.csv",
                "groups/x./terms.csv",
                "x\0.csv",
                "x\n../y.csv",
                ".hidden.csv",
                ".publish/plan.csv",
                "x.sh",
                ""
            })
    void noPathLeadsAnywhereElse(String path) {
        assertThatThrownBy(() -> NewContent.of(path, RuleFile.ABSENT, new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {TERMS, "groups.csv", "common/naics2022.csv", "names/co of.csv", "console/comet.drl", "Ämter.xlsx"
            })
    void ordinaryNamesCanBePublished(String path) {
        assertThat(NewContent.fits(path)).isTrue();
    }

    @Test
    void aPlanThatLeadsOutOfTheFolderIsNotFollowed() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim.csv"), "mine\n");
        Path planted = Files.createDirectory(rules.resolve(".publish"));
        Files.writeString(planted.resolve("plan"), "../victim.csv");
        Files.writeString(planted.resolve("0.to"), "theirs\n");

        assertThatThrownBy(() -> RuleFileSet.read(rules)).isInstanceOf(OutputException.class);

        assertThat(victim).hasContent("mine\n");
    }

    @Test
    void whatIsHiddenIsNoRule() throws IOException {
        Files.createDirectory(rules.resolve(".git"));
        for (String name : List.of(".x.drl", ".git/x.drl", ".git/cases.csv", "entities/._known.csv", "names/.x.csv")) {
            Files.writeString(rules.resolve(name), "no rule at all\n");
        }

        assertThat(new RuleCheck(rules, TestRun.CACHE).run().passed()).isTrue();
    }

    @Test
    void rulesUnderANameThatIsNotReadAreRefused() throws IOException {
        Files.copy(rules.resolve("common/terms.drl"), rules.resolve("common/MORE.DRL"));

        assertThatThrownBy(() -> RuleCatalog.load(rules, TestRun.CACHE)).hasMessageContaining("common/MORE.DRL");
    }
}
