package dev.segmentation.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.run.TestRun;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
    @TempDir
    private Path temp;

    private Path input;

    @BeforeEach
    void makeInput() throws IOException {
        input = Files.createDirectories(temp.resolve("input"));
        Folders.write(
                input.resolve(RunSettings.CUSTOMER_FILE),
                List.of(
                        "Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)",
                        "K1,,NORTHWIND SQUARE PARTNERS 2,GP,2026-01-01",
                        "K2,,Northwind Square Partners 3,GP,2026-01-01",
                        "K3,,BOLT FORGE,GP,2026-01-01"));
    }

    @Test
    void showsTheVetoThatKeepsANameApart() {
        assertThat(explain("K1").reasons().vetoed()).singleElement().satisfies(vetoed -> {
            assertThat(vetoed.canonical()).isEqualTo("NORTHWIND SQUARE PARTNERS 3");
            assertThat(vetoed.why())
                    .isEqualTo("NORTHWIND SQUARE PARTNERS 2 and NORTHWIND SQUARE PARTNERS 3: their numbers differ.");
        });
        assertThat(explain("K3").reasons().vetoed()).isEmpty();
    }

    @Test
    void showsWhatPeopleSaidOfItsNames() {
        Folders.write(
                input.resolve("MasterMergeOverrides.csv"),
                List.of(
                        "Alias Canonical,Master Canonical,Judgement,Owner,Date,Reason",
                        "Bolt Forge,Northwind Square Partners 2,never,Ann,2026-01-01,two owners"));

        String verdict =
                "MasterMergeOverrides.csv:2 says that Bolt Forge and Northwind Square Partners 2 are two companies,"
                        + " decided by Ann: two owners.";
        assertThat(explain("BOLT FORGE").reasons().verdicts()).containsExactly(verdict);
        assertThat(explain("K1").reasons().verdicts()).containsExactly(verdict);
        assertThat(explain("K2").reasons().verdicts()).isEmpty();
    }

    @Test
    void saysWhichVerdictTheRunDidNotFollow() {
        Folders.write(
                input.resolve("MasterMergeOverrides.csv"),
                List.of(
                        "Alias Canonical,Master Canonical,Judgement",
                        "Bolt Forge,Northwind Square Partners 2,merge",
                        "Northwind Square Partners 2,Northwind Square Partners 3,merge",
                        "Bolt Forge,Northwind Square Partners 3,never"));

        for (String key : List.of("K2", "K3")) {
            assertThat(explain(key).reasons().verdicts())
                    .filteredOn(verdict -> verdict.endsWith("The last run did not do so; its notes say why."))
                    .singleElement()
                    .asString()
                    .startsWith("MasterMergeOverrides.csv:3");
        }
    }

    @Test
    void aMasterThatIsNotClassifiedYetHasItsMembers() {
        Explanation explanation = explain("K2", RunScope.DEDUPE);

        assertThat(explanation.known()).isTrue();
        assertThat(explanation.reasons().members())
                .extracting(Explanation.Member::key)
                .containsExactly("K2");
        assertThat(explanation.rationale())
                .endsWith("(Not classified yet; by the present rules. Run `segmenter classify`.)");
    }

    private Explanation explain(String name) {
        return explain(name, RunScope.ALL);
    }

    private Explanation explain(String name, RunScope scope) {
        Path output = temp.resolve("output");
        TestRun run = new TestRun(input, output);
        run.execute(scope);
        RuleCatalog catalog = RuleCatalog.load(Golden.RULES, TestRun.CACHE);
        return new Explain(run.settings(), catalog).explain(name).get(0);
    }
}
