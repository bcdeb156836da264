package dev.segmentation.service;

import static dev.segmentation.service.RuleWork.ADMIN;
import static dev.segmentation.service.RuleWork.ANN;
import static dev.segmentation.service.RuleWork.CASES;
import static dev.segmentation.service.RuleWork.CASES_ID;
import static dev.segmentation.service.RuleWork.RUTH;
import static dev.segmentation.service.RuleWork.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.files.FileSteps;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.service.rules.RuleDraft;
import dev.segmentation.service.rules.RuleService;
import dev.segmentation.service.rules.RuleVersionInfo;
import dev.segmentation.testkit.Golden;
import dev.segmentation.testkit.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publication that is killed before each of its steps. */
@Tag("long")
class KilledPublicationTest {
    private static final int KEPT = 2;

    @TempDir
    private Path folder;

    private String oldTerms;
    private String oldCases;

    @Test
    void aKillAtAnyStepLeavesTheOldRulesOrTheNewOnes() throws Exception {
        try (RuleWork work = new RuleWork(folder)) {
            oldTerms = work.text(TERMS);
            oldCases = work.text(CASES);
            work.publish(work.herron());
            boolean killed = true;
            for (int cut = 0; killed; cut += Soak.on() ? 1 : 3) {
                killed = killedAt(cut, work);
            }
        }
    }

    private boolean killedAt(int cut, RuleWork work) throws Exception {
        Files.writeString(work.rules().resolve(TERMS), oldTerms);
        Files.writeString(work.rules().resolve(CASES), oldCases);
        work.service().reload();
        RuleService before = work.restart();
        RuleDraft draft = work.put(work.herron(), CASES_ID, oldCases + "# more\n", ANN);
        String tag = work.seen(draft);
        long known = herrons(before);
        boolean killed = killed(work, cut, draft, tag);

        // another process reads the rules first
        assertThat(RuleCatalog.load(work.rules(), new RulesCache(Golden.CACHE, "test"))
                        .summary())
                .containsAnyOf("24 terms", "25 terms");
        boolean fresh = !work.text(TERMS).equals(oldTerms);
        assertThat(work.text(CASES).endsWith("# more\n")).as("cut " + cut).isEqualTo(fresh);
        RuleService next = work.desk(KEPT, new FileSteps());
        assertThat(next.changes().all().isEmpty()).as("cut " + cut).isEqualTo(fresh);
        assertThat(herrons(next) - known).as("cut " + cut).isEqualTo(fresh ? 1 : 0);
        checkKept(work, next, cut);
        next.changes().all().forEach(one -> next.changes().drop(one.id(), one.tag(), ADMIN));
        return killed;
    }

    private static boolean killed(RuleWork work, int cut, RuleDraft draft, String tag) {
        try {
            work.desk(KEPT, new CutSteps(cut, "")).publisher().publish(draft.id(), tag, RUTH, false);
            return false;
        } catch (CutSteps.Killed e) {
            return true;
        }
    }

    private static long herrons(RuleService desk) {
        return desk.versions().all().stream()
                .filter(version -> version.title().equals("Herron"))
                .count();
    }

    /** A version is there with all its files, or says that it is not. */
    private static void checkKept(RuleWork work, RuleService desk, int cut) throws IOException {
        assertThat(desk.versions().all().get(0).kept()).as("cut " + cut).isTrue();
        for (RuleVersionInfo version : desk.versions().all()) {
            for (String hash : version.kept() ? version.state().values() : List.<String>of()) {
                Path content = work.state().resolve("contents").resolve(hash);
                assertThat(content).as("cut " + cut).exists();
                assertThat(RuleFileSet.hash(content)).as("cut " + cut).isEqualTo(hash);
            }
        }
    }
}
