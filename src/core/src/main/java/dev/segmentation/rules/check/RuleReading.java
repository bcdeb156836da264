package dev.segmentation.rules.check;

import dev.segmentation.rules.FiredRule;
import dev.segmentation.rules.drl.DrlGuard;
import dev.segmentation.rules.drl.RuleCompiler;
import dev.segmentation.rules.drl.RuleFiles;
import dev.segmentation.rules.drl.RuleHeaders;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.table.NaicsCodes;
import dev.segmentation.rules.table.RuleTables;
import dev.segmentation.rules.table.RuleWords;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the tables of a rules folder once, for its checks, its cases and the rules that come of it. The readers are those of
 * a run, so that a row is refused here if and only if it is refused there; nothing stops at the first fault.
 */
final class RuleReading {
    private static final Pattern COMMENT =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private final Path folder;
    private final RulesCache cache;
    private final Findings findings = new Findings();
    private final List<RowError> errors = new ArrayList<>();
    private final List<RowError> errorsInCases = new ArrayList<>();
    private final RuleWords words;
    private final List<Row> cases;

    /** Reads the tables of a folder that is there. */
    RuleReading(Path folder, RulesCache cache, RuleWords former) {
        this.folder = folder;
        this.cache = cache;
        Findings inCases = new Findings();
        CompletableFuture<List<Row>> reading =
                CompletableFuture.supplyAsync(() -> RuleCases.read(tables(inCases, errorsInCases)));
        words = words(former);
        cases = RuleCatalog.result(reading);
        findings.addAll(inCases.all());
    }

    private RuleWords words(RuleWords former) {
        try {
            return RuleWords.read(folder, tables(findings, errors), former);
        } catch (TableException e) {
            findings.error(e.fault("names"));
            return null;
        }
    }

    private RuleTables tables(Findings into, List<RowError> errorsInto) {
        CellCheck cells = new CellCheck(into);
        Consumer<RowError> refused = into::error;
        TableSink sink = new TableSink(cells::row, refused.andThen(errorsInto::add), into::warning);
        return new RuleTables(folder, cache, sink);
    }

    /** What is wrong or odd in the tables. */
    Findings findings() {
        return findings;
    }

    /** The tables of words, unless the tables of names cannot be read. */
    Optional<RuleWords> words() {
        return Optional.ofNullable(words);
    }

    /** The rules that come of them; what is taken from the former set, which may be {@code null}, is not made again. */
    RuleCatalog catalog(RuleCatalog former) {
        return RuleCatalog.load(folder, cache, former, () -> words, errors);
    }

    /** What comes of the cases. */
    RuleTest test(RuleCatalog catalog, RuleCatalog former) {
        return RuleTest.run(cases, errorsInCases, catalog, former);
    }

    /** All that the checks want to see; what is wrong with the rules as they are written is found on the way. */
    LintedRules linted(Findings found) {
        Map<String, FiredRule> rules = Map.of();
        Map<String, String> drl = new TreeMap<>();
        try {
            RuleFiles files = new RuleFiles(folder);
            files.texts().forEach((path, text) -> drl.put(path, withoutComments(text)));
            List<DrlGuard.Checked> checked = new RuleCompiler(cache).check(files);
            checked.forEach(text -> drl.put(text.source().file(), withoutComments(text.code())));
            rules = RuleHeaders.read(checked);
        } catch (RulesException e) {
            found.addAll(e.findings());
        }
        NaicsCodes naics = new NaicsCodes(tables(found, new ArrayList<>()));
        return new LintedRules(folder, drl, rules, words, cases, naics);
    }

    /** The text with comments blanked out, every line where it was. */
    private static String withoutComments(String text) {
        return COMMENT.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().startsWith("\"")
                                ? found.group()
                                : found.group().replaceAll("[^\\n]", " ")));
    }
}
