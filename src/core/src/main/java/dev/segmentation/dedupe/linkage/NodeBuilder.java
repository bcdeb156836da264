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

    /** Gathers by these rules what is put in. */
    public NodeBuilder(NameParser parser, NameTables tables, Map<String, KeyOverride> overrides) {
        this.parser = parser;
        this.tables = tables;
        this.overrides = overrides;
        for (int i = 0; i < SHELVES; i++) {
            shelves.add(new HashMap<>());
        }
    }

    /** Gathers the customers of a list. */
    public NodeBuilder(LinkRules rules, NamedCustomers list) {
        this(rules.parser(), rules.tables(), list.overrides());
        list.judgements().forEach(this::respect);
        add(list.customers(), list.names());
    }

    /**
     * Lets names that people judged go their own way where a chain would take them: one that is to be another company than
     * a second site of the chain, or one with a name outside it.
     */
    private void respect(MergeJudgement judgement) {
        String chain = chain(parser.parse(judgement.alias()));
        boolean same = chain != null && chain.equals(chain(parser.parse(judgement.master())));
        if (chain != null && same != judgement.merge()) {
            String alias = parser.parse(judgement.alias()).key();
            boolean chainItself = alias.equals(keyOfGiven(chain));
            ownWay.add(chainItself ? parser.parse(judgement.master()).key() : alias);
        }
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
        String[] keys = new String[customers.size()];
        String[] chains = new String[keys.length];
        byte[] shelfOf = new byte[keys.length];
        IntStream.range(0, keys.length).parallel().forEach(i -> {
            Customer customer = customers.get(i);
            String manual = manual(customer);
            if (manual != null) {
                renamed.add(ownKey(customer, names.get(i)));
                keys[i] = keyOfGiven(manual);
            } else {
                chains[i] = chain(names.get(i));
                keys[i] = chains[i] != null ? keyOfGiven(chains[i]) : ownKey(customer, names.get(i));
            }
            shelfOf[i] = (byte) shelf(keys[i]);
        });
        IntStream.range(0, SHELVES).parallel().forEach(shelf -> {
            for (int i = 0; i < keys.length; i++) {
                if (shelfOf[i] == shelf) {
                    put(byKey(keys[i]), new NameNode.NamedCustomer(i, customers.get(i), names.get(i)), chains[i]);
                }
            }
        });
    }

    /** The name that people give a customer, {@code null} if none. */
    private String manual(Customer customer) {
        KeyOverride override = overrides.get(customer.key());
        return override == null || override.masterName().isBlank() ? null : override.masterName();
    }

    private void put(NameNode node, NameNode.NamedCustomer member, String chain) {
        String manual = manual(member.customer());
        if (manual != null && (node.manualName() == null || manual.compareTo(node.manualName()) < 0)) {
            node.manualName(manual);
        }
        if (chain != null) {
            node.chainName(chain);
        }
        if (!member.name().alias().isEmpty() && node.aliases().size() < MOST_ALIASES) {
            ParsedName alias = parser.parse(member.name().alias());
            boolean known = node.aliases().stream().anyMatch(a -> a.key().equals(alias.key()));
            if (!known
                    && !alias.anonymous()
                    && !alias.key().isEmpty()
                    && !alias.key().equals(node.key())) {
                node.aliases().add(alias);
            }
        }
        node.members().add(member);
    }

    private static int shelf(String key) {
        return key.hashCode() >>> 8 & SHELVES - 1;
    }

    private NameNode known(String key) {
        return shelves.get(shelf(key)).get(key);
    }

    private NameNode byKey(String key) {
        return shelves.get(shelf(key)).computeIfAbsent(key, NameNode::new);
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
        String chain = chain(parser.parse(name));
        return keyOfGiven(chain == null ? name : chain);
    }

    private String keyOfGiven(String name) {
        ParsedName parsed = parser.parse(name);
        return parsed.empty() ? name.strip() : parsed.key();
    }

    /** Whether a key stands for one customer alone, whose name cannot be compared. */
    public static boolean alone(String key) {
        return key.startsWith(NAMELESS) || key.startsWith(NO_COMPANY);
    }

    /** Sees to it that there is a node of that name, even if no customer has it. */
    public void addName(String name) {
        byKey(keyOfGiven(name));
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

    /** How many names there are. */
    public int size() {
        return shelves.stream().mapToInt(Map::size).sum();
    }

    /** BANK OF AMERICA is also BANKOFAMERICA, if somebody is called so: the word OF is no part of its key. */
    private void glued(NameNode node) {
        if (node.bare()) {
            return;
        }
        ParsedName name = node.members().get(0).name();
        if (dropped(name)) {
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
