package dev.segmentation.rules;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.TableException;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a whole rules folder for a check. The readers are those of a run, so that a row is refused here if and only if it
 * is refused there; nothing stops at the first fault.
 */
final class LintReading {
    private static final Pattern COMMENT =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private final Path folder;
    private final RulesCache cache;
    private final Findings findings;
    private final RuleTables tables;

    LintReading(Path folder, RulesCache cache, Findings findings) {
        this.folder = folder;
        this.cache = cache;
        this.findings = findings;
        CellCheck cells = new CellCheck(findings);
        this.tables = new RuleTables(folder, cache, findings::error, findings::warning, cells::row);
    }

    /** What could be read; nothing if the tables of names cannot be, without which no term can be compared. */
    Optional<LintedRules> read() {
        Map<String, FiredRule> rules = Map.of();
        Map<String, String> drl = new TreeMap<>();
        try {
            RuleFiles files = new RuleFiles(folder);
            files.texts().forEach((path, text) -> drl.put(path, withoutComments(text)));
            List<DrlGuard.Checked> checked = new RuleCompiler(cache).check(files);
            checked.forEach(text -> drl.put(text.source().file(), withoutComments(text.code())));
            rules = RuleHeaders.read(checked);
        } catch (RulesException e) {
            findings.addAll(e.findings());
        }
        List<Row> groupRows = new ArrayList<>();
        GroupTable groups = new GroupTable(tables, groupRows::add);
        NameTables names;
        try {
            names = new NameTables(folder.resolve("names"), tables.refusing("names"));
        } catch (TableException e) {
            findings.error(e.fault("names"));
            return Optional.empty();
        }
        NameParser parser = new NameParser(names);
        TermTables words = new TermTables(tables, names.fold());
        List<TermRow> terms = new ArrayList<>();
        for (GroupTable.Entry group : groups.inOrder()) {
            if (!group.folder().isEmpty()) {
                terms.addAll(nonEmpty(group, words.terms(group)));
            }
        }
        List<ConceptRow> concepts = words.concepts();
        Set<String> trueWords = words.trueWords();
        Vocabulary vocabulary = new Vocabulary(
                names.fold(), terms, concepts, word -> trueWords.contains(word) || names.properName(word));
        return Optional.of(new LintedRules(
                folder,
                drl,
                rules,
                groupRows,
                groups,
                terms,
                concepts,
                cases(),
                new NaicsCodes(tables),
                parser,
                vocabulary,
                names));
    }

    private List<TermRow> nonEmpty(GroupTable.Entry group, List<TermRow> terms) {
        String name = "groups/" + group.folder() + "/terms" + RuleTables.CSV;
        if (terms.isEmpty() && Files.exists(folder.resolve(name))) {
            findings.warning(name, "empty-table", "the table has no term that can be used", "Fill it in or delete it.");
        }
        return terms;
    }

    private List<Row> cases() {
        List<Row> cases = new ArrayList<>();
        tables.named(RuleCases.NAME).forEach(name -> tables.read(name, RuleCases.SPEC, cases::add));
        return cases;
    }

    /** The text with comments blanked out, every line where it was. */
    private static String withoutComments(String text) {
        return COMMENT.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        found.group().startsWith("\"")
                                ? found.group()
                                : found.group().replaceAll("[^\\n]", " ")));
    }
}
