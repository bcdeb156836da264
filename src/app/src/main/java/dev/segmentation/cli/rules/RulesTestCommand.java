package dev.segmentation.cli.rules;

import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.cli.console.Json;
import dev.segmentation.cli.console.ReportFile;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.rules.check.RuleCase;
import dev.segmentation.rules.check.RuleTest;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.Finding;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code segmenter rules test}. */
@Command(
        name = "test",
        description = {
            "Runs every case of every cases.csv beside the rules, and says how many of the rules and terms the cases try."
                    + " A rule is tried if it fires in a case, a term if it decides one.",
            ""
        },
        footer = {"", "Exit code 1 if a case fails."})
final class RulesTestCommand extends FolderTask {
    private static final int SHOWN = 20;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Also write the results as JUnit XML, a file that ends in .xml.")
    private Path junit;

    @Option(names = "--untried", description = "List every rule and term that no case tries.")
    private boolean untried;

    @Override
    protected int work() {
        ReportFile report = junit == null ? null : ReportFile.of(line(), "--junit", junit, List.of(".xml"));
        long start = System.nanoTime();
        RuleCatalog catalog = RuleCatalog.load(options.rules(), options.cache());
        RuleTest test = RuleTest.run(options.rules(), catalog);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Object> answer = Json.fields(
                "passed", test.passed(),
                "cases", test.cases().size(),
                "failures", test.failures(),
                "problems", test.problems(),
                "rules", test.rules(),
                "terms", test.terms());
        console.print(answer, () -> text(test));
        if (report != null) {
            report.write(junit(test, seconds));
        }
        return test.passed() ? DONE : REJECTED;
    }

    private void text(RuleTest test) {
        test.problems().forEach(problem -> console.say("ERROR   " + problem));
        for (RuleCase failure : test.failures()) {
            String detail = failure.expectedDetail().isEmpty() ? "" : ", " + failure.expectedDetail();
            console.say("FAILED  " + failure.file() + ":" + failure.row() + ": \"" + failure.name() + "\" should be "
                    + failure.expectedGroup() + detail + ", and " + failure.failure());
        }
        TextTable table = console.table("%-48s %7d %7d", "Cases", "passed", "failed");
        byFile(test).forEach((file, cases) -> {
            long passed = cases.stream().filter(RuleCase::passed).count();
            table.row(file, passed, cases.size() - passed);
        });
        console.say("");
        coverage("rules", test.rules(), untried ? Long.MAX_VALUE : SHOWN);
        coverage("terms", test.terms(), untried ? Long.MAX_VALUE : 0);
        int cases = test.cases().size();
        console.say(
                test.passed()
                        ? "All " + cases + " cases passed."
                        : test.failures().size() + " of " + cases + " cases failed, "
                                + test.problems().size() + " could not be read.");
    }

    private static Map<String, List<RuleCase>> byFile(RuleTest test) {
        return test.cases().stream()
                .collect(Collectors.groupingBy(RuleCase::file, LinkedHashMap::new, Collectors.toList()));
    }

    private void coverage(String what, RuleTest.Coverage coverage, long most) {
        console.line(
                "%d of %d %s are tried (%.1f %%)", coverage.tried(), coverage.total(), what, 100 * coverage.share());
        coverage.untried().stream()
                .limit(most)
                .forEach(one -> console.say("  " + one.id() + "  " + one.text() + "  (" + one.place() + ")"));
    }

    /** The results in the XML form of JUnit that build servers read: a suite for each table of cases. */
    private static String junit(RuleTest test, double seconds) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            suites(xml, test, seconds);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory takes everything", e);
        }
        return text.toString();
    }

    private static void suites(XMLStreamWriter xml, RuleTest test, double seconds) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        counts(xml, test.cases().size(), test.failures().size(), test.problems().size());
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", seconds));
        for (Map.Entry<String, List<RuleCase>> suite : byFile(test).entrySet()) {
            suite(xml, suite.getKey(), suite.getValue());
        }
        if (!test.problems().isEmpty()) {
            problems(xml, test.problems());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static void counts(XMLStreamWriter xml, int tests, long failures, int errors) throws XMLStreamException {
        xml.writeAttribute("tests", Integer.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", Integer.toString(errors));
    }

    private static void suite(XMLStreamWriter xml, String file, List<RuleCase> cases) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean(file));
        counts(xml, cases.size(), cases.stream().filter(c -> !c.passed()).count(), 0);
        for (RuleCase one : cases) {
            testCase(xml, file, one.row() + ": " + one.name());
            if (!one.passed()) {
                xml.writeStartElement("failure");
                xml.writeAttribute("message", clean("should be " + one.expectedGroup() + ", and " + one.failure()));
                xml.writeCharacters(clean(one.file() + ":" + one.row()));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void problems(XMLStreamWriter xml, List<Finding> problems) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "rows that cannot be read");
        counts(xml, problems.size(), 0, problems.size());
        for (Finding problem : problems) {
            testCase(xml, problem.file(), problem.row() + ": " + problem.column());
            xml.writeStartElement("error");
            xml.writeAttribute("message", clean(problem.toString()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, String file, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(file.replace('/', '.')));
        xml.writeAttribute("name", clean(name));
    }

    /** XML has no place for most control characters. */
    private static String clean(String text) {
        return text.codePoints()
                .map(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF) || c == '\t' ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
