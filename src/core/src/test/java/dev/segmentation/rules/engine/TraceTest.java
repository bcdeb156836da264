package dev.segmentation.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.rules.HumanDecision;
import dev.segmentation.rules.table.RuleFolder;
import dev.segmentation.rules.table.RulesCache;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {
    @TempDir
    static Path folder;

    private static RuleCatalog catalog;
    private static Classifier classifier;

    @BeforeAll
    static void load() {
        RuleFolder rules = new RuleFolder(folder.resolve("rules"));
        rules.terms(
                "utilities",
                "UTL-001,ELECTRICITY,words,Rule-Based,Electric Utility,2211,,,\nUTL-003,CITY OF,prefix,Heuristic,,,,,\n"
                        + "UTL-005,POWER,word end,Heuristic,,,,TOOL,\nUTL-006,HYDRO,word start,Heuristic,,,,,\n");
        catalog = RuleCatalog.load(rules.path(), new RulesCache(folder.resolve("cache"), "test"));
        classifier = catalog.newClassifier();
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    private static Trace trace(String name, HumanDecision... human) {
        return classifier.trace(List.of(catalog.parser().evidence(name)), List.of(human));
    }

    @Test
    void tellsWhatCountsAndWhyTheRestDoesNot() {
        assertThat(trace("HIGH SCHOOL ACADEMY OF DRIVING PTA").phrases())
                .extracting(Trace.SeenPhrase::id, Trace.SeenPhrase::objection)
                .contains(
                        tuple("PUB-002", ""),
                        tuple("PUB-001", "vetoed by DRIVING"),
                        tuple("PUB-003", "not at the end"),
                        tuple("PUB-004", "not the whole name"));
        assertThat(trace("MAPLE HIGH SCHOOL").phrases())
                .extracting(Trace.SeenPhrase::id, Trace.SeenPhrase::objection)
                .contains(tuple("PUB-001", "part of HIGH SCHOOL"));
        assertThat(trace("MAPLE CITY OF").phrases())
                .extracting(Trace.SeenPhrase::id, Trace.SeenPhrase::objection)
                .contains(tuple("UTL-003", "not at the beginning"));
    }

    @Test
    void namesFileAndRowOfWhatDecidesAndTheRunnerUp() {
        Trace trace = trace("CITY OF MAPLE HIGH SCHOOL");

        assertThat(trace.decision().ruleId()).isEqualTo("PUB-002");
        assertThat(trace.proposals().get(0).place()).isEqualTo("groups/schools/terms.csv:3");
        assertThat(trace.proposals().get(0).band()).isEqualTo("term (500)");
        assertThat(trace.proposals().get(1).id()).isEqualTo("UTL-003");
        assertThat(trace.proposals().get(1).band()).isEqualTo("heuristic (100)");
        assertThat(trace.fired()).extracting(Trace.SeenRule::id).containsExactly("TRM-001", "TRM-003", "UNK-001");
        assertThat(trace.fired().get(0).place()).startsWith("common/terms.drl:");
    }

    @Test
    void tellsWhatWasReadOtherwiseThanWritten() {
        Trace trace = trace("MAPLE ELECTRICTY INC");

        assertThat(trace.readAs()).containsExactly("\"MAPLE ELECTRICTY INC\" (ELECTRICTY read as ELECTRICITY)");
        assertThat(trace.decision().ruleId()).isEqualTo("UTL-001");
        assertThat(trace.decision().rationale())
                .isEqualTo("UTL-001: \"ELECTRICITY\" in \"MAPLE ELECTRICTY INC\" (ELECTRICTY read as ELECTRICITY).");
    }

    @Test
    void partsOfCoinedWordsCountAndKnownWordsAreNotTakenApart() {
        assertThat(trace("VENTUPOWER INC").decision().rationale())
                .isEqualTo("UTL-005: \"POWER\" ends a word in \"VENTUPOWER INC\".");
        assertThat(trace("HYDROVENT").decision().ruleId()).isEqualTo("UTL-006");
        assertThat(trace("HYDRO").decision().ruleId()).isEqualTo("UNK-001");
        assertThat(trace("POWERS").decision().ruleId()).isEqualTo("UNK-001");
        assertThat(trace("VENTUPOWER TOOLS").decision().ruleId()).isEqualTo("UNK-001");
        assertThat(trace("MANPOWER2").decision().ruleId()).isEqualTo("UNK-001");
    }

    @Test
    void slipsOutsideATermAreNotItsEvidence() {
        Trace trace = trace("MAPLE HIGH SCHOOL ELECTRICTY");

        assertThat(trace.proposals().get(0).why()).isEqualTo("\"HIGH SCHOOL\" in \"MAPLE HIGH SCHOOL ELECTRICTY\"");
    }

    @Test
    void decisionsOfPeopleStandFirst() {
        HumanDecision human = new HumanDecision(
                HumanDecision.Kind.MANUAL,
                Status.FINAL,
                new Classification(IndustrialGroup.UTILITIES, "", "", SupportCategory.NONE),
                null,
                "a row");
        Trace trace = trace("MAPLE HIGH SCHOOL", human);

        assertThat(trace.proposals())
                .extracting(Trace.SeenProposal::id)
                .startsWith("GOV-001", "PUB-002")
                .endsWith("UNK-001");
        assertThat(trace.decision())
                .isEqualTo(
                        classifier.classify(List.of(catalog.parser().evidence("MAPLE HIGH SCHOOL")), List.of(human)));
    }
}
