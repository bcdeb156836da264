package dev.segmentation.rules;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what rules say of themselves before anything is compiled: id, sentence and band. A rule that breaks a convention,
 * or proposes what the locked lists do not hold, is refused with its file and line.
 */
final class RuleHeaders {
    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*rule\\s+(?:\"([^\"]*)\"|\\S+)");
    private static final Pattern NAME = Pattern.compile("([A-Z]{3}-\\d{3,4}) (.+)");
    private static final Pattern SALIENCE = Pattern.compile("\\bsalience\\s+(-?\\d{1,9})(?!\\d)");
    private static final Pattern PROPOSAL = Pattern.compile("\\.propose\\(\\s*\"([^\"]*)\"(?:\\s*,\\s*\"([^\"]*)\")*");
    private static final Pattern INSERT = Pattern.compile("\\binsert\\s*\\(");

    private final Map<String, FiredRule> rules = new HashMap<>();
    private final List<Finding> problems = new ArrayList<>();

    private RuleHeaders() {}

    /** What each rule says of itself, by its full name. */
    static Map<String, FiredRule> read(RuleFiles files) {
        RuleHeaders headers = new RuleHeaders();
        files.texts().forEach(headers::file);
        if (!headers.problems.isEmpty()) {
            throw new RulesException(headers.problems);
        }
        return headers.rules;
    }

    private void file(String path, String text) {
        Matcher rule = RULE.matcher(text);
        boolean found = rule.find();
        while (found) {
            String name = rule.group(1) == null ? "" : rule.group(1);
            int start = rule.end();
            long line = line(text, start);
            found = rule.find();
            int end = found ? rule.start() : text.length();
            header(name, text.substring(start, end), path, line).ifPresent(fired -> {
                if (rules.put(name, fired) != null) {
                    problem("duplicate-id", path, line, "a second rule is named (" + name + ")", "Rename one of them.");
                }
            });
        }
        proposals(path, text);
    }

    private Optional<FiredRule> header(String rule, String body, String path, long line) {
        Matcher name = NAME.matcher(rule);
        if (!name.matches()) {
            problem(
                    "rule-name",
                    path,
                    line,
                    "rule (" + rule + ") needs a name of an id and a sentence",
                    "Write it as in \"PRV-901 A school with a religious name is private\".");
            return Optional.empty();
        }
        Matcher salience = SALIENCE.matcher(body);
        Optional<Band> band = salience.find() ? Band.of(Integer.parseInt(salience.group(1))) : Optional.empty();
        if (band.isEmpty()) {
            problem(
                    "salience",
                    path,
                    line,
                    "rule (" + rule + ") needs a salience of one of the bands",
                    "Write 10000, 5000, 1000, 500, 300, 100 or -1000.");
        }
        return band.map(b -> new FiredRule(name.group(1), name.group(2), b, path, line));
    }

    private void proposals(String path, String text) {
        Matcher proposal = PROPOSAL.matcher(text);
        while (proposal.find()) {
            String group = proposal.group(1);
            String support = proposal.group(2) == null ? "" : proposal.group(2);
            if (IndustrialGroup.parse(group).isEmpty()) {
                problem(
                        "unknown-group",
                        path,
                        line(text, proposal.start()),
                        "the industrial group (" + group + ") is not in the locked list",
                        "Maybe it is misspelt.");
            } else if (SupportCategory.parse(support).isEmpty()) {
                problem(
                        "unknown-support-category",
                        path,
                        line(text, proposal.start()),
                        "the support category (" + support + ") is not in the locked list",
                        "Maybe it is misspelt.");
            }
        }
        Matcher insert = INSERT.matcher(text);
        while (insert.find()) {
            problem(
                    "insert",
                    path,
                    line(text, insert.start()),
                    "insert leaves its fact behind for the next master",
                    "Write insertLogical.");
        }
    }

    private void problem(String check, String path, long line, String problem, String advice) {
        problems.add(Finding.error(check, path, line, problem, advice));
    }

    /** The line on which that place of a text stands. */
    static long line(String text, int offset) {
        return 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
