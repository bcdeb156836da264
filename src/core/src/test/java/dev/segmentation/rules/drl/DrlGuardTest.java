package dev.segmentation.rules.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.rules.Canary;
import dev.segmentation.rules.Concept;
import dev.segmentation.rules.HumanDecision;
import dev.segmentation.rules.KnownEntity;
import dev.segmentation.rules.Master;
import dev.segmentation.rules.Term;
import dev.segmentation.rules.table.BreakOutTest;
import dev.segmentation.rules.table.Finding;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guard says, and that it lets sound rules through. The corpus of attempts is in {@link BreakOutTest}. */
class DrlGuardTest {
    private static final String SOUND =
            """
            // a comment with "quotes", an apostrophe's tail and é
            package rules.groups.schools;

            import dev.segmentation.rules.Concept; /* and
            two lines */
            import dev.segmentation.customer.Method

            rule "PUB-901 A school – (saint's) is a school"
                salience -1000
            when
                $c : Concept( $n : name, name == "school", master.is("x") || ( !master.has("Y") && master.words() > 1 ), $m : master )
                not ( Term( method == Method.HEURISTIC ) or Master( person ) )
            then
                $m.propose("Public Schools (K–12)", "a" + $n, $c.getName(), "");
                insertLogical("x" + $c.getMaster().legalForm());
            end
            """;

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            return files.filter(file -> file.toString().endsWith(".drl")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedRulesPass(Path file) throws IOException {
        assertThat(findings(Files.readString(file))).isEmpty();
    }

    @Test
    void soundRuleIsReadAsItStands() {
        DrlGuard.Checked checked = DrlGuard.check(RuleText.ofDrl("a.drl", SOUND), new ArrayList<>());

        assertThat(checked.packageName()).isEqualTo("rules.groups.schools");
        assertThat(checked.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("PUB-901 A school – (saint's) is a school");
            assertThat(rule.salience()).isEqualTo("-1000");
            assertThat(rule.line()).isEqualTo(8);
            assertThat(rule.proposed().get(0).values()).containsExactly("Public Schools (K–12)", null, null, "");
            assertThat(rule.proposed().get(0).line()).isEqualTo(14);
        });
    }

