package dev.segmentation.service;

import static dev.segmentation.service.RuleWork.ADMIN;
import static dev.segmentation.service.RuleWork.ANN;
import static dev.segmentation.service.RuleWork.TERMS;
import static dev.segmentation.service.RuleWork.TERMS_ID;
import static dev.segmentation.service.RuleWork.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.files.FileSteps;
import dev.segmentation.service.rules.RuleDraft;
import dev.segmentation.service.rules.RulesRefusal.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files that are meant to lead somewhere else, or to be taken for something else. */
class RuleFileNamesTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"x.drl", "X.DRL", "x.drl.csv", "x.DRL.csv", "X.DRL.CSV", "x.csv.drl", "x.drl.drl.csv"})
    void whatDroolsCouldReadIsCodeHoweverItsNameIsWritten(String name) throws Exception {
        Files.writeString(work.rules().resolve("common").resolve(name), "x\n");
        RuleDraft draft = work.desk().changes().create("Code", "", ANN);

        refused(Kind.FORBIDDEN, () -> work.put(draft, "common." + name, "y\n", ANN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../terms.csv",
                "groups/utilities/terms.csv",
                "/etc/passwd",
                "groups.utilities.terms.csv\0",
                "groups.utilities.terms.csv ",
                "GROUPS.UTILITIES.TERMS.CSV",
                "C:\\rules\\groups.csv",
                "groups.utilities.new.csv",
                ".lock",
                ".published",
                ""
            })
    void whatIsNoFileOfTheFolderIsNotEdited(String fileId) {
        RuleDraft draft = work.desk().changes().create("Tricks", "", ADMIN);

        refused(Kind.UNKNOWN, () -> work.put(draft, fileId, "x\n", ADMIN));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a name cannot hold a backslash there")
    void aBackslashInANameLeadsNowhere() throws Exception {
        Files.writeString(folder.resolve("secret.csv"), "secret\n");
        Path odd = Files.writeString(work.rules().resolve("x\\..\\..\\secret.csv"), "mine\n");
        String id = work.desk().present().files().all().stream()
                .filter(file -> file.path().endsWith("secret.csv"))
                .findFirst()
                .orElseThrow()
                .id();
        RuleDraft draft = work.desk().changes().create("Tricks", "", ADMIN);

        assertThat(work.desk().present().content(work.desk().present().file(id)))
                .isEqualTo(Files.readAllBytes(odd));
        refused(Kind.CONFLICT, () -> work.put(draft, id, "x\n", ADMIN));
    }

    @Test
    void thereIsNoPlaceBesideANameThatDiffersInItsLettersAlone() throws Exception {
        Files.writeString(work.rules().resolve("groups/utilities/Cases.csv"), "Name,Expected Group\n");
        RuleDraft draft = work.desk().changes().create("Cases", "", ADMIN);

        refused(Kind.UNKNOWN, () -> work.put(draft, "groups.utilities.cases.csv", "Name,Expected Group\n", ADMIN));
    }

    @Test
    void aFileBesideTheGroupsDoesNotTakeTheIdOfATermTable() throws Exception {
        Files.writeString(work.rules().resolve(TERMS_ID), "x\n");

        assertThat(work.desk().present().file(TERMS_ID).path()).isEqualTo(TERMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../secret.csv", "/tmp/secret.csv", "groups/../../secret.csv", "rules.sh"})
    void aDraftThatNamesAnotherPlaceIsNone(String path) throws Exception {
        RuleDraft draft = work.herron();
        Path file = work.state().resolve("drafts").resolve(draft.id()).resolve("draft.json");
        Files.writeString(
                file, Files.readString(file).replace("\"path\":\"" + TERMS + "\"", "\"path\":\"" + path + "\""));

        assertThat(work.desk(100, new FileSteps()).changes().all()).isEmpty();
    }
}
