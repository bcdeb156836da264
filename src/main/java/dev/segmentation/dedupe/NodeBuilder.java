package dev.segmentation.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers customers under the key of their name, or of the name that people or a chain give them. This alone joins every
 * spelling that differs in case, punctuation, legal form, abbreviation or care-of.
 */
final class NodeBuilder {
    /** How the canonical name of a customer without a name begins. */
    static final String NAMELESS = "(NO NAME)";

    private static final String NO_COMPANY = "(NO COMPANY)";
    private static final int MOST_ALIASES = 4;

    private final NameParser parser;
    private final NameTables tables;
    private final Map<String, KeyOverride> overrides;
    private final Map<String, NameNode> nodes = new HashMap<>();
    private int places;

    NodeBuilder(NameParser parser, NameTables tables, Map<String, KeyOverride> overrides) {
        this.parser = parser;
        this.tables = tables;
        this.overrides = overrides;
    }

    /** Puts a customer where it belongs; call it in key order, so that the result does not depend on file order. */
    void add(Customer customer, ParsedName name) {
        KeyOverride override = overrides.get(customer.key());
        String manual = override == null || override.masterName().isBlank() ? null : override.masterName();
        String chain = manual == null ? tables.chains().master(name.core()) : null;
        NameNode node = node(manual != null ? manual : chain, customer, name);
        if (manual != null && (node.manualName() == null || manual.compareTo(node.manualName()) < 0)) {
            node.manualName(manual);
        }
        if (chain != null) {
            node.chainName(chain);
        }
        if (!name.alias().isEmpty() && node.aliases().size() < MOST_ALIASES) {
            alias(node, parser.parse(name.alias()));
        }
        node.members().add(new NameNode.NamedCustomer(places++, customer, name));
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

    private NameNode node(String given, Customer customer, ParsedName name) {
        if (given != null) {
            return nodeFor(given);
        }
        return byKey(ownKey(customer, name));
    }

    /** The key of the name that a customer bears, whatever people or a chain call it. */
    static String ownKey(Customer customer, ParsedName name) {
        if (customer.nameless()) {
            return NAMELESS + " " + customer.key();
        }
        if (name.anonymous()) {
            return NO_COMPANY + " " + customer.key();
        }
        return name.empty() ? name.canonical() + customer.name().strip() : name.key();
    }

    /** The key that a customer of that name would be gathered under, unless people decide otherwise. */
    String keyOf(String name) {
        ParsedName parsed = parser.parse(name);
        String chain = tables.chains().master(parsed.core());
        ParsedName meant = chain == null ? parsed : parser.parse(chain);
        return meant.empty() ? name.strip() : meant.key();
    }

    /** Whether a key stands for one customer alone, whose name cannot be compared. */
    static boolean alone(String key) {
        return key.startsWith(NAMELESS) || key.startsWith(NO_COMPANY);
    }

    /** The node of that name, made if no customer bears it. */
    NameNode nodeFor(String name) {
        ParsedName parsed = parser.parse(name);
        return byKey(parsed.empty() ? name.strip() : parsed.key());
    }

    /** The node of that name, {@code null} if no customer bears it. */
    NameNode find(String name) {
        ParsedName parsed = parser.parse(name);
        NameNode node = nodes.get(parsed.key());
        return node == null ? nodes.get(name.strip()) : node;
    }

    private NameNode byKey(String key) {
        NameNode node = nodes.get(key);
        if (node == null) {
            node = new NameNode(key);
            nodes.put(key, node);
        }
        return node;
    }

    int size() {
        return nodes.size();
    }

    /** BANK OF AMERICA is also BANKOFAMERICA, if somebody is called so: the word OF is no part of its key. */
    private void glued(NameNode node) {
        ParsedName name =
                node.members().isEmpty() ? null : node.members().get(0).name();
        if (name != null && name.key().equals(node.key()) && dropped(name)) {
            String letters = String.join("", name.core());
            if (letters.length() > node.key().replace(" ", "").length() && nodes.containsKey(letters)) {
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
    List<NameNode> nodes() {
        NameNode[] sorted = nodes.values().toArray(NameNode[]::new);
        Sorting.byText(sorted, NameNode::key);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i].index(i);
        }
        Arrays.stream(sorted).parallel().forEach(this::glued);
        return Arrays.asList(sorted);
    }
}
