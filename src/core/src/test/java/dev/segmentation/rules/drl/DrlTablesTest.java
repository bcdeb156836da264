package dev.segmentation.rules.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.rules.FiredRule;
import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.table.Band;
import dev.segmentation.rules.table.BreakOut;
import dev.segmentation.rules.table.Finding;
import dev.segmentation.rules.table.RuleFolder;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.rules.table.RulesException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drools tables: the traps of Drools' reader are refused at their cell, and sound tables become rules that know their row. */
class DrlTablesTest {
    private static final String CSV = "t.drl.csv";

    @TempDir
    Path folder;

    private List<List<String>> rows;

    @BeforeEach
    void soundTable() {
        rows = new ArrayList<>();
        BreakOut.table().forEach(row -> {
            List<String> cells = new ArrayList<>(row);
            while (cells.size() < 5) {
                cells.add("");
            }
            rows.add(cells);
        });
        rows.add(new ArrayList<>(List.of("PUB-961 Two", "500", "law", "", "")));
        rows.add(new ArrayList<>(List.of("PUB-962 Three", "-1000", "saint", "3", "x")));
    }

    @Test
    void rowsBecomeRulesThatKnowTheirRow() {
        List<Finding> findings = new ArrayList<>();
        RuleText text = read(write(CSV, BreakOut.csv(rows)), findings).get(0);

        assertThat(findings).isEmpty();
        assertThat(text.drl())
                .isEqualTo(
                        """
                        package rules.attack;
                        //generated from Decision Table
                        import dev.segmentation.rules.Concept;
                        import dev.segmentation.rules.Master;
                        // rule values at A9, header at A4
                        rule "PUB-960 A law firm"
                        \tsalience 1000
                        \twhen
                        \t\tConcept(name == "law", $m : master, master.words() < 9)
                        \tthen
                        \t\t$m.propose("Public Schools (K-12)", "Law", "", "");
                        end

                        // rule values at A10, header at A4
                        rule "PUB-961 Two"
                        \tsalience 500
                        \twhen
                        \t\tConcept(name == "law", $m : master)
                        \tthen
                        \t\t$m.propose("Public Schools (K-12)", "", "", "");
                        end

                        // rule values at A11, header at A4
                        rule "PUB-962 Three"
                        \tsalience -1000
                        \twhen
                        \t\tConcept(name == "saint", $m : master, master.words() < 3)
                        \tthen
                        \t\t$m.propose("Public Schools (K-12)", "x", "", "");
                        end

                        """);
        DrlGuard.Checked checked = DrlGuard.check(text, findings);
        assertThat(RuleHeaders.read(List.of(checked)).values())
                .containsExactlyInAnyOrder(
                        new FiredRule("PUB-960", "A law firm", Band.EXCEPTION, CSV, 9),
                        new FiredRule("PUB-961", "Two", Band.TERM, CSV, 10),
                        new FiredRule("PUB-962", "Three", Band.FALLBACK, CSV, 11));
    }

    @Test
    void secondReadComesFromTheCacheWithTheSameRows() {
        Path file = write(CSV, BreakOut.csv(rows));
        RuleText made = read(file, new ArrayList<>()).get(0);
        RuleText kept = read(file, new ArrayList<>()).get(0);

        assertThat(kept).isNotSameAs(made);
        assertThat(kept.drl()).isEqualTo(made.drl());
        assertThat(kept.row(15)).isEqualTo(made.row(15)).isEqualTo(10);
    }

