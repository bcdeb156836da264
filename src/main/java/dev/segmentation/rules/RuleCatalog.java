package dev.segmentation.rules;

import dev.segmentation.csv.RowError;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.kie.api.runtime.KieSession;

/**
 * Everything under {@code rules/}, read, checked and compiled: one consistent set of rules that does not change while it is
 * in use. Safe for use by many threads; each takes its own {@link Classifier}.
 */
public final class RuleCatalog {
    private final String namesHash;
    private final NameTables names;
    private final NameParser parser;
    private final GroupTable groups;
    private final List<TermRow> terms;
    private final Vocabulary vocabulary;
    private final String entitiesHash;
    private final EntityIndex entities;
    private final RuleCompiler.Compiled compiled;
    private final RulesCache cache;
    private final TriedCases tried = new TriedCases();

    /** Reads and compiles; takes over from the former set, if there is one, the parts that are the same in both. */
    private RuleCatalog(Path rules, RulesCache cache, RuleCatalog former, List<RowError> errors) {
        RuleFiles files = new RuleFiles(rules);
        CompletableFuture<RuleCompiler.Compiled> compiling = CompletableFuture.supplyAsync(
                () -> new RuleCompiler(cache).compile(files, former == null ? null : former.compiled));
        RuleTables folder = new RuleTables(rules, cache, errors::add);
        namesHash = namesHash(rules);
        boolean sameNames = former != null && former.namesHash.equals(namesHash);
        names = sameNames ? former.names : new NameTables(rules.resolve("names"), folder.refusing("names"));
        parser = sameNames ? former.parser : new NameParser(names);
        groups = new GroupTable(folder);
        TermTables tables = new TermTables(folder, names.fold());
        List<TermRow> all = new ArrayList<>();
        for (GroupTable.Entry group : groups.inOrder()) {
            if (!group.folder().isEmpty()) {
                all.addAll(tables.terms(group));
            }
        }
        terms = former == null ? List.copyOf(all) : former.sharing(all);
        Set<String> trueWords = tables.trueWords();
        vocabulary = new Vocabulary(
                names.fold(), terms, tables.concepts(), word -> trueWords.contains(word) || names.properName(word));
        EntityTable table = new EntityTable(rules, folder, names);
        entitiesHash = table.hash(cache.version(), namesHash);
        entities = former != null && former.entitiesHash.equals(entitiesHash)
                ? former.entities
                : EntityIndex.load(
                        table,
                        entitiesHash,
                        cache,
                        () -> errors.isEmpty() && entitiesHash.equals(table.hash(cache.version(), namesHash(rules))));
        compiled = join(compiling, errors);
        this.cache = cache;
    }

    private RuleCatalog(RuleCatalog other, EntityIndex entities) {
        this.namesHash = other.namesHash;
        this.entitiesHash = "";
        this.names = other.names;
        this.parser = other.parser;
        this.groups = other.groups;
        this.terms = other.terms;
        this.vocabulary = other.vocabulary;
        this.compiled = other.compiled;
        this.cache = other.cache;
        this.entities = entities;
    }

    private static String namesHash(Path rules) {
        return new ContentHash().folder(rules.resolve("names")).hex();
    }

    /** The rows, those that this set has too as the same objects. */
    private List<TermRow> sharing(List<TermRow> rows) {
        Map<String, TermRow> own = new HashMap<>();
        terms.forEach(term -> own.put(term.id(), term));
        return rows.stream()
                .map(row -> row.equals(own.get(row.id())) ? own.get(row.id()) : row)
                .toList();
    }

    /** Whether the same findings lead to the same decision by the other set. */
    boolean decidesLike(RuleCatalog other) {
        return compiled.kieBase() == other.compiled.kieBase() && names == other.names && groups.equals(other.groups);
    }

    /** What came of the cases, for the set that comes next. */
    TriedCases tried() {
        return tried;
    }

    /** The same rules as if no organisation were known by its name. */
    public RuleCatalog withoutKnownOrganisations() {
        return new RuleCatalog(this, EntityIndex.of(Map.of()));
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
    static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Loads a rules folder.
     *
     * @param rules the folder
     * @param cache where compiled rules are kept
     * @return the rules
     * @throws RulesException listing every row and rule that cannot be used
     */
    public static RuleCatalog load(Path rules, RulesCache cache) {
        return load(rules, cache, null);
    }

    /**
     * Loads a rules folder that is much like one that is loaded already: what is the same in both is not read or compiled
     * again. So an edit of a term table costs the reading of the term tables.
     *
     * @param rules the folder
     * @param cache where compiled rules are kept
     * @param former the rules to take equal parts from, {@code null} if there are none; they stay as they are
     * @return the rules
     * @throws RulesException listing every row and rule that cannot be used
     */
    public static RuleCatalog load(Path rules, RulesCache cache, RuleCatalog former) {
        List<RowError> errors = new ArrayList<>();
        RuleCatalog catalog = new RuleCatalog(rules, cache, former, errors);
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
        List<RowError> errors = new ArrayList<>();
        NameTables names = new NameTables(folder, new RuleTables(rules, null, errors::add).refusing("names"));
        refuse(errors);
        return names;
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
        Firing firing = new Firing(compiled.rules());
        KieSession session = compiled.kieBase().newKieSession();
        return new Classifier(this, session, firing);
    }

    /** The name tables of this set. */
    public NameTables names() {
        return names;
    }

    /** The parser over these name tables. */
    public NameParser parser() {
        return parser;
    }

    /** The groups in order of precedence. */
    public GroupTable groups() {
        return groups;
    }

    /** Whether the compiled rules came from the cache. */
    public boolean fromCache() {
        return compiled.fromCache();
    }

    /** One line about how much it knows. */
    public String summary() {
        return compiled.rules().size() + " rules, " + terms.size() + " terms, " + entities.size()
                + " known organisations";
    }

    /** All rules, in order of their ids, and all terms, table by table. */
    public List<RulePlace> places() {
        return Stream.concat(
                        compiled.rules().values().stream()
                                .map(RulePlace::of)
                                .sorted(Comparator.comparing(RulePlace::id)),
                        terms.stream().map(RulePlace::of))
                .toList();
    }

    /** Where it keeps what it made. */
    RulesCache cache() {
        return cache;
    }

    List<TermRow> terms() {
        return terms;
    }

    Map<String, FiredRule> rules() {
        return compiled.rules();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The organisation of that name, {@code null} if none is known. */
    EntityRow entity(ParsedName name) {
        return EntityKeys.find(entities, name, names);
    }
}
