package dev.segmentation.cli.rules;

import dev.segmentation.rules.check.RuleCase;
import dev.segmentation.rules.check.RuleTest;
import dev.segmentation.rules.table.Finding;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results of the rules' cases in the XML form of JUnit that build servers read: a suite for each table of cases. */
final class JUnitXml {
    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(RuleTest test, double seconds) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitXml(xml).suites(test, seconds);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory takes everything", e);
        }
        return text.toString();
    }

    private void suites(RuleTest test, double seconds) throws XMLStreamException {
        Map<String, List<RuleCase>> byFile = test.cases().stream()
                .collect(Collectors.groupingBy(RuleCase::file, LinkedHashMap::new, Collectors.toList()));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        counts(test.cases().size(), test.failures().size(), test.problems().size());
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", seconds));
        for (Map.Entry<String, List<RuleCase>> suite : byFile.entrySet()) {
            suite(suite.getKey(), suite.getValue());
        }
        if (!test.problems().isEmpty()) {
            problems(test.problems());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void counts(int tests, long failures, int errors) throws XMLStreamException {
        xml.writeAttribute("tests", Integer.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", Integer.toString(errors));
    }

    private void suite(String file, List<RuleCase> cases) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean(file));
        counts(cases.size(), cases.stream().filter(c -> !c.passed()).count(), 0);
        for (RuleCase one : cases) {
            testCase(file, one.row() + ": " + one.name());
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

    private void problems(List<Finding> problems) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "rows that cannot be read");
        counts(problems.size(), 0, problems.size());
        for (Finding problem : problems) {
            testCase(problem.file(), problem.row() + ": " + problem.column());
            xml.writeStartElement("error");
            xml.writeAttribute("message", clean(problem.toString()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Begins the element; the caller ends it. */
    private void testCase(String file, String name) throws XMLStreamException {
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
