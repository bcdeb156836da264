package dev.segmentation.rules.engine;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Method;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import dev.segmentation.rules.FiredRule;
import dev.segmentation.rules.Firing;
import dev.segmentation.rules.Verdict;
import dev.segmentation.rules.drl.RuleCompiler;
import dev.segmentation.rules.drl.RuleFiles;
import dev.segmentation.rules.publish.RulePublication;
import dev.segmentation.rules.table.EntityIndex;
import dev.segmentation.rules.table.EntityRow;
import dev.segmentation.rules.table.EntityTable;
import dev.segmentation.rules.table.Finding;
import dev.segmentation.rules.table.GroupTable;
import dev.segmentation.rules.table.RuleTables;
import dev.segmentation.rules.table.RuleWords;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.rules.table.TermMatch;
import dev.segmentation.rules.table.TermRow;
import dev.segmentation.rules.table.Unless;
import dev.segmentation.rules.table.Vocabulary;
import dev.segmentation.table.RowError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything under {@code rules/}, read, checked and compiled: one consistent set of rules that does not change while it is
 * in use. Safe for use by many threads; each takes its own {@link Classifier}.
 */
public final class RuleCatalog {
    private final RuleWords words;
    private final String entitiesHash;
    private final EntityIndex entities;
    private final RuleCompiler.Compiled compiled;
    private final RulesCache cache;
    private final Map<String, Verdict> tried = new ConcurrentHashMap<>();

    /** Compiles beside the reading; takes over from the former set, if there is one, the parts that are the same in both. */
    private RuleCatalog(
            Path rules, RulesCache cache, RuleCatalog former, Supplier<RuleWords> reading, List<RowError> errors) {
        RuleFiles files = new RuleFiles(rules);
        CompletableFuture<RuleCompiler.Compiled> compiling = CompletableFuture.supplyAsync(
                () -> new RuleCompiler(cache).compile(files, former == null ? null : former.compiled));
        words = reading.get();
        EntityTable table = new EntityTable(rules, new RuleTables(rules, cache, errors::add), words.names());
        entitiesHash = table.hash(cache.version(), words.namesHash());
        entities = former != null && former.entitiesHash.equals(entitiesHash)
                ? former.entities
                : EntityIndex.load(
                        table,
                        entitiesHash,
                        cache,
                        () -> errors.isEmpty()
                                && entitiesHash.equals(table.hash(cache.version(), RuleWords.namesHash(rules))));
        compiled = join(compiling, errors);
        this.cache = cache;
    }

    private RuleCatalog(RuleCatalog other, RuleWords words, EntityIndex entities) {
        this.entitiesHash = "";
        this.words = words;
        this.compiled = other.compiled;
        this.cache = other.cache;
        this.entities = entities;
    }

    /** Whether the same names, read by the same tables of names, and the same findings in them lead to the same decision. */
    public boolean hasSameRules(RuleCatalog other) {
        return compiled.kieBase() == other.compiled.kieBase()
                && words.names() == other.words.names()
                && words.groups().equals(other.words.groups());
    }

    /**
     * What differs in tables of words.
     *
     * @param former a set that {@link #hasSameRules has the same rules}
     */
    public RuleChange since(RuleCatalog former) {
        return new RuleChange(former.words, words, former.entities == entities);
    }

    /** What came of the cases by their names: an edit of a table changes what the next set finds in few of them. */
    public Map<String, Verdict> tried() {
        return tried;
    }

    /** The same rules as if no organisation were known by its name. */
    public RuleCatalog withoutKnownOrganisations() {
        return new RuleCatalog(this, words, EntityIndex.of(Map.of()));
    }

    /**
     * The same rules as if one more row stood in the table of terms of a group. Nothing is read or written.
     *
     * @param match where in a name it counts
     * @param method how sure it is: Rule-Based, Entity Inference or Heuristic
     */
    public RuleCatalog with(String id, String term, TermMatch match, Method method, Classification classification) {
        TermRow row = new TermRow(
                id, term, names().fold().phrase(term), match, method, classification, Unless.NOTHING, "proposed", 0);
        return new RuleCatalog(this, words.with(row), entities);
    }

    /** A name as these rules read it: typos in its words mended. */
    public NameEvidence read(NameEvidence name) {
        return vocabulary().read(name).name();
    }