    @Test
    void commentsAreGoneBeforeAnythingIsCompiledAndLinesStay() {
        String code = DrlGuard.check(RuleText.ofDrl("a.drl", SOUND), new ArrayList<>())
                .code();

        assertThat(code).doesNotContain("comment", "two lines", "//", "/*").hasSameSizeAs(SOUND);
        assertThat(code.lines().count()).isEqualTo(SOUND.lines().count());
        assertThat(code.lines().toList().get(7)).startsWith("rule \"PUB-901 A school – (saint's)");
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsDoNotMatter() {
        assertThat(findings("\uFEFF" + SOUND.replace("\n", "\r\n"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name == \"school\" | name matches \"s\" | 11 | this stands where ) has to stand (matches)",
                "master.is( | master.getClass( | 11 | this name is not on the list of what rules may use (getClass)",
                "Term( | Object( | 12 | this is no fact that rules may ask (Object)",
                "Method.HEURISTIC | Method.GUESS | 12 | this name is not on the list of what rules may use (GUESS)",
                "$m.propose( | $m.names( | 14 | this is no action of a rule (names)",
                "$m.propose( | System.exit( | 14 | this is no action of a rule (System)",
                "$m.propose( | $x.propose( | 14 | this is no variable of the rule's conditions ($x)",
                "insertLogical | update | 15 | this is no action of a rule (update)",
                "customer.Method | rules.Canary | 6 | this may not be imported (dev.segmentation.rules.Canary)",
                "package rules.groups | package dev.segmentation | 2 | this is no package of rules",
                "package rules.groups | package rules.class | 2 | this is no package of rules (rules.class.schools)",
                "package rules.groups | package rules.true | 2 | this is no package of rules",
                "two lines | two \\ lines | 5 | a backslash may not stand in rules, nor in their comments (\\)",
                "two lines */ | two lines | 4 | a comment is opened and not closed (/*)",
                "-1000 | 1000L | 9 | no whole number (1000L)",
                "\"a\" | \"a | 14 | a character that no text in a rule may hold",
                "\"a\" | \"{a}\" | 14 | a character that no text in a rule may hold ({)",
                "\"x\" + $c | { $c | 15 | this may not stand in a rule ({)",
                "Master( person ) | String() | 15 | a rule that asks for an inferred text infers another one",
                "end | | 17 | this stands where an action has to stand (the end of the file)"
            })
    void refusalNamesLineFindAndReason(String from, String to, int line, String problem) {
        int at = SOUND.lastIndexOf(from);
        String text = SOUND.substring(0, at) + (to == null ? "" : to) + SOUND.substring(at + from.length());

        assertThat(findings(text))
                .first()
                .asString()
                .startsWith("a.drl:" + line + ": ")
                .contains(problem)
                .endsWith(".");
    }

    @Test
    void everyRuleAtFaultIsNamed() {
        String rule = SOUND.substring(SOUND.indexOf("rule \""));
        String text = SOUND.replace("Term(", "Class(") + rule + rule.replace("insertLogical", "modify");

        assertThat(findings(text)).extracting(Finding::row).containsExactly(12L, 33L);
    }

    @Test
    void charactersThatCannotBeSeenAreRefusedWithTheirNumber() {
        assertThat(findings(SOUND.replace("comment", "com\u202Ement")))
                .singleElement()
                .asString()
                .startsWith("a.drl:1: a character that cannot be seen (U+202E)");
    }

    @Test
    void deepAndLongRulesAreRefusedBeforeTheyHurtAnyone() {
        assertThat(findings(SOUND.replace("name == \"school\"", "(".repeat(100_000) + "name")))
                .first()
                .asString()
                .contains("too many brackets");
        assertThat(findings(SOUND.replace("name == \"school\"", "name == \"a\" || ".repeat(9_000) + "name")))
                .singleElement()
                .asString()
                .contains("a rule this long");
        assertThat(findings(SOUND.replace("name == \"school\"", "!".repeat(1_000) + "$m.person")))
                .first()
                .asString()
                .contains("too many brackets, negations");
        assertThat(findings(SOUND.replace("name == \"school\"", "master" + ".master".repeat(500) + " == null")))
                .first()
                .asString()
                .contains("too many brackets, negations or members");
        assertThat(findings(SOUND.replace("\"school\"", "\"" + "x".repeat(70_000) + "\"")))
                .singleElement()
                .asString()
                .startsWith("a.drl:11: a text this long")
                .hasSizeLessThan(200);
    }

    /** The list grows on purpose only: a new public method of a fact is not open to rules before someone writes it here. */
    @Test
    void publicMethodsOfFactsAreOnTheListOrLeftOutOnPurpose() {
        Set<String> ofEnums = Set.of("valueOf", "values");
        Set<String> forTheEngine =
                Set.of("found", "forget", "names", "concepts", "proposals", "proposal", "status", "about", "saysLike");
        List<Class<?>> facts = List.of(Master.class, Term.class, Concept.class, KnownEntity.class, HumanDecision.class);

        assertThat(facts.stream()
                        .flatMap(fact -> Arrays.stream(fact.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName)
                        .filter(name -> !ofEnums.contains(name)
                                && !forTheEngine.contains(name)
                                && !name.equals(DrlWords.PROPOSE)))
                .isSubsetOf(DrlWords.QUESTIONS);
    }

    @Test
    void compiledClassesMayUseNothingBeyondTheList() throws IOException {
        try (var in = Canary.class.getResourceAsStream("Canary.class")) {
            assertThat(CompiledGuard.unknown(in.readAllBytes()))
                    .contains("java/nio/file/Files.exists", "java/lang/System.getProperty")
                    .doesNotContain("java/lang/Object.<init>");
        }
    }

    private static List<Finding> findings(String text) {
        List<Finding> findings = new ArrayList<>();
        DrlGuard.check(RuleText.ofDrl("a.drl", text), findings);
        return findings;
    }
}
