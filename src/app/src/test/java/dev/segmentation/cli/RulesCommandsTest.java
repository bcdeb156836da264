package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class RulesCommandsTest {
    @TempDir
    private Path temp;

    private Path rules;

    @BeforeEach
    void soundRules() {
        rules = temp.resolve("rules");
        Folders.copy(Golden.RULES, rules);
    }

    private static JsonNode json(Call call) throws IOException {
        return new ObjectMapper().readTree(call.out());
    }

    private void addCase(String row) throws IOException {
        Path cases = rules.resolve("groups/healthcare/cases.csv");
        Files.writeString(cases, Files.readString(cases) + row + "\n");
    }

    @Test
    void casesThatPassAreCountedWithWhatTheyTry() throws IOException {
        Call call = Call.of("rules", "test", "--rules", rules);

        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("groups/healthcare/cases.csv", "11 of 11 rules are tried (100.0 %)", "cases passed.");
        assertThat(call.out()).doesNotContain("UTL-001");
        assertThat(Call.of("rules", "test", "--rules", rules, "--untried").out())
                .contains("UTL-001  ELECTRIC COOPERATIVE  (groups/utilities/terms.csv:2)");
        JsonNode json = json(Call.of("rules", "test", "--rules", rules, "--json"));
        assertThat(json.get("passed").asBoolean()).isTrue();
        assertThat(json.get("rules").get("tried").asInt()).isEqualTo(11);
        assertThat(json.get("terms").get("untried").findValuesAsText("id")).contains("UTL-001");
    }

    @Test
    void caseThatFailsIsNamedInTextJsonAndJunit() throws Exception {
        addCase("\"ROSE <HOTEL> & SONS\",Utilities,,,,,");
        addCase("ROSE HOTEL,Gardening,,,,,");
        Path junit = temp.resolve("junit.xml");

        Call call = Call.of("rules", "test", "--rules", rules, "--junit", junit);

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out())
                .contains("\"ROSE <HOTEL> & SONS\" should be Utilities, and came out as Commercial Services")
                .contains("column Expected Group", "(Gardening)", "1 of ", " cases failed, 1 could not be read.");
        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(junit.toFile());
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("1");
        assertThat(document.getDocumentElement().getAttribute("errors")).isEqualTo("1");
        assertThat(document.getElementsByTagName("failure")
                        .item(0)
                        .getParentNode()
                        .getAttributes()
                        .getNamedItem("name")
                        .getNodeValue())
                .endsWith("ROSE <HOTEL> & SONS");
        assertThat(json(Call.of("rules", "test", "--rules", rules, "--json"))
                        .get("failures")
                        .get(0)
                        .get("group")
                        .asText())
                .isEqualTo("Commercial Services");
    }

    @Test
    void previewShowsWhatAChangedFolderWouldDoAndTouchesNoTable() throws IOException {
        Path output = temp.resolve("output");
        Path input = temp.resolve("input");
        Folders.copy(Golden.FOLDER.resolve("people/input"), input);
        assertThat(Call.of("run", "--input", input, "--output", output, "--rules", Golden.RULES, "--quiet")
                        .code())
                .isZero();
        Map<String, String> before = Folders.files(output);
        Path terms = rules.resolve("groups/utilities/terms.csv");
        Files.writeString(terms, Files.readString(terms) + "UTL-009,HERRON,words,Rule-Based,,221,,,\n");
        Object[] preview = {
            "rules", "preview", "--rules", rules, "--current", Golden.RULES, "--input", input, "--output", output
        };

        Call call = Call.of(preview);

        assertThat(call.code()).isZero();
        assertThat(call.out())
                .contains("16 masters", "Unknown / Needs Review -> Utilities", "Grey Herron Group")
                .contains("UNK-001:", "UTL-009:", "RulePreview.html");
        assertThat(output.resolve("RulePreview.html")).content().contains("<svg", "Grey Herron Group");
        Files.delete(output.resolve("RulePreview.html"));
        assertThat(Folders.files(output)).isEqualTo(before);
    }

    @Test
    void previewWithoutARunOrWithBrokenRulesSaysWhatToDo() throws IOException {
        Call none = Call.of("rules", "preview", "--rules", rules, "--current", Golden.RULES, "--output", temp);
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).contains("segmenter run");

        Path terms = rules.resolve("groups/utilities/terms.csv");
        Files.writeString(terms, Files.readString(terms) + "UTL-009,HERRON,sideways,Rule-Based,,221,,,\n");
        Call broken = Call.of("rules", "preview", "--rules", rules, "--current", Golden.RULES, "--output", temp);
        assertThat(broken.code()).isEqualTo(3);
        assertThat(broken.err()).contains("groups/utilities/terms.csv:3, column Match");
    }

    @Test
    void reportNeverOverwritesAFileOfAnotherKindAndItsPlaceIsLookedAtFirst() throws IOException {
        Path groups = rules.resolve("groups.csv");
        String before = Files.readString(groups);

        Call page = Call.of("rules", "preview", "--rules", rules, "--current", Golden.RULES, "--html", groups);
        Call junit = Call.of("rules", "test", "--rules", rules, "--junit", groups);
        Call nowhere = Call.of("rules", "test", "--rules", rules, "--junit", temp.resolve("none/j.xml"));

        assertThat(page.code()).isEqualTo(2);
        assertThat(page.err()).contains("--html", "ends in .html or .htm");
        assertThat(junit.code()).isEqualTo(2);
        assertThat(nowhere.code()).isEqualTo(4);
        assertThat(groups).content().isEqualTo(before);
    }

    @Test
    void wrongCurrentFolderIsNotBlamedOnTheOtherOption() {
        Call call = Call.of("rules", "preview", "--rules", rules, "--current", temp.resolve("nope"));
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("nope is no folder", "--current").doesNotContain("--rules");
    }

    @Test
    void ruleFilesThatCannotBeReadAreNamedOneByOne() throws IOException {
        Path drl = rules.resolve("groups/healthcare/rules.drl");
        Files.write(drl, "package x;\n// caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(rules.resolve("groups/healthcare/more.drl"));

        Call call = Call.of("rules", "check", "--rules", rules, "--base", "none");

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out())
                .contains(
                        "groups/healthcare/rules.drl:2: it is not UTF-8",
                        "groups/healthcare/more.drl: it bears the name");
    }

    @Test
    void errorsStandLastWherePeopleLook() throws IOException {
        Files.writeString(rules.resolve("common/zzz.drl"), "rule");
        Files.writeString(rules.resolve("groups/utilities/terms (1).csv"), "Id\n");
        String out =
                Call.of("rules", "check", "--rules", rules, "--base", "none").out();
        assertThat(out.lastIndexOf("ERROR")).isGreaterThan(out.lastIndexOf("warning "));
    }
}
