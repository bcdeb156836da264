package dev.segmentation.dedupe.linkage;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Gathers customers under the key of their name, or of the name that people or a chain give them. This alone joins every
 * spelling that differs in case, punctuation, legal form, abbreviation or care-of.
 */
public final class NodeBuilder {
    /** How the canonical name of a customer without a name begins. */
    public static final String NAMELESS = "(NO NAME)";

    private static final String NO_COMPANY = "(NO COMPANY)";
    private static final int MOST_ALIASES = 4;

    /** Names are spread over so many maps by their hash, so that threads do not meet. */
    private static final int SHELVES = 64;

    private final NameParser parser;
    private final NameTables tables;
    private final Map<String, KeyOverride> overrides;
    private final List<Map<String, NameNode>> shelves = new ArrayList<>();
    private final Set<String> ownWay = new HashSet<>();
    private final Set<String> renamed = ConcurrentHashMap.newKeySet();

    public NodeBuilder(NameParser parser, NameTables tables, Map<String, KeyOverride> overrides) {
        this.parser = parser;
        this.tables = tables;
        this.overrides = overrides;
        for (int i = 0; i < SHELVES; i++) {
            shelves.add(new HashMap<>());
        }
    }

    /**
     * Lets names that people judged go their own way where a chain would take them: one that is to be another company than
     * a second site of the chain, or one with a name outside it. Call it before customers are put in.
     */
    public void respect(List<MergeJudgement> judgements) {
        for (MergeJudgement judgement : judgements) {
            String chain = chain(judgement.alias());
            boolean same = chain != null && chain.equals(chain(judgement.master()));
            if (chain != null && same == (judgement.verdict() == MergeJudgement.Verdict.NEVER)) {
                String alias = parser.parse(judgement.alias()).key();
                ownWay.add(
                        alias.equals(keyOfGiven(chain))
                                ? parser.parse(judgement.master()).key()
                                : alias);
            }
        }
    }

    private String chain(String name) {
        return chain(parser.parse(name));
    }

    private String chain(ParsedName name) {
        return ownWay.contains(name.key()) ? null : tables.chains().master(name.core());
    }

    /**
     * Puts customers where they belong, several threads at once: each fills shelves of its own.
     *
     * @param customers in key order, so that the result does not depend on file order
     * @param names in the same order
     */
    public void add(List<Customer> customers, List<ParsedName> names) {
        Gathered[] gathered = new Gathered[customers.size()];
        IntStream.range(0, gathered.length)
                .parallel()
                .forEach(i -> gathered[i] = gathered(i, customers.get(i), names.get(i)));
        int[][] places = new int[SHELVES][Math.max(16, gathered.length / SHELVES * 2)];
        int[] sizes = new int[SHELVES];
        for (int i = 0; i < gathered.length; i++) {
            int shelf = gathered[i].shelf();
            if (sizes[shelf] == places[shelf].length) {
                places[shelf] = Arrays.copyOf(places[shelf], sizes[shelf] * 2);
            }
            places[shelf][sizes[shelf]++] = i;
        }
        IntStream.range(0, SHELVES).parallel().forEach(shelf -> Arrays.stream(places[shelf], 0, sizes[shelf])
                .forEach(place -> put(gathered[place])));
    }

    /** A customer, the key it belongs under, and what people or a chain call it, {@code null} if they do not. */
    private record Gathered(String key, NameNode.NamedCustomer member, String manual, String chain, ParsedName alias) {
        int shelf() {
            return NodeBuilder.shelf(key);
        }
    }

    private Gathered gathered(int place, Customer customer, ParsedName name) {
        KeyOverride override = overrides.get(customer.key());
        String manual = override == null || override.masterName().isBlank() ? null : override.masterName();
        String chain = manual == null ? chain(name) : null;
        String given = manual != null ? manual : chain;
        if (manual != null) {
            renamed.add(ownKey(customer, name));
        }
        return new Gathered(
                given != null ? keyOfGiven(given) : ownKey(customer, name),
                new NameNode.NamedCustomer(place, customer, name),
                manual,
                chain,
                name.alias().isEmpty() ? null : parser.parse(name.alias()));
    }

