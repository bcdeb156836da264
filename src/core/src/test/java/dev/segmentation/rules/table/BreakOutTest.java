package dev.segmentation.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.segmentation.rules.Canary;
import dev.segmentation.rules.Concept;
import dev.segmentation.rules.Master;
import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** Nothing that stands in a rules folder runs code, whatever the corpus tries; and the corpus can do harm without the guard. */
public class BreakOutTest {
    private static final List<String> NAMES =
            List.of("MAPLE LAW", "ACME", "ST ELECTRIC SCHOOL", "VERIZON", "OMEGA", "PAYLOAD LAW", "X");

    @TempDir
    static Path cache;

    @TempDir
    static Path sound;

    private static RuleCatalog catalog;

    @TempDir
    Path folder;

    @BeforeAll
    static void loadSoundRules() {
        catalog = RuleCatalog.load(
                new RuleFolder(sound.resolve("rules")).path(), new RulesCache(cache.resolve("c"), "test"));
    }

    @BeforeEach
    @AfterEach
    void nothingIsTouched() {
        Canary.reset();
    }

    static Stream<BreakOut> code() {
        return BreakOut.code();
    }

    static Stream<BreakOut> controls() {
        return BreakOut.code().filter(BreakOut::control);
    }

    @Test
    void corpusIsLarge() {
        assertThat(BreakOut.code().filter(attempt -> !attempt.isTable()).count())
                .isGreaterThan(120);
        assertThat(BreakOut.code().filter(BreakOut::isTable).count()).isGreaterThan(50);
        assertThat(controls().count()).isGreaterThan(20);
        assertThat(BreakOut.data().count()).isGreaterThan(10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("code")
    void codeIsRefusedWithFileAndLineAndDoesNotRun(BreakOut attempt) {
        RuleFolder rules = new RuleFolder(folder.resolve("rules")).write(attempt.file(), attempt.text());

        Throwable thrown = catchThrowable(() -> loadAndClassify(rules, NAMES));

        assertThat(Canary.isTouched()).isFalse();
        assertThat(thrown).isInstanceOf(RulesException.class);
        assertThat(((RulesException) thrown).findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(attempt.file());
            assertThat(finding.row()).isPositive();
            assertThat(finding.check()).isIn("code", "drools-table");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("controls")
    void withoutTheGuardItRuns(BreakOut attempt) {
        String drl = attempt.text();
        if (attempt.isTable()) {
            drl = new SpreadsheetCompiler()
                    .compile(new ByteArrayInputStream(drl.getBytes(StandardCharsets.UTF_8)), InputType.CSV);
        }
        runUnguarded(drl);

        assertThat(Canary.isTouched()).as("canary of %s", drl).isTrue();
    }

    @Test
    void soundTableOfTheCorpusLoadsAndDecides() {
        RuleFolder rules = new RuleFolder(folder.resolve("rules"))
                .write("groups/schools/attack.drl.csv", BreakOut.csv(BreakOut.table()));

        assertThat(loadAndClassify(rules, List.of("MAPLE LAW"))).containsExactly("PUB-960");
    }

    @ParameterizedTest(name = "{0} column {2}")
    @CsvSource({
        "groups/schools/terms.csv, 9", "common/concepts.csv, 5", "entities/register.csv, 6", "groups.csv, 5",
        "names/chains.csv, 3", "names/abbreviations.csv, 2", "names/legal-forms.csv, 2", "groups/schools/cases.csv, 4"
    })
    void cellsOfAnalystsTablesAreData(String file, int columns) {
        List<String> payloads = BreakOut.data().toList();
        for (int column = 0; column < columns; column++) {
            if (refused(file, columns, column, payloads)) {
                for (String payload : payloads) {
                    refused(file, columns, column, List.of(payload));
                }
            }
        }
    }

    /** Loads and classifies with these payloads in that column; tells whether the table was refused, by its name. */
    private boolean refused(String file, int columns, int column, List<String> payloads) {
        RuleFolder rules = new RuleFolder(folder.resolve("rules"));
        rules.write(file, table(file, columns, column, payloads));
        List<String> names = new ArrayList<>(NAMES);
        payloads.forEach(payload -> names.add(payload.replace('\n', ' ')));

        Throwable thrown = catchThrowable(() -> {
            loadAndClassify(rules, names);
            if (file.endsWith("cases.csv")) {
                new RuleCheck(rules.path(), new RulesCache(cache.resolve("c"), "test")).run();
            }
        });

        assertThat(Canary.isTouched()).as("%s in column %s", payloads, column).isFalse();
        if (thrown != null) {
            assertThat(thrown).as("%s in column %s", payloads, column).isInstanceOf(RulesException.class);
            assertThat(thrown.getMessage()).contains(file);
        }
        return thrown != null;
    }

    /** The table with further rows that are sound but for their payload. */
    private String table(String file, int columns, int column, List<String> payloads) {
        String head;
        List<String> row;
        switch (file) {
            case "groups/schools/terms.csv" -> {
                head = "Id,Term,Match,Method,Industry Detail,NAICS,Support Category,Unless,Note\n";
                row = List.of("PUB-009", "PAYLOAD", "words", "Rule-Based", "Detail", "6111", "", "FISH", "note");
            }
            case "common/concepts.csv" -> {
                head = "Concept,Term,Match,Unless,Note\nlaw,LAW,words,,\n";
                row = List.of("law", "PAYLOAD", "words", "FISH", "note");
            }
            case "entities/register.csv" -> {
                head = "Name,Industrial Group,Industry Detail,NAICS,Support Category,Source\n";
                row = List.of("Omega", "Construction", "Builder", "236220", "", "register");
            }
            case "names/chains.csv" -> {
                head = "Prefix,Match,Master Name\n";
                row = List.of("PAYLOAD", "prefix", "PAYLOAD");
            }
            case "groups/schools/cases.csv" -> {
                head = "Name,Expected Group,Expected Detail,Note\n";
                row = List.of("MAPLE LAW", "Financial Services", "Law", "note");
            }
            default -> {
                String text = new RuleFolder(folder.resolve("sound")).read(file);
                int last = text.lastIndexOf('\n', text.length() - 2) + 1;
                head = text.substring(0, last);
                row = List.of(text.substring(last).strip().split(",", -1));
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (String payload : payloads) {
            List<String> cells = new ArrayList<>(row.subList(0, columns));
            cells.set(column, payload);
            rows.add(cells);
        }
        return head + BreakOut.csv(rows);
    }

    private static List<String> loadAndClassify(RuleFolder rules, List<String> names) {
        RuleCatalog loaded = RuleCatalog.load(rules.path(), new RulesCache(cache.resolve("c"), "test"));
        try (Classifier classifier = loaded.newClassifier()) {
            return names.stream()
                    .map(name -> classifier
                            .classify(List.of(loaded.parser().evidence(name)), List.of())
                            .ruleId())
                    .toList();
        }
    }

    /** As any program does that trusts its rules. */
    private static void runUnguarded(String drl) {
        KieServices services = KieServices.get();
        KieFileSystem system = services.newKieFileSystem();
        system.write("src/main/resources/rules/attack.drl", drl);
        KieBuilder builder = services.newKieBuilder(system, BreakOutTest.class.getClassLoader())
                .buildAll(ExecutableModelProject.class);
        assertThat(builder.getResults().getMessages(Message.Level.ERROR))
                .as(drl)
                .isEmpty();
        KieSession session = services.newKieContainer(
                        builder.getKieModule().getReleaseId(), BreakOutTest.class.getClassLoader())
                .newKieSession();
        Reading name = catalog.vocabulary().read(catalog.parser().evidence("MAPLE LAW"));
        Master master = new Master(List.of(name), catalog.vocabulary(), null);
        try {
            session.insert(new Concept("law", Set.of("LAW"), master));
            session.fireAllRules(10);
        } catch (RuntimeException e) {
            assertThat(Canary.isTouched()).isTrue();
        } finally {
            session.dispose();
        }
    }
}
