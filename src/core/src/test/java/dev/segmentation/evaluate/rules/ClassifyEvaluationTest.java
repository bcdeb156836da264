package dev.segmentation.evaluate.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.run.TestRun;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableException;
import dev.segmentation.testkit.Folders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyEvaluationTest {
    private static RuleCatalog catalog;

    @TempDir
    private Path temp;

    @BeforeAll
    static void load() {
        catalog = RuleCatalog.load(Path.of("rules"), TestRun.CACHE);
    }

    private ClassifyReport evaluate(String... rows) {
        Path truth = Folders.write(temp.resolve("truth.csv"), List.of(rows));
        return new ClassifyEvaluation(catalog, false, Progress.NONE).execute(truth, StandardCharsets.UTF_8);
    }

    @Test
    void countsWhatIsPlacedAndWhatIsRight() {
        ClassifyReport report = evaluate(
                "Name,Expected Group",
                "SPRINGFIELD BAPTIST CHURCH,Non-Profit / Religious",
                "WESTERN HIGH SCHOOL,Public Schools (K-12)",
                "WESTERN FOUNDRY LLC,Utilities",
                "QXZ LLC,Manufacturing");

        assertThat(report.overall()).isEqualTo(new ClassifyReport.Score(4, 3, 2));
        assertThat(report.overall().coverage()).isEqualTo(0.75);
        assertThat(report.overall().precision()).isEqualTo(2 / 3.0);
        assertThat(report.byExpected().get(IndustrialGroup.UTILITIES)).isEqualTo(new ClassifyReport.Score(1, 1, 0));
        assertThat(report.byGroup().get(IndustrialGroup.UNKNOWN)).isEqualTo(new ClassifyReport.Score(1, 0, 0));
        assertThat(report.confused(IndustrialGroup.UTILITIES, IndustrialGroup.MANUFACTURING))
                .isEqualTo(1);
        assertThat(report.worstRules(10)).singleElement().satisfies(rule -> {
            assertThat(rule.ruleId()).startsWith("MFG-");
            assertThat(rule.example()).isEqualTo("WESTERN FOUNDRY LLC (Utilities)");
        });
    }

    @Test
    void rowsThatLabelNothingAreReported() {
        ClassifyReport report = evaluate(
                "Name,ExpectedGroup",
                "SPRINGFIELD BAPTIST CHURCH,Non-Profit / Religious",
                ",Utilities",
                "ACME,Widgets");

        assertThat(report.names()).hasSize(1);
        assertThat(report.rejected())
                .extracting(error -> error.line() + " " + error.column() + " " + error.problem())
                .containsExactly("3 Name no name", "4 Expected Group no industrial group");
        assertThatThrownBy(() -> evaluate("Name,Expected Group", "ACME,Widgets"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("none of its 1 rows");
    }

    @Test
    void thePageShowsForeignNamesAsText() {
        ClassifyReport report = evaluate("Name,Expected Group", "<script>X</script> FOUNDRY,Utilities");

        List<Path> files = ClassifyEvaluation.write(report, temp.resolve("out"), CsvProfile.PLAIN);
        String page = String.join("\n", Folders.lines(files.get(1)));
        assertThat(page).contains("&lt;script&gt;X&lt;/script&gt; FOUNDRY").doesNotContain("<script");
        assertThat(Folders.lines(files.get(0))).hasSize(2);
        assertThat(Folders.lines(files.get(0)).get(1)).contains("FOUNDRY,Utilities,Manufacturing,FALSE");
    }

    @Test
    void knownOrganisationsCountUnlessLeftOut() {
        assertThat(catalog.withoutKnownOrganisations().summary()).contains(" 0 known organisations");
        assertThat(catalog.summary()).doesNotContain(" 0 known organisations");
    }
}
