package dev.segmentation.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.dedupe.linkage.DedupeModel;
import dev.segmentation.dedupe.linkage.DedupeSettings;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.dedupe.linkage.Linkage;
import dev.segmentation.dedupe.linkage.NamedCustomers;
import dev.segmentation.dedupe.linkage.NodeBuilder;
import dev.segmentation.dedupe.linkage.VetoedNames;
import dev.segmentation.dedupe.registry.MasterNaming;
import dev.segmentation.dedupe.registry.MasterRegistry;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A customer list in the making, with the shipped name tables. */
public final class Book {
    private static final NameTables TABLES = new NameTables(Path.of("rules/names"), error -> {});
    static final DedupeModel MODEL = DedupeModel.read(Path.of("rules/dedupe"));
    public static final NameParser PARSER = new NameParser(TABLES);

    private final List<Customer> customers = new ArrayList<>();
    private final Map<String, KeyOverride> overrides = new HashMap<>();
    private final List<MergeJudgement> judgements = new ArrayList<>();

    /** These name keys as a scored list. */
    public static Linkage linkage(List<String> keys) {
        return linkage(keys, DedupeSettings.Policy.STRICT);
    }

    public static int number(String word) {
        return TABLES.number(word);
    }

    public static Linkage linkage(List<String> keys, DedupeSettings.Policy policy) {
        NodeBuilder builder = new NodeBuilder(PARSER, TABLES, Map.of());
        keys.forEach(builder::addName);
        DedupeOptions options = new DedupeOptions(Optional.of(policy), Optional.empty(), Optional.empty());
        return new Linkage(builder.nodes(), new LinkRules(PARSER, TABLES, MODEL, options.on(MODEL.settings())));
    }

    public static MasterNaming naming() {
        return new MasterNaming(PARSER, TABLES, Map.of());
    }

    public static Book of(String... names) {
        Book book = new Book();
        for (String name : names) {
            book.customer("K%02d".formatted(book.customers.size() + 1), name);
        }
        return book;
    }

    public Book customer(String key, String name) {
        customers.add(new Customer(key, "", name, "GP", ""));
        return this;
    }

    public Book override(String key, String masterName) {
        overrides.put(key, new KeyOverride(key, masterName, null, SupportCategory.NONE, "", "as they asked", 7));
        return this;
    }

    Book segmentOnly(String key) {
        overrides.put(
                key, new KeyOverride(key, "", IndustrialGroup.UTILITIES, SupportCategory.NONE, "utilities", "", 8));
        return this;
    }

    public Book merge(String alias, String master) {
        return judge(alias, master, true);
    }

    public Book never(String alias, String master) {
        return judge(alias, master, false);
    }

    Book judge(String alias, String master, boolean merge) {
        judgements.add(new MergeJudgement(
                alias, master, merge, "Ann", "seen", "MasterMergeOverrides.csv", judgements.size() + 2L));
        return this;
    }

    public DedupeResult dedupe() {
        return dedupe(MasterRegistry.EMPTY, Instant.EPOCH);
    }

    /** The result with other thresholds. */
    DedupeResult possible(double possible, double merge) {
        DedupeOptions options = new DedupeOptions(Optional.empty(), Optional.of(merge), Optional.of(possible));
        return dedupe(MasterRegistry.EMPTY, Instant.EPOCH, options.on(MODEL.settings()));
    }

    public DedupeResult dedupe(MasterRegistry registry, Instant time) {
        return dedupe(registry, time, MODEL.settings());
    }

    private DedupeResult dedupe(MasterRegistry registry, Instant time, DedupeSettings settings) {
        return new Deduplicator(new LinkRules(PARSER, TABLES, MODEL, settings), list()).dedupe(registry, time);
    }

    VetoedNames vetoed() {
        return new VetoedNames(new LinkRules(PARSER, TABLES, MODEL), list());
    }

    private NamedCustomers list() {
        List<Customer> sorted =
                customers.stream().sorted(Comparator.comparing(Customer::key)).toList();
        return new NamedCustomers(
                sorted, sorted.stream().map(c -> PARSER.parse(c.name())).toList(), overrides, judgements);
    }

    /** The names of every master, each master's joined by {@code " | "}, in order. */
    List<String> clusters() {
        return clusters(dedupe());
    }

    public static List<String> clusters(DedupeResult result) {
        return result.masters().stream()
                .map(master ->
                        master.members().stream().map(Customer::name).sorted().collect(Collectors.joining(" | ")))
                .sorted()
                .toList();
    }

    public static DedupeEntry entry(DedupeResult result, String key) {
        return result.entries().stream()
                .filter(entry -> entry.customer().key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
