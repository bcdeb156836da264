package dev.segmentation.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.segmentation.rules.engine.RulePlace;
import dev.segmentation.rules.table.Finding;
import dev.segmentation.rules.table.RuleFolder;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.rules.table.RulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCheckTest {
    private static final String GOVERNANCE_CASES =
            """
            Name,Expected Group,Expected Detail,Decision Kind,Decision Group,Decision Status,Note
            ACME,Construction,,manual,Construction,,
            ACME,Construction,,key,Construction,,
            ACME,Construction,,batch,Construction,Draft,
            ACME,Construction,,batch,Construction,Queued,
            ACME,Unknown / Needs Review,,,,,
            OMEGA,Construction,Builder,,,,
            """;
    private static final String CASES =
            """
            Name,Expected Group,Expected Detail,Note
            MAPLE HIGH SCHOOL,Public Schools (K–12),High School,
            MAPLE ACADEMY,Public Schools (K–12),,
            VERIZON,Utilities,,
            ST ELECTRIC SCHOOL,Public Schools (K–12),Saint's School,
            MAPLE LAW,Financial Services,Law,
            """;

    @TempDir
    static Path cache;

    @TempDir
    Path folder;

    @Test
    void shippedRulesPass() {
        RuleCheck.Result result = new RuleCheck(Path.of("rules"), new RulesCache(cache.resolve("c"), "test")).run();

        assertThat(result.errors()).isEmpty();
        assertThat(result.terms()).isGreaterThan(1000);
        assertThat(result.cases()).isGreaterThan(1000);
    }

    @Test
    void soundFolderPasses() {
        RuleCheck.Result result = check(sound());

        assertThat(result.errors()).isEmpty();
        assertThat(result.passed()).isTrue();
        assertThat(result.rules()).isEqualTo(12);
        assertThat(result.terms()).isEqualTo(8);
        assertThat(result.cases()).isEqualTo(11);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.idle().withoutCase()).hasSize(5);
        assertThat(result.summary()).isEqualTo("12 rules, 8 terms, 2 known organisations");
    }

    @Test
    void faultsAreNamedWithTheirPlace() {
        RuleFolder rules = sound();
        rules.write(
                "groups/schools/cases.csv",
                CASES.replace("MAPLE LAW,Financial Services,Law", "MAPLE SCHOOL,Utilities,")
                        + "MAPLE SCHOOL,Public Schools (K–12),Barn,\nX,Gardening,,\n");
        rules.terms(
                "utilities",
                "PUB-001,GAS,words,Rule-Based,,,,,\nUTL-1,OIL,words,Rule-Based,,,,,\n"
                        + "UTL-004,VERIZON,words,Rule-Based,,,,,\nUTL-004,COAL,words,Entity Inference,,,,,\n");

        assertThat(check(rules).errors())
                .extracting(Finding::toString)
                .containsExactly(
                        "common/terms.drl:17: rule TRM-002 fires in no case. Add one to the cases.csv beside it.",
                        "groups/schools/cases.csv:6, column Expected Group: \"MAPLE SCHOOL\" came out as Public Schools"
                                + " (K–12) (PUB-001: \"SCHOOL\" in \"MAPLE SCHOOL\".) (Utilities). Mend the rule or the"
                                + " case.",
                        "groups/schools/cases.csv:6, column Expected Group: the case in groups/schools/cases.csv:7 expects"
                                + " another (Utilities). Delete one of the two.",
                        "groups/schools/cases.csv:7, column Expected Detail: \"MAPLE SCHOOL\" came out with the detail \"School\""
                                + " by PUB-001 (Barn). Mend the rule or the case.",
                        "groups/schools/cases.csv:7, column Expected Group: the case in groups/schools/cases.csv:6 expects"
                                + " another (Public Schools (K–12)). Delete one of the two.",
                        "groups/schools/cases.csv:8, column Expected Group: not in the locked list (Gardening)."
                                + " Use a name of the locked list.",
                        "groups/schools/rules.drl:14: rule PUB-902 fires in no case. Add one to the cases.csv beside it.",
                        "groups/schools/rules.drl:22: rule PUB-903 fires in no case. Add one to the cases.csv beside it.",
                        "groups/utilities/terms.csv:2, column Id: it is no id of this group (PUB-001). Write UTL- and"
                                + " three or four digits.",
                        "groups/utilities/terms.csv:2, column Id: it is taken by groups/schools/terms.csv:2 (PUB-001)."
                                + " Give each row its own id.",
                        "groups/utilities/terms.csv:3, column Id: it is no id of this group (UTL-1). Write UTL- and"
                                + " three or four digits.",
                        "groups/utilities/terms.csv:5, column Id: it is taken by groups/utilities/terms.csv:4 (UTL-004)."
                                + " Give each row its own id.");
    }

    @Test
    void folderThatDoesNotLoadIsOneResultNotAFault() {
        RuleFolder rules = sound();
        rules.terms("utilities", "UTL-001,--,words,Rule-Based,,,,,\n");
        assertThat(check(rules).errors())
                .singleElement()
                .asString()
                .startsWith("groups/utilities/terms.csv:2, column Term");

        rules.write("groups.csv", "Group\n");
        assertThat(check(rules).errors()).singleElement().asString().contains("groups.csv:1", "it lacks the column");
    }

    @Test
    void termsThatNoNameOfTheBaseHoldsAreNamed() {
        RuleCheck.Result result = new RuleCheck(sound().path(), cache())
                .run(List.of("MAPLE HIGH SCHOOL", "Verizon Inc", "CITY OF MAPLE"));

        assertThat(result.warnings()).isEmpty();
        assertThat(result.idle().base()).isEqualTo(3);
        assertThat(result.idle().notInBase())
                .extracting(RulePlace::file, RulePlace::row, RulePlace::text)
                .containsExactly(
                        tuple("groups/schools/terms.csv", 2L, "SCHOOL"),
                        tuple("groups/schools/terms.csv", 4L, "ACADEMY"),
                        tuple("groups/schools/terms.csv", 5L, "PTA"),
                        tuple("groups/utilities/terms.csv", 2L, "ELECTRIC"),
                        tuple("groups/utilities/terms.csv", 3L, "SCHOOL POWER"));
    }

    @Test
    void partOfAWordIsNotShadowedByTheWord() {
        RuleFolder rules = sound();
        rules.terms(
                "schools",
                "PUB-001,SCHOOL,words,Rule-Based,School,,,,\nPUB-002,SCHOOL,word end,Heuristic,School,,,,\n");

        assertThat(check(rules).warnings()).extracting(Finding::check).doesNotContain("shadowed-term");
    }

    @Test
    void folderThatIsNotThereIsAWrongCall() {
        assertThatThrownBy(() -> new RuleCheck(folder.resolve("none"), cache()).run())
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("there is no such folder");
    }

    @Test
    void workbookIsReadAgainOnlyWhenItChanges() throws IOException {
        RuleFolder rules = sound();
        Path workbook = rules.path().resolve("groups/utilities/terms.xlsx");
        Workbooks.write(workbook, "More", "Id,Term,Match,Method\nUTL-005,GAS,words,Rule-Based");
        assertThat(check(rules).terms()).isEqualTo(9);
        assertThat(kept()).hasSize(1);
        assertThat(check(rules).terms()).isEqualTo(9);
        assertThat(kept()).hasSize(1);
        Workbooks.edit(workbook, book -> Workbooks.put(book, "A3", "UTL-006"));
        Workbooks.edit(workbook, book -> Workbooks.put(book, "B3", "OIL"));
        Workbooks.edit(workbook, book -> Workbooks.put(book, "D3", "Heuristic"));
        assertThat(check(rules).terms()).isEqualTo(10);
        assertThat(kept()).hasSize(2);
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("c"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("workbook-"))
                    .toList();
        }
    }

    private static RulesCache cache() {
        return new RulesCache(cache.resolve("c"), "test");
    }

    private RuleFolder sound() {
        return new RuleFolder(folder.resolve("rules"))
                .write("groups/schools/cases.csv", CASES)
                .write("governance/cases.csv", GOVERNANCE_CASES);
    }

    private static RuleCheck.Result check(RuleFolder rules) {
        return new RuleCheck(rules.path(), cache()).run();
    }
}