    private void put(Gathered gathered) {
        NameNode node = byKey(gathered.key());
        String manual = gathered.manual();
        if (manual != null && (node.manualName() == null || manual.compareTo(node.manualName()) < 0)) {
            node.manualName(manual);
        }
        if (gathered.chain() != null) {
            node.chainName(gathered.chain());
        }
        if (gathered.alias() != null && node.aliases().size() < MOST_ALIASES) {
            alias(node, gathered.alias());
        }
        node.members().add(gathered.member());
    }

    private static int shelf(String key) {
        return key.hashCode() >>> 8 & SHELVES - 1;
    }

    private NameNode known(String key) {
        return shelves.get(shelf(key)).get(key);
    }

    private static void alias(NameNode node, ParsedName alias) {
        boolean known = node.aliases().stream().anyMatch(a -> a.key().equals(alias.key()));
        if (!known
                && !alias.anonymous()
                && !alias.key().isEmpty()
                && !alias.key().equals(node.key())) {
            node.aliases().add(alias);
        }
    }

    /** The key of the name that a customer has, whatever people or a chain call it. */
    public static String ownKey(Customer customer, ParsedName name) {
        if (customer.nameless()) {
            return NAMELESS + " " + customer.key();
        }
        if (name.anonymous()) {
            return NO_COMPANY + " " + customer.key();
        }
        return name.empty() ? name.canonical() + customer.name().strip() : name.key();
    }

    /** The key that a customer of that name would be gathered under, unless people decide otherwise. */
    public String keyOf(String name) {
        ParsedName parsed = parser.parse(name);
        String chain = chain(parsed);
        ParsedName meant = chain == null ? parsed : parser.parse(chain);
        return meant.empty() ? name.strip() : meant.key();
    }

    /** Whether a key stands for one customer alone, whose name cannot be compared. */
    public static boolean alone(String key) {
        return key.startsWith(NAMELESS) || key.startsWith(NO_COMPANY);
    }

    /** The node of that name, made if no customer has it. */
    public NameNode nodeFor(String name) {
        return byKey(keyOfGiven(name));
    }

    private String keyOfGiven(String name) {
        ParsedName parsed = parser.parse(name);
        return parsed.empty() ? name.strip() : parsed.key();
    }

    /** Whether people gave other names to all customers who have that one. */
    public boolean renamed(String name) {
        return find(name) == null && renamed.contains(parser.parse(name).key());
    }

    /** The node of that name, or of the chain it belongs to; {@code null} if no customer has it. */
    public NameNode find(String name) {
        ParsedName parsed = parser.parse(name);
        NameNode node = known(parsed.key());
        node = node == null ? known(name.strip()) : node;
        String chain = node == null ? chain(parsed) : null;
        return chain == null ? node : known(keyOfGiven(chain));
    }

    private NameNode byKey(String key) {
        return shelves.get(shelf(key)).computeIfAbsent(key, NameNode::new);
    }

    public int size() {
        return shelves.stream().mapToInt(Map::size).sum();
    }

    /** BANK OF AMERICA is also BANKOFAMERICA, if somebody is called so: the word OF is no part of its key. */
    private void glued(NameNode node) {
        ParsedName name =
                node.members().isEmpty() ? null : node.members().get(0).name();
        if (name != null && name.key().equals(node.key()) && dropped(name)) {
            String letters = String.join("", name.core());
            if (letters.length() > node.key().replace(" ", "").length() && known(letters) != null) {
                node.aliases().add(parser.parse(letters));
            }
        }
    }

    /** Whether words may have been dropped from the key. */
    private static boolean dropped(ParsedName name) {
        int letters = 0;
        for (int i = 0; i < name.canonical().length(); i++) {
            char c = name.canonical().charAt(i);
            letters += c == '&' ? 3 : c == ' ' ? 0 : 1;
        }
        for (int i = 0; i < name.key().length(); i++) {
            letters -= name.key().charAt(i) == ' ' ? 0 : 1;
        }
        return letters > 0;
    }

    /** All names in alphabetical order of their keys, numbered in that order. */
    public List<NameNode> nodes() {
        NameNode[] sorted =
                shelves.stream().flatMap(shelf -> shelf.values().stream()).toArray(NameNode[]::new);
        Sorting.byText(sorted, NameNode::key);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i].index(i);
        }
        Arrays.stream(sorted).parallel().forEach(this::glued);
        return Arrays.asList(sorted);
    }
}