    /** The compiled rules; where they do not compile, all that is wrong with rules and tables together. */
    private static RuleCompiler.Compiled join(
            CompletableFuture<RuleCompiler.Compiled> compiling, List<RowError> errors) {
        try {
            return result(compiling);
        } catch (RulesException e) {
            List<Finding> all = new ArrayList<>(e.findings());
            errors.forEach(error -> all.add(Finding.of(Finding.Level.ERROR, error)));
            throw new RulesException(all.stream().sorted(Finding.ORDER).toList());
        }
    }

    /** What another thread made; its exception is thrown as it was. */
    public static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Loads a rules folder.
     *
     * @throws RulesException listing every row and rule that cannot be used
     */
    public static RuleCatalog load(Path rules, RulesCache cache) {
        return load(rules, cache, null);
    }

    /**
     * Loads a rules folder that is much like one that is loaded already: what is the same in both is not read or compiled
     * again. So an edit of a term table costs the reading of the term tables.
     *
     * @param former the rules to take equal parts from, {@code null} if there are none; they stay as they are
     * @throws RulesException listing every row and rule that cannot be used
     */
    public static RuleCatalog load(Path rules, RulesCache cache, RuleCatalog former) {
        return RulePublication.steady(rules, () -> {
            List<RowError> errors = new ArrayList<>();
            RuleTables tables = new RuleTables(rules, cache, errors::add);
            RuleWords known = former == null ? null : former.words;
            return load(rules, cache, former, () -> RuleWords.read(rules, tables, known), errors);
        });
    }

    /**
     * As above, with tables that somebody else reads.
     *
     * @param errors rows of them that cannot be used, once they are read
     */
    public static RuleCatalog load(
            Path rules, RulesCache cache, RuleCatalog former, Supplier<RuleWords> reading, List<RowError> errors) {
        RuleCatalog catalog = new RuleCatalog(rules, cache, former, reading, errors);
        refuse(errors);
        return catalog;
    }

    /**
     * Reads the name tables of a rules folder alone, which is all that the dedupe needs of it.
     *
     * @throws RulesException if there are none, or listing every row that cannot be used
     */
    public static NameTables names(Path rules) {
        Path folder = rules.resolve("names");
        if (!Files.isDirectory(folder)) {
            throw new RulesException(
                    folder.toString(),
                    "there is no such folder; it holds the name tables",
                    "Maybe --rules names the wrong folder, or the command runs elsewhere.");
        }
        return RulePublication.steady(rules, () -> {
            List<RowError> errors = new ArrayList<>();
            NameTables names = new NameTables(folder, new RuleTables(rules, null, errors::add).refusing("names"));
            refuse(errors);
            return names;
        });
    }

    private static void refuse(List<RowError> errors) {
        if (!errors.isEmpty()) {
            throw new RulesException(errors.stream()
                    .map(error -> Finding.of(Finding.Level.ERROR, error))
                    .sorted(Finding.ORDER)
                    .toList());
        }
    }

    /** A classifier of its own for the calling thread. */
    public Classifier newClassifier() {
        return new Classifier(this, compiled.kieBase().newKieSession(), new Firing(compiled.rules()));
    }

    public NameTables names() {
        return words.names();
    }

    public NameParser parser() {
        return words.parser();
    }

    /** The groups in order of precedence. */
    public GroupTable groups() {
        return words.groups();
    }

    public boolean fromCache() {
        return compiled.fromCache();
    }

    /** One line about how much it knows. */
    public String summary() {
        return compiled.rules().size() + " rules, " + words.terms().size() + " terms, " + entities.size()
                + " known organisations";
    }

    /** All rules, in order of their ids, and all terms, table by table. */
    public List<RulePlace> places() {
        return Stream.concat(
                        compiled.rules().values().stream()
                                .map(RulePlace::of)
                                .sorted(Comparator.comparing(RulePlace::id)),
                        words.terms().stream().map(RulePlace::of))
                .toList();
    }

    public RuleWords words() {
        return words;
    }

    public RulesCache cache() {
        return cache;
    }

    /** The terms of all groups, table by table. */
    public List<TermRow> terms() {
        return words.terms();
    }

    public Map<String, FiredRule> rules() {
        return compiled.rules();
    }

    public Vocabulary vocabulary() {
        return words.vocabulary();
    }

    /** The organisation of that name, {@code null} if none is known. */
    public EntityRow entity(ParsedName name) {
        return entities.find(name, words.names());
    }
}
