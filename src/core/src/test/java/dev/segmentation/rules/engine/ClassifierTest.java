package dev.segmentation.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Confidence;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.rules.HumanDecision;
import dev.segmentation.rules.table.RuleFolder;
import dev.segmentation.rules.table.RulesCache;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {
    @TempDir
    static Path folder;

    private static RuleCatalog catalog;
    private static Classifier classifier;

    @BeforeAll
    static void compileOnce() {
        catalog = RuleCatalog.load(
                new RuleFolder(folder.resolve("rules")).path(), new RulesCache(folder.resolve("cache"), "test"));
        classifier = catalog.newClassifier();
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    @AfterEach
    void sessionIsEmptyBetweenMasters() {
        assertThat(classifier.factCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "MAPLE SCHOOL, PUB-001",
        "MAPLE SCHOOLS, PUB-001",
        "MAPLE SCH, PUB-001",
        "MAPLE HIGH SCHOOL, PUB-002",
        "MAPLE DRIVING SCHOOL, UNK-001",
        "MAPLE SCHOOL OF FISHES, UNK-001",
        "MAPLE PRESCHOOL, UNK-001",
        "SCHOOL POWER, UTL-002",
        "MAPLE ACADEMY, PUB-003",
        "MAPLE ACADEMY INC, PUB-003",
        "ACADEMY SPORTS, UNK-001",
        "PTA, PUB-004",
        "PTA LLC, PUB-004",
        "MAPLE PTA, UNK-001",
        "CITY OF MAPLE, UTL-003",
        "THE CITY OF MAPLE, UTL-003",
        "MAPLE CITY OF, UNK-001",
        "OMEGA, ENT-001",
        "VERIZON WIRELESS, UTL-004",
        "ST ELECTRIC SCHOOL, PUB-901",
        "MAPLE LAW, PUB-903",
        "ACME, UNK-001"
    })
    void strongestAndLongestEvidenceDecides(String name, String ruleId) {
        assertThat(classify(name).ruleId()).isEqualTo(ruleId);
    }

    @Test
    void termCarriesItsWholeRowAndSaysWhy() {
        Decision decision = classify("Verizon Wireless C/O MAPLE SCHOOL");

        assertThat(decision.classification())
                .isEqualTo(new Classification(
                        IndustrialGroup.UTILITIES, "Telephone", "221", SupportCategory.TELECOMMUNICATIONS));
        assertThat(decision.method()).isEqualTo(Method.ENTITY_INFERENCE);
        assertThat(decision.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(decision.rationale()).isEqualTo("UTL-004: \"VERIZON\" in \"VERIZON WIRELESS\".");
        assertThat(decision.conflict()).isFalse();
        assertThat(decision.needsReview()).isFalse();
    }

    @Test
    void registerSaysWhereItsRowStands() {
        assertThat(classify("Omega").rationale())
                .isEqualTo("ENT-001: \"Omega\" is \"Omega\" in register (register.csv:3).");
    }

    @Test
    void groupsOfOneBandAreAConflictThatTheOrderOfGroupsDecides() {
        Decision decision = classify("MAPLE ELECTRIC SCHOOL");

        assertThat(decision.group()).isEqualTo(IndustrialGroup.PUBLIC_SCHOOLS);
        assertThat(decision.conflict()).isTrue();
        assertThat(decision.needsReview()).isTrue();
        assertThat(decision.rationale())
                .isEqualTo(
                        "CONFLICT: Public Schools (K–12) by PUB-001 (\"SCHOOL\" in \"MAPLE ELECTRIC SCHOOL\") against"
                                + " Utilities by UTL-001 (\"ELECTRIC\" in \"MAPLE ELECTRIC SCHOOL\").");
    }

    @Test
    void weakerBandOfAnotherGroupIsTheRunnerUp() {
        Decision decision = classify("ZETA ELECTRIC");

        assertThat(decision.group()).isEqualTo(IndustrialGroup.UTILITIES);
        assertThat(decision.conflict()).isFalse();
        assertThat(decision.runnerUp()).isEqualTo("Manufacturing");
        assertThat(decision.rationale())
                .isEqualTo("UTL-001: \"ELECTRIC\" in \"ZETA ELECTRIC\". Runner-up: Manufacturing by ENT-001"
                        + " (\"ZETA ELECTRIC\" is \"Zeta Electric Inc\" in register (register.csv:2)).");
    }

    @Test
    void exceptionBeatsTermsAndNamesTheWordsItSaw() {
        Decision decision = classify("ST ELECTRIC SCHOOL");

        assertThat(decision.rationale())
                .startsWith("PUB-901: A saint's electric school is a school (ST) in \"ST ELECTRIC SCHOOL\".");
        assertThat(decision.method()).isEqualTo(Method.RULE_BASED);
        assertThat(decision.classification().detail()).isEqualTo("Saint's School");
        assertThat(decision.runnerUp()).isEqualTo("Utilities");
    }

    @Test
    void everyNameOfAMasterIsEvidence() {
        assertThat(classify("ACME", "MAPLE HIGH SCHOOL").ruleId()).isEqualTo("PUB-002");
    }

    @Test
    void nothingKnownIsUnknownAndUnclassified() {
        Decision decision = classify("ACME");

        assertThat(decision.group()).isEqualTo(IndustrialGroup.UNKNOWN);
        assertThat(decision.method()).isEqualTo(Method.UNCLASSIFIED);
        assertThat(decision.confidence()).isEqualTo(Confidence.LOW);
        assertThat(decision.needsReview()).isTrue();
        assertThat(decision.runnerUp()).isEmpty();
    }

    @Test
    void manualRowOutranksBatchAndBatchOutranksRules() {
        HumanDecision manual = human(HumanDecision.Kind.MANUAL, Status.FINAL, IndustrialGroup.CONSTRUCTION);
        HumanDecision batch = human(HumanDecision.Kind.BATCH, Status.DRAFT, IndustrialGroup.MANUFACTURING);

        Decision both = classify(List.of(batch, manual), "ST ELECTRIC SCHOOL");
        Decision alone = classify(List.of(batch), "ST ELECTRIC SCHOOL");

        assertThat(both.group()).isEqualTo(IndustrialGroup.CONSTRUCTION);
        assertThat(both.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(both.ruleId()).isEqualTo("GOV-001");
        assertThat(both.runnerUp()).isEqualTo("Manufacturing");
        assertThat(both.byPeople()).isTrue();
        assertThat(alone.group()).isEqualTo(IndustrialGroup.MANUFACTURING);
        assertThat(alone.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(alone.ruleId()).isEqualTo("GOV-003");
        assertThat(alone.runnerUp()).isEqualTo("Public Schools (K–12)");
    }

    @Test
    void rowAboutTheMasterOutranksRowsAboutItsKeys() {
        Decision decision = classify(
                List.of(
                        human(HumanDecision.Kind.KEY, Status.FINAL, IndustrialGroup.PUBLIC_SCHOOLS),
                        human(HumanDecision.Kind.MANUAL, Status.FINAL, IndustrialGroup.INDIVIDUAL)),
                "ACME");

        assertThat(decision.group()).isEqualTo(IndustrialGroup.INDIVIDUAL);
        assertThat(decision.conflict()).isFalse();
        assertThat(decision.runnerUp()).isEqualTo("Public Schools (K–12)");
    }

    @Test
    void keysOfOneMasterThatDifferAreAConflict() {
        Decision decision = classify(
                List.of(
                        human(HumanDecision.Kind.KEY, Status.FINAL, IndustrialGroup.UTILITIES),
                        human(HumanDecision.Kind.KEY, Status.FINAL, IndustrialGroup.PUBLIC_SCHOOLS)),
                "ACME");

        assertThat(decision.conflict()).isTrue();
        assertThat(decision.rationale())
                .startsWith("CONFLICT: Public Schools (K–12) by GOV-002 (KEY row) against Utilities");
    }

    @Test
    void queuedRowCountsOnlyWhereNoRuleDecides() {
        HumanDecision queued = human(HumanDecision.Kind.MANUAL, Status.QUEUED, IndustrialGroup.CONSTRUCTION);

        Decision decided = classify(List.of(queued), "MAPLE SCHOOL");
        Decision undecided = classify(List.of(queued), "ACME");

        assertThat(decided.ruleId()).isEqualTo("PUB-001");
        assertThat(undecided.group()).isEqualTo(IndustrialGroup.CONSTRUCTION);
        assertThat(undecided.status()).isEqualTo(Status.QUEUED);
        assertThat(undecided.confidence()).isEqualTo(Confidence.LOW);
        assertThat(undecided.needsReview()).isTrue();
    }

    @Test
    void queuedManualRowOutranksAQueuedBatchRow() {
        Decision decision = classify(
                List.of(
                        human(HumanDecision.Kind.BATCH, Status.QUEUED, IndustrialGroup.PUBLIC_SCHOOLS),
                        human(HumanDecision.Kind.MANUAL, Status.QUEUED, IndustrialGroup.INDIVIDUAL)),
                "ACME");

        assertThat(decision.group()).isEqualTo(IndustrialGroup.INDIVIDUAL);
    }

    @Test
    void missingDetailIsFilledFromTheSameGroupOnly() {
        HumanDecision school = human(HumanDecision.Kind.MANUAL, Status.FINAL, IndustrialGroup.PUBLIC_SCHOOLS);

        assertThat(classify(List.of(school), "MAPLE HIGH SCHOOL").classification())
                .isEqualTo(new Classification(
                        IndustrialGroup.PUBLIC_SCHOOLS, "High School", "611110", SupportCategory.NONE));
        assertThat(classify(List.of(school), "MAPLE ELECTRIC").classification())
                .isEqualTo(new Classification(IndustrialGroup.PUBLIC_SCHOOLS, "", "6111", SupportCategory.NONE));
    }

    @Test
    void formerMasterLeavesNoTraceInTheNextDecision() {
        Decision alone = classify("ACME");
        classify(List.of(human(HumanDecision.Kind.MANUAL, Status.FINAL, IndustrialGroup.CONSTRUCTION)), "MAPLE LAW");

        assertThat(classify("ACME")).isEqualTo(alone);
        assertThat(classifier.fired()).containsExactly("UNK-001");
    }

    private static Decision classify(String... names) {
        return classify(List.of(), names);
    }

    private static Decision classify(List<HumanDecision> human, String... names) {
        return classifier.classify(
                Arrays.stream(names).map(catalog.parser()::evidence).toList(), human);
    }

    private static HumanDecision human(HumanDecision.Kind kind, Status status, IndustrialGroup group) {
        Classification classification = new Classification(group, "", "", SupportCategory.NONE);
        return new HumanDecision(kind, status, classification, null, kind + " row");
    }
}
