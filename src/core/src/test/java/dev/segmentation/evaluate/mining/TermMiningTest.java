package dev.segmentation.evaluate.mining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.compare.PreviewReport;
import dev.segmentation.compare.RulePreview;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a suggested row, against a preview of rules in which it stands. */
class TermMiningTest {

    @TempDir
    private Path temp;

    private TestRun run(Path rules) {
        Path input = temp.resolve("input");
        Folders.copy(Path.of("input"), input);
        TestRun run = new TestRun(input, temp.resolve("output")).rules(rules);
        run.execute(RunScope.ALL);
        return run;
    }

    private static List<TermSuggestion> suggest(MasterBase base, RuleCatalog rules, Path folder) {
        return new TermMining(base, rules, folder, 2, Progress.NONE).suggest(1, 0.5, 6);
    }

    /** The small rules know little, so that the list that is shipped has something to teach them. */
    @Test
    void rowsDoInAPreviewWhatTheirSuggestionSays() throws IOException {
        TestRun run = run(Golden.RULES);
        Files.writeString(
                temp.resolve("input/MasterSegmentationOverrides.csv"),
                "Master Customer Name Canonical,Industrial Group\n" + decisions());
        RuleCatalog now = RuleCatalog.load(Golden.RULES, TestRun.CACHE);
        MasterBase base = MasterBase.load(run.settings(), now.parser(), note -> {});

        List<TermSuggestion> rows = suggest(base, now, Golden.RULES);

        assertThat(rows).hasSizeGreaterThan(3);
        int placed = 0;
        for (TermSuggestion row : rows) {
            List<PreviewReport.Flip> flips = flips(base, now, row);
            assertThat(flips.stream()
                            .filter(flip -> flip.before().group().equals(IndustrialGroup.UNKNOWN.label()))
                            .map(PreviewReport.Flip::master)
                            .limit(10))
                    .as(row.term())
                    .containsExactlyInAnyOrderElementsOf(row.places().names());
            placed += row.places().count();
        }
        assertThat(placed).isGreaterThan(10);
    }

    /** Every third name that says CONSTRUCTION, CHURCH or CLINIC, as a person would decide it. */
    private String decisions() {
        StringBuilder rows = new StringBuilder();
        int count = 0;
        for (String line : Folders.lines(temp.resolve("output/MasterCustomerSegmentation.csv"))) {
            String canonical = line.split(",")[1];
            boolean trade = canonical.matches(".*\\b(CONSTRUCTION|CHURCH|CLINIC|LOGISTICS|CAPITAL)\\b.*");
            if (trade && !canonical.contains("\"") && count++ % 3 == 0) {
                rows.append(canonical).append(',').append(group(canonical)).append('\n');
            }
        }
        return rows.toString();
    }

    private static String group(String canonical) {
        return canonical.contains("CONSTRUCTION")
                ? "Construction"
                : canonical.contains("CHURCH")
                        ? "Non-Profit / Religious"
                        : canonical.contains("CLINIC")
                                ? "Healthcare / Senior Living"
                                : canonical.contains("CAPITAL") ? "Financial Services" : "Commercial Services";
    }

    private List<PreviewReport.Flip> flips(MasterBase base, RuleCatalog now, TermSuggestion row) throws IOException {
        Path draft = Files.createTempDirectory(temp, "draft").resolve("rules");
        Folders.copy(Golden.RULES, draft);
        Path table = draft.resolve(row.table());
        String header = "Id,Term,Match,Method,Industry Detail,NAICS,Support Category,Unless,Note\n";
        Files.createDirectories(table.getParent());
        String former = Files.exists(table) ? Files.readString(table) : header;
        Files.writeString(table, former + row.row() + "\n");
        RuleCatalog then = RuleCatalog.load(draft, TestRun.CACHE, now);
        return new RulePreview(base, 2, Progress.NONE)
                .compare(now, then, new ArrayList<>())
                .flips();
    }

    @Test
    void whatIsShippedTeachesItsRulesNothingThatTheyGetWrong() {
        Path rules = Path.of("rules");
        TestRun run = run(rules);
        RuleCatalog now = RuleCatalog.load(rules, TestRun.CACHE);
        MasterBase base = MasterBase.load(run.settings(), now.parser(), note -> {});

        List<TermSuggestion> rows = new TermMining(base, now, rules, 2, Progress.NONE).suggest(2, 0.8, 20);

        assertThat(rows).allSatisfy(row -> {
            assertThat(row.support()).isGreaterThanOrEqualTo(2);
            assertThat(row.mistakes().count()).isLessThanOrEqualTo(row.known() - row.right());
            assertThat(row.places().count() + row.learns().count()).isPositive();
        });
    }
}