    @Test
    void separatorByteOrderMarkAndBlankRowsBelowDoNotMatter() {
        String expected =
                read(write(CSV, BreakOut.csv(rows)), new ArrayList<>()).get(0).drl();
        String semicolons = BreakOut.csv(rows).replace("\",\"", "\";\"").replace("\n", "\r\n");

        List<Finding> findings = new ArrayList<>();
        assertThat(read(write(CSV, "\uFEFF" + semicolons + ";;;;\r\n;;;;\r\n"), findings))
                .singleElement()
                .extracting(RuleText::drl)
                .isEqualTo(expected);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 3 | a\\b | t.drl.csv:10, column Concept: a backslash (a\\b). Write the value without it.",
                "10 | 3 | a\"b | t.drl.csv:10, column Concept: a quotation mark in a value (a\"b).",
                "10 | 3 | “law” | t.drl.csv:10, column Concept: curly quotation marks (“law”).",
                "10 | 4 | four | t.drl.csv:10, column Words: no whole number (four).",
                "10 | 1 | '' | t.drl.csv:10, column Rule: this cell may not be blank.",
                "10 | 1 | RuleTable | t.drl.csv:10, column Rule: this would begin another table (RuleTable).",
                "10 | 1 | PUB-9 x | t.drl.csv:10: rule (PUB-9 x) needs a name of an id and a sentence",
                "10 | 2 | 501 | t.drl.csv:10: rule (PUB-961 Two) needs a salience of one of the bands",
                "10 | 2 | high | t.drl.csv:10, column Salience: no whole number (high).",
                "10 | 5 | {x} | t.drl.csv:10, column Detail: a character that no text in a rule may hold ({).",
                "7 | 5 | System.exit(\"$param\"); | t.drl.csv:7, column Detail: this is no action of a rule (System).",
                "7 | 3 | name == $1 | t.drl.csv:7, column Concept: code needs $param exactly once (name == $1).",
                "7 | 3 | '' | t.drl.csv:7, column Concept: code is missing or out of place.",
                "6 | 3 | Object... | t.drl.csv:6, column Words: another fact in one pattern (Concept...).",
                "6 | 3 | '' | t.drl.csv:6, column Concept: no fact.",
                "5 | 5 | METADATA | t.drl.csv:5, column Detail: no kind of column (METADATA).",
                "4 | 1 | Tables | t.drl.csv:1: there is no table of rules in it.",
                "3 | 1 | Functions | t.drl.csv:3, column Rule: this setting is not allowed (Functions).",
                "2 | 2 | java.io.File | t.drl.csv:2: this may not be imported (java.io.File).",
                "1 | 2 | java.lang | t.drl.csv:1: this is no package of rules (java.lang)."
            })
    void faultIsToldAtItsCell(int row, int column, String value, String message) {
        rows.get(row - 1).set(column - 1, value);

        assertThat(check(write(CSV, BreakOut.csv(rows))))
                .extracting(Finding::toString)
                .anySatisfy(text -> assertThat(text).startsWith(message));
    }

    @Test
    void blankRowIsRefusedForDroolsWouldDropTheRowsBelow() {
        rows.add(10, List.of("", "", "", "", ""));

        assertThat(check(write(CSV, BreakOut.csv(rows))))
                .singleElement()
                .asString()
                .startsWith("t.drl.csv:11: a blank row, below which Drools reads nothing.");
    }

    @Test
    void rowThatAsksForTheSameIsRefused() {
        rows.add(List.of("PUB-963 Four", "500", "law", "", "y"));

        assertThat(check(write(CSV, BreakOut.csv(rows))))
                .singleElement()
                .asString()
                .startsWith("t.drl.csv:12: row 10 asks for the same.");
    }

    @Test
    void lineBreakInACellAndForeignBytesAreRefused() throws IOException {
        rows.get(9).set(4, "a\nb");
        assertThat(check(write(CSV, BreakOut.csv(rows))))
                .first()
                .asString()
                .startsWith("t.drl.csv:10: quotation marks of this line do not pair, or a cell holds a line break");

        Path file = folder.resolve(CSV);
        Files.write(file, "RuleSet,caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(check(file)).singleElement().asString().startsWith("t.drl.csv: it is not UTF-8");
    }

    @Test
    void workbookGivesTheSameRulesAsCsv() {
        String expected =
                read(write(CSV, BreakOut.csv(rows)), new ArrayList<>()).get(0).drl();
        List<Finding> findings = new ArrayList<>();

        assertThat(read(workbook(sheet -> {}), findings).get(0).drl()).isEqualTo(expected);
        assertThat(findings).isEmpty();
    }

    @Test
    void cellsOfAWorkbookThatWouldHaveToBeComputedAreRefused() {
        Path file = workbook(sheet -> {
            sheet.getRow(8).getCell(4).setCellFormula("WEBSERVICE(\"http://localhost:1/\")");
            sheet.getRow(9).getCell(3).setCellValue(2.5);
            sheet.getRow(9).getCell(4).setCellValue(true);
            sheet.addMergedRegion(new CellRangeAddress(5, 5, 2, 3));
        });

        assertThat(check(file))
                .extracting(
                        finding -> finding.sheet() + "!" + finding.column() + finding.row() + " " + finding.problem())
                .containsExactlyInAnyOrder(
                        "Rules!C6 merged cells",
                        "Rules!E9 neither a text nor a whole number",
                        "Rules!D10 neither a text nor a whole number",
                        "Rules!E10 neither a text nor a whole number");
    }

    @Test
    void faultInAWorkbookIsToldWithItsSheet() {
        Path file = workbook(sheet -> sheet.getRow(9).getCell(4).setCellValue("a{b"));

        assertThat(check(file))
                .first()
                .asString()
                .startsWith("t.drl.xlsx!Rules:10, column Detail: a character that no text in a rule may hold ({)");
    }

    @Test
    void secondSheetThatWouldNotBeReadIsRefused() {
        Path file = workbook(sheet -> sheet.getWorkbook()
                .createSheet("More")
                .createRow(0)
                .createCell(0)
                .setCellValue("x"));

        assertThat(check(file)).singleElement().asString().startsWith("t.drl.xlsx: it has a second sheet (More)");
    }

    @Test
    void tableOfAnUnknownKindIsRefusedAndOneOpenInAnEditorIsNot() {
        RuleFolder rules = new RuleFolder(folder.resolve("rules"))
                .write("groups/schools/~$t.drl.xlsx", "x")
                .write("groups/schools/.~lock.t.drl.xlsx", "x");
        assertThat(new RuleFiles(rules.path()).tables()).isEmpty();

        rules.write("groups/schools/t.drl.xls", "x");
        assertThat(new RuleCheck(rules.path(), new RulesCache(folder.resolve("c"), "test"))
                        .run()
                        .errors())
                .singleElement()
                .asString()
                .isEqualTo(
                        "groups/schools/t.drl.xls: no table of this kind is read. Save it as .drl.xlsx or .drl.csv.");
    }

    private List<Finding> check(Path file) {
        List<Finding> findings = new ArrayList<>();
        List<DrlGuard.Checked> checked = new ArrayList<>();
        for (RuleText text : read(file, findings)) {
            DrlGuard.Checked sound = DrlGuard.check(text, findings);
            if (sound != null) {
                checked.add(sound);
            }
        }
        try {
            RuleHeaders.read(checked);
        } catch (RulesException e) {
            findings.addAll(e.findings());
        }
        return findings;
    }

    private List<RuleText> read(Path file, List<Finding> findings) {
        RulesCache cache = new RulesCache(folder.resolve("cache"), "test");
        return new DrlTables(cache).read(Map.of(file.getFileName().toString(), file), findings);
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path workbook(Consumer<XSSFSheet> change) {
        Path file = folder.resolve("t.drl.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet("Rules");
            for (int row = 0; row < rows.size(); row++) {
                var cells = sheet.createRow(row);
                for (int column = 0; column < rows.get(row).size(); column++) {
                    String value = rows.get(row).get(column);
                    if (value.matches("-?\\d+")) {
                        cells.createCell(column).setCellValue(Integer.parseInt(value));
                    } else {
                        cells.createCell(column).setCellValue(value);
                    }
                }
            }
            change.accept(sheet);
            workbook.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
