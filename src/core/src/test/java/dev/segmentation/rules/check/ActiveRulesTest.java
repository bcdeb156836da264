package dev.segmentation.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Decision;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.Verdict;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.RuleChange;
import dev.segmentation.rules.engine.RulePlace;
import dev.segmentation.rules.table.BreakOut;
import dev.segmentation.rules.table.RuleFolder;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.testkit.Soak;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActiveRulesTest {
    private static final String DRL = "groups/schools/rules.drl";
    private static final String SOUND_CASES =
            """
            Name,Expected Group,Expected Detail,Decision Kind,Decision Group,Decision Status,Note
            ACME,Construction,,manual,Construction,,
            ACME,Construction,,key,Construction,,
            ACME,Construction,,batch,Construction,Draft,
            ACME,Construction,,batch,Construction,Queued,
            ACME,Unknown / Needs Review,,,,,
            OMEGA,Construction,Builder,,,,
            MAPLE HIGH SCHOOL,Public Schools (K–12),High School,,,,
            MAPLE ACADEMY,Public Schools (K–12),,,,,
            VERIZON,Utilities,,,,,
            ST ELECTRIC SCHOOL,Public Schools (K–12),Saint's School,,,,
            MAPLE LAW,Financial Services,Law,,,,
            """;

    @TempDir
    Path folder;

    private RuleFolder rules;
    private ActiveRules active;

    @BeforeEach
    void load() {
        rules = new RuleFolder(folder.resolve("rules")).write("governance/cases.csv", SOUND_CASES);
        active = ActiveRules.load(rules.path(), new RulesCache(folder.resolve("cache"), "test"));
    }

    @Test
    void editOfATermTableTakesEffectWithoutCompiling() {
        assertThat(decide("MAPLE GASWORKS").ruleId()).isEqualTo("UNK-001");
        rules.write("groups/utilities/terms.csv", rules.read("groups/utilities/terms.csv") + gasworks());
        RuleCatalog former = active.current();

        RuleCheck.Result reload = active.reload();

        assertThat(reload.errors()).isEmpty();
        assertThat(reload.passed()).isTrue();
        assertThat(decide("MAPLE GASWORKS").ruleId()).isEqualTo("UTL-005");
        assertThat(active.current().rules()).isSameAs(former.rules());
    }

    /** A row at the top pushes all others down; it concerns the names with its words alone. */
    @Test
    void termsConcernTheNamesWithTheirWords() {
        RuleCatalog former = active.current();
        Map<String, Verdict> verdicts = new HashMap<>();
        try (Classifier classifier = former.newClassifier()) {
            for (String name : List.of("MAPLE GASWORKS", "ST ELECTRIC SCHOOL", "MAPLE LAW", "PTA")) {
                verdicts.put(name, classifier.verdict(List.of(former.parser().evidence(name)), List.of(), null));
            }
        }
        String terms = "groups/utilities/terms.csv";
        rules.write(terms, rules.read(terms).replaceFirst("\n", "\nUTL-006,GASWORKS,words,Rule-Based,Gas,2212,,,\n"));
        rules.write(
                "common/concepts.csv", rules.read("common/concepts.csv").replaceFirst("\n", "\nsaint,SANKT,words,\n"));
        active.reload();

        RuleChange change = active.current().since(former);

        assertThat(active.current()).isNotSameAs(former);
        assertThat(verdicts.keySet())
                .filteredOn(name -> change.doesNotAffect(verdicts.get(name)))
                .hasSize(3);
        assertThat(change.doesNotAffect(verdicts.get("MAPLE GASWORKS"))).isFalse();
    }

    @Test
    void brokenRulesLeaveTheFormerOnesInUseAndSayWhy() {
        RuleCatalog former = active.current();
        rules.write(DRL, rules.read(DRL).replace("master.has(", "master.hasnt("));
        RuleCheck.Result broken = active.reload();
        assertThat(broken.passed()).isFalse();
        assertThat(broken.errors()).anyMatch(e -> e.file().equals(DRL));
        assertThat(active.current()).isSameAs(former);
        assertThat(decide("ST ELECTRIC SCHOOL").ruleId()).isEqualTo("PUB-901");
    }

    @Test
    void rulesWhoseCasesFailAreNotPublished() {
        RuleCatalog former = active.current();
        rules.write("groups/schools/cases.csv", "Name,Expected Group\nMAPLE SCHOOL,Utilities\n");

        RuleCheck.Result failed = active.reload();

        assertThat(failed.passed()).isFalse();
        assertThat(failed.errors()).singleElement().satisfies(e -> assertThat(e.check())
                .isEqualTo("case"));
        assertThat(active.current()).isSameAs(former);
    }

    /** The code that Drools makes of a table stays the same when a note pushes its rules down, their rows do not. */
    @Test
    void rowsOfADroolsTableAreThoseOfItsLastEdit() {
        String table = "groups/schools/more.drl.csv";
        List<List<String>> cells = new ArrayList<>(BreakOut.table());
        cells.add(3, List.of("Notes", "more"));
        rules.write(table, BreakOut.csv(cells).replace("PUB-960", "PUB-961"));
        rules.write(
                "groups/schools/cases.csv",
                "Name,Expected Group,Expected Detail\nMAPLE LAW,Public Schools (K–12),Law\n");
        rules.write("governance/cases.csv", SOUND_CASES.replaceFirst("MAPLE LAW,.*\n", ""));
        RuleCheck.Result before = active.reload();
        long row = row("PUB-961");
        RuleCatalog former = active.current();

        cells.add(3, List.of("Notes", "still more"));
        rules.write(table, BreakOut.csv(cells).replace("PUB-960", "PUB-961"));
        RuleCheck.Result after = active.reload();

        assertThat(List.of(before.errors(), after.errors())).containsOnly(List.of());
        assertThat(row("PUB-961")).isEqualTo(row + 1);
        assertThat(active.current().hasSameRules(former)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'has( \"ACME\" )', '\"Util\" + \"ity\"', proposes the industrial group (Utility)",
        "has( null ), '\"Utilities\"', has( null )"
    })
    void ruleThatFailsWhileItFiresIsAFindingAndIsNotPublished(String asked, String group, String problem) {
        RuleCatalog former = active.current();
        rules.write(
                "groups/utilities/fails.drl",
                """
                package rules.groups.utilities;
                import dev.segmentation.rules.Master;
                rule "UTL-951 A rule"
                    salience 1000
                when
                    $m : Master( %s )
                then
                    $m.propose(%s, "", "", "");
                end
                """
                        .formatted(asked, group));

        RuleCheck.Result reload = active.reload();

        assertThat(reload.passed()).isFalse();
        assertThat(active.current()).isSameAs(former);
        assertThat(reload.errors())
                .filteredOn(error -> error.check().equals("rule-fault"))
                .singleElement()
                .asString()
                .startsWith("groups/utilities/fails.drl:3: it fails while it fires: ")
                .contains(problem);
    }

    private long row(String id) {
        return active.current().places().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow()
                .row();
    }

    @Test
    void workInProgressFinishesByTheRulesItBeganWith() {
        try (Classifier begun = active.current().newClassifier()) {
            rules.write("groups/utilities/terms.csv", rules.read("groups/utilities/terms.csv") + gasworks());
            assertThat(active.reload().passed()).isTrue();

            NameEvidence name = active.current().parser().evidence("MAPLE GASWORKS");
            assertThat(begun.classify(List.of(name), List.of()).ruleId()).isEqualTo("UNK-001");
        }
    }

    /** Each reload compiles another DRL; what the former ones loaded must go, or a service dies after some months. */
    @Test
    void formerRulesAreReleasedWhileNamesAreClassifiedAllTheTime() throws Exception {
        int reloads = Soak.on() ? 200 : 24;
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Future<Integer> work = pool.submit(() -> {
            int decided = 0;
            while (!done.get()) {
                assertThat(decide("ST ELECTRIC SCHOOL").ruleId()).isEqualTo("PUB-901");
                decided++;
            }
            return decided;
        });
        String drl = rules.read(DRL);
        List<Long> metaspace = new ArrayList<>();
        for (int i = 0; i < reloads; i++) {
            rules.write(DRL, drl.replace("A saint's electric school", "Edit " + i + " of a saint's electric school"));
            RuleCheck.Result reload = active.reload();
            assertThat(reload.errors()).isEmpty();
            assertThat(active.current().places())
                    .extracting(RulePlace::text)
                    .contains("Edit " + i + " of a saint's electric school is a school");
            if (i % (reloads / 8) == 0) {
                metaspace.add(metaspace());
            }
        }
        done.set(true);
        assertThat(work.get()).isPositive();
        pool.shutdown();
        long warm = metaspace.get(2);
        long end = metaspace.get(metaspace.size() - 1);
        assertThat(end - warm).as("metaspace %s", metaspace).isLessThan(4L << 20);
    }

    private static long metaspace() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .findFirst()
                .orElseThrow()
                .getUsed();
    }

    private Decision decide(String name) {
        RuleCatalog catalog = active.current();
        try (Classifier classifier = catalog.newClassifier()) {
            return classifier.classify(List.of(catalog.parser().evidence(name)), List.of());
        }
    }

    private static String gasworks() {
        return "UTL-005,GASWORKS,words,Rule-Based,Gas Utility,2212,,,\n";
    }
}
