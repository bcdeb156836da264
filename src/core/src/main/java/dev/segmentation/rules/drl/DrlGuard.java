package dev.segmentation.rules.drl;

import dev.segmentation.rules.drl.DrlToken.Kind;
import dev.segmentation.rules.table.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Reads the text of rules before anything is compiled, and lets through only what it knows: the grammar below, with names
 * from the lists of {@link DrlWords}. There is no block, loop, class, annotation or assignment in that grammar, and no way
 * from a fact to anything but its answers. Whatever else stands in the text is refused with file, line and advice.
 *
 * <pre>
 * file := "package" name [";"] { "import" name [";"] } { rule }
 * rule := "rule" text ["salience" ["-"] number] "when" conditions "then" actions "end"
 * </pre>
 */
public final class DrlGuard {
    /** Part of the name of whatever was made from guarded text; another number means that everything is made anew. */
    static final int VERSION = 2;

    private static final Pattern PACKAGE = Pattern.compile("rules(\\.[a-z][a-z0-9_]*)+");
    private static final int MAX_TOKENS = 2000;

    private final RuleText source;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private String packageName = "";
    private DrlTokens tokens;

    private DrlGuard(RuleText source) {
        this.source = source;
    }

    /**
     * A text that may be compiled.
     *
     * @param code what to compile: the text without its comments
     */
    public record Checked(RuleText source, String code, String packageName, List<Rule> rules) {}

    /**
     * A rule as its text says it.
     *
     * @param name what stands behind {@code rule}; empty if it is no quoted text
     * @param salience the number as written, empty if there is none
     */
    record Rule(String name, String salience, long line, List<Proposed> proposed) {}

    /**
     * A call of {@code propose}.
     *
     * @param values the arguments, {@code null} for one that is no plain text
     */
    record Proposed(List<String> values, long line) {}

    /**
     * Checks one text.
     *
     * @param findings receives what is refused
     * @return {@code null} if anything is
     */
    static Checked check(RuleText source, List<Finding> findings) {
        DrlGuard guard = new DrlGuard(source);
        String code = guard.file();
        findings.addAll(guard.findings);
        return guard.findings.isEmpty() ? new Checked(source, code, guard.packageName, guard.rules) : null;
    }

    private String file() {
        try {
            tokens = new DrlTokens(source.drl());
            head();
            while (!tokens.at(Kind.END)) {
                ruleOrRecover();
            }
            return tokens.code();
        } catch (DrlRefusal refusal) {
            findings.add(source.finding(refusal));
            return "";
        }
    }

    private void head() throws DrlRefusal {
        DrlToken keyword = tokens.expect("package");
        packageName = name();
        if (!PACKAGE.matcher(packageName).matches() || !SourceVersion.isName(packageName)) {
            throw new DrlRefusal(
                    keyword.line(),
                    packageName,
                    "this is no package of rules",
                    "Write rules and the folders, such as rules.groups.healthcare.");
        }
        tokens.skip(";");
        while (tokens.skip("import")) {
            long line = tokens.peek().line();
            String type = name();
            if (!DrlWords.IMPORTS.contains(type)) {
                throw new DrlRefusal(
                        line,
                        type,
                        "this may not be imported",
                        "Rules import the facts of dev.segmentation.rules alone.");
            }
            tokens.skip(";");
        }
    }

    private String name() throws DrlRefusal {
        StringBuilder name =
                new StringBuilder(tokens.expect(Kind.WORD, "a name").text());
        while (tokens.skip(".")) {
            name.append('.').append(tokens.expect(Kind.WORD, "a name").text());
        }
        return name.toString();
    }

    private void ruleOrRecover() {
        try {
            rule();
        } catch (DrlRefusal refusal) {
            findings.add(source.finding(refusal));
            tokens.recover();
        }
    }

    private void rule() throws DrlRefusal {
        int start = tokens.position();
        DrlToken keyword = tokens.expect("rule");
        DrlToken name = tokens.take();
        String salience = salience();
        tokens.expect("when");
        DrlConditions conditions = DrlConditions.check(tokens);
        tokens.expect("then");
        List<Proposed> proposed = DrlActions.check(tokens, conditions);
        tokens.expect("end");
        if (tokens.position() - start > MAX_TOKENS) {
            throw new DrlRefusal(keyword.line(), name.text(), "a rule this long", "Divide it.");
        }
        rules.add(new Rule(name.kind() == Kind.TEXT ? name.text() : "", salience, keyword.line(), proposed));
    }

    private String salience() throws DrlRefusal {
        if (!tokens.skip("salience")) {
            return "";
        }
        String sign = tokens.skip("-") ? "-" : "";
        return sign + tokens.expect(Kind.NUMBER, "a whole number").text();
    }
}
