package dev.segmentation.rules.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.rules.Canary;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.RuleFolder;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.rules.table.RulesException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules reach Drools whatever their files are called, and what Drools cannot compile is told as a finding. */
class RuleCompilerTest {
    @TempDir
    Path folder;

    private RuleFolder rules;

    @BeforeEach
    void makeFolder() {
        rules = new RuleFolder(folder.resolve("rules"));
        Canary.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "more.drl",
                "$(x) ü#%20;!.drl",
                "two\nlines.drl",
                "a\"+dev.segmentation.rules.Canary.touch()+\"b.drl",
                "a\\u0022.drl"
            })
    void nameOfAFileIsNeverCode(String name) {
        rules.write("groups/utilities/" + name, rule("951", "ALPHA"));

        assertThat(decide("ALPHA")).isEqualTo("UTL-951");
        assertThat(Canary.isTouched()).isFalse();
    }

    @Test
    void filesWhoseNamesDifferInSignsAloneAllCount() {
        rules.write("groups/a-b/rules.drl", rule("951", "ALPHA"));
        rules.write("groups/a_b/rules.drl", rule("952", "BETA"));
        rules.write("groups/a_b/rules_2.drl", rule("953", "GAMMA"));

        assertThat(List.of(decide("ALPHA"), decide("BETA"), decide("GAMMA")))
                .containsExactly("UTL-951", "UTL-952", "UTL-953");
    }

    @Test
    void whatTheCompilerStumblesOverIsToldOfItsFile() {
        rules.write("groups/utilities/sound.drl", rule("951", "ALPHA"));
        rules.write(
                "groups/utilities/odd.drl",
                rule("952", "BETA").replace("has( \"BETA\" )", "words() < \"x\", has( \"BETA\" )"));

        assertThatThrownBy(this::load).isInstanceOfSatisfying(RulesException.class, e -> assertThat(e.findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.file()).isEqualTo("groups/utilities/odd.drl");
                    assertThat(finding.check()).isEqualTo("compile");
                }));
    }

    private static String rule(String number, String word) {
        return """
                package rules.more.of%s;
                import dev.segmentation.rules.Master;
                rule "UTL-%s A rule"
                    salience 1000
                when
                    $m : Master( has( "%s" ) )
                then
                    $m.propose("Utilities", "", "", "");
                end
                """
                .formatted(number, number, word);
    }

    private String decide(String name) {
        RuleCatalog catalog = load();
        try (Classifier classifier = catalog.newClassifier()) {
            return classifier
                    .classify(List.of(catalog.parser().evidence(name)), List.of())
                    .ruleId();
        }
    }

    private RuleCatalog load() {
        return RuleCatalog.load(rules.path(), new RulesCache(folder.resolve("cache"), "test"));
    }
}
