package dev.segmentation.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.rules.table.RuleFolder;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.rules.table.RulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rules folder with a fault is refused, with the place of the fault. */
class RuleCatalogTest {
    private static final String DRL = "groups/schools/rules.drl";

    @TempDir
    static Path cache;

    @TempDir
    Path folder;

    private RuleFolder rules;

    @BeforeEach
    void makeRules() {
        rules = new RuleFolder(folder.resolve("rules"));
    }

    @Test
    void aFolderWithoutAnyRuleIsRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> RuleCatalog.load(empty, new RulesCache(cache.resolve("none"), "test")))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("there is no rule in this folder");
    }

    @Test
    void drlThatDoesNotCompileIsNamedWithFileAndLine() {
        replace("master.has(\"ELECTRIC\")", "master.hasElectric()");

        assertThatThrownBy(this::load)
                .isInstanceOf(RulesException.class)
                .hasMessageContaining(DRL + ":")
                .hasMessageContaining("hasElectric");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "salience 500 | salience 501 | 22 | needs a salience of one of the bands",
                "salience 500 | salience 99999999999999 | 22 | needs a salience of one of the bands",
                "salience 500 | '' | 22 | needs a salience of one of the bands",
                "\"PUB-903 What was | \"What was | 22 | needs a name of an id and a sentence",
                "rule \"PUB-903 What was inferred decides\" | rule PUB903 | 22 | needs a name of an id and a sentence",
                "PUB-902 A law firm is told by two rules | PUB-903 What was inferred decides | 22 | a second rule is named",
                "Financial Services | Finance | 28 | the industrial group (Finance) is not in the locked list",
                "\"5411\", \"\" | \"5411\", \"Law\" | 28 | the support category (Law) is not in the locked list",
                "insertLogical( | insert ( | 19 | insert leaves its fact behind"
            })
    void ruleThatBreaksAConventionIsNamedWithFileAndLine(String from, String to, int line, String problem) {
        replace(from, to);

        assertThatThrownBy(this::load)
                .isInstanceOf(RulesException.class)
                .hasMessageStartingWith(DRL + ":" + line + ": ")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTL-009,--,words,Rule-Based,,,,, | Term | no words",
                "UTL-009,WATER,somewhere,Rule-Based,,,,, | Match | unknown kind of match",
                "UTL-009,BIG WATER,word end,Rule-Based,,,,, | Term | no part of a word",
                "UTL-009,WA,word start,Rule-Based,,,,, | Term | no part of a word",
                "UTL-009,WATER,words,Guess,,,,, | Method | not a method of a term",
                "UTL-009,WATER,words,Manual Override,,,,, | Method | not a method of a term",
                "UTL-009,WATER,words,Rule-Based,,,Garden,, | Support Category | not in the locked list",
                "UTL-009,WATER,words,Rule-Based,,1,,, | NAICS | not a NAICS code"
            })
    void badRowOfATermTableIsNamedWithFileLineAndColumn(String row, String column, String problem) {
        rules.terms("utilities", "UTL-001,POWER,words,Rule-Based,,,,,\n" + row + "\n");

        assertThatThrownBy(this::load)
                .isInstanceOf(RulesException.class)
                .hasMessageStartingWith("groups/utilities/terms.csv:3, column " + column + ": " + problem);
    }

    @Test
    void everyBadRowOfEveryTableIsListed() {
        rules.terms("utilities", "UTL-001,--,words,Rule-Based,,,,,\nUTL-002,A,x,Rule-Based,,,,,\n");
        rules.write("common/concepts.csv", "Concept,Term\n,WORD\n");
        rules.write(
                "entities/register.csv", "Name,Industrial Group,Source\nAcme,Gardening,register\nBolt,Utilities,\n");
        rules.write("names/chains.csv", "Prefix,Match,Master Name\nACME,prefix,\n");

        assertThatThrownBy(this::load).isInstanceOf(RulesException.class).satisfies(e -> assertThat(
                        e.getMessage().lines())
                .extracting(line -> line.substring(0, line.indexOf(' ') - 1))
                .containsExactly(
                        "common/concepts.csv:2",
                        "entities/register.csv:2",
                        "entities/register.csv:3",
                        "groups/utilities/terms.csv:2",
                        "groups/utilities/terms.csv:3",
                        "names/chains.csv:2"));
    }

    @Test
    void missingAndDoubleGroupsAreNamed() {
        String groups = rules.read("groups.csv");
        rules.write("groups.csv", groups.replace("Utilities,utilities,UTL,221,#222222\n", "Manufacturing,m,MFG,,#1\n"));

        assertThatThrownBy(this::load)
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("groups.csv:1, column Industrial Group: group is missing (Utilities)")
                .hasMessageContaining("column Industrial Group: stands twice (Manufacturing)");
    }

    @Test
    void folderThatIsNoneIsRefused() {
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> RuleCatalog.load(nowhere, new RulesCache(cache.resolve("c"), "test")))
                .hasMessageContaining(nowhere.toString());
    }

    private void replace(String from, String to) {
        String text = rules.read(DRL);
        assertThat(text).contains(from);
        int at = text.lastIndexOf(from);
        rules.write(DRL, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private RuleCatalog load() {
        return RuleCatalog.load(rules.path(), new RulesCache(cache.resolve("c"), "test"));
    }
}
