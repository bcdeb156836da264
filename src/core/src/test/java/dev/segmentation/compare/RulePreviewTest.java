package dev.segmentation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.run.MasterBase;
import dev.segmentation.run.TestRun;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePreviewTest {
    @TempDir
    private Path temp;

    private Path draft;
    private TestRun run;

    @BeforeEach
    void lastRun() {
        draft = temp.resolve("draft");
        Folders.copy(Golden.RULES, draft);
        run = new TestRun(Golden.FOLDER.resolve("people/input"), temp.resolve("output"));
        run.execute(RunScope.ALL);
    }

    private PreviewReport preview() {
        RuleCatalog now = RuleCatalog.load(Golden.RULES, TestRun.CACHE);
        List<String> notes = new ArrayList<>();
        MasterBase base = MasterBase.load(run.settings(), now.parser(), notes::add);
        return new RulePreview(base, 2, Progress.NONE).compare(now, RuleCatalog.load(draft, TestRun.CACHE, now), notes);
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(draft.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(draft.resolve(file), text.replace(from, to));
    }

    @Test
    void sameRulesChangeNothing() {
        PreviewReport report = preview();

        assertThat(report.unchanged()).isTrue();
        assertThat(report.moves()).isEmpty();
        assertThat(report.masters()).isEqualTo(16);
        assertThat(report.before()).isEqualTo(report.after());
        assertThat(report.before().groups().values().stream().mapToInt(i -> i).sum())
                .isEqualTo(16);
    }

    @Test
    void flipsCarryBothRationalesAndMovesAreCounted() throws IOException {
        edit("groups/utilities/terms.csv", "UTL-001,", "UTL-009,HERRON,words,Rule-Based,Bird Utility,221,,,\nUTL-001,");

        PreviewReport report = preview();

        assertThat(report.flips())
                .extracting(PreviewReport.Flip::canonical, PreviewReport.Flip::keys)
                .containsExactly(tuple("GREY HERRON GROUP", 2), tuple("BLUE HERRON GROUP", 1));
        assertThat(report.flips().get(0).before().rationale()).startsWith("UNK-001:");
        assertThat(report.flips().get(0).after().rationale()).startsWith("UTL-009: \"HERRON\"");
        assertThat(report.moves())
                .containsExactly(new PreviewReport.Move(IndustrialGroup.UNKNOWN, IndustrialGroup.UTILITIES, 2, 3));
        assertThat(report.before().unknown() - report.after().unknown()).isEqualTo(2);
    }

    @Test
    void decisionsOfPeopleStayWhateverTheRulesSay() throws IOException {
        edit("groups/utilities/terms.csv", "UTL-001,", "UTL-009,DENTAL,words,Rule-Based,,221,,,\nUTL-001,");

        assertThat(preview().flips()).extracting(PreviewReport.Flip::canonical).doesNotContain("GREEN VALLEY DENTAL");
    }

    @Test
    void otherDetailsAndNewConflictsAreTold() throws IOException {
        edit(
                "groups/manufacturing/terms.csv",
                "MFG-003,ACME,prefix,Entity Inference,Anvils,332",
                "MFG-003,ACME,prefix,Entity Inference,Hammers,332");
        edit("groups/utilities/terms.csv", "UTL-001,", "UTL-009,TOWER,words,Heuristic,,221,,,\nUTL-001,");

        PreviewReport report = preview();

        assertThat(report.refined())
                .extracting(PreviewReport.Flip::canonical, f -> f.after().detail())
                .contains(tuple("ACME WEST", "Hammers"));
        assertThat(report.conflicts()).extracting(PreviewReport.Flip::canonical).containsExactly("OLD MILL TOWER");
        assertThat(report.conflicts().get(0).after().rationale()).startsWith("CONFLICT:");
    }

    @Test
    void termsThatFallSilentAndNewOnesThatSpeakForNobodyAreTold() throws IOException {
        edit("groups/manufacturing/terms.csv", "MFG-003,ACME,prefix", "MFG-003,ACME,whole");
        edit("groups/utilities/terms.csv", "UTL-001,", "UTL-009,XYLOPHONE,words,Heuristic,,221,,,\nUTL-001,");

        assertThat(preview().silent())
                .extracting(s -> s.rule().id(), PreviewReport.Silent::spokeFor, PreviewReport.Silent::fresh)
                .contains(tuple("MFG-003", 2, false), tuple("UTL-009", 0, true), tuple("HLC-901", 0, false))
                .doesNotContain(tuple("UTL-001", 0, false));
    }

    @Test
    void pageHoldsEveryFlipAndNothingFromElsewhere() throws IOException {
        edit("groups/utilities/terms.csv", "UTL-001,", "UTL-009,HERRON,words,Rule-Based,<b>Bird</b>,221,,,\nUTL-001,");

        String page = ChangePage.of(preview());

        assertThat(page)
                .contains("Grey Herron Group", "Blue Herron Group", "&lt;b&gt;Bird", "<svg", "(+2)")
                .doesNotContain("<script", "http:", "https:", "<b>Bird");
    }

    @Test
    void otherNameTablesAreUsedForTheOtherRules() throws IOException {
        Files.writeString(
                draft.resolve("names/abbreviations.csv"), "Abbreviation,Full\nLANTERN,HOSPITAL\nPINES,HOTEL\n");

        Map<String, String> after = new TreeMap<>();
        preview()
                .flips()
                .forEach(flip -> after.put(flip.canonical(), flip.after().group()));

        assertThat(after).containsEntry("MISTY PINES", "Commercial Services");
    }
}
