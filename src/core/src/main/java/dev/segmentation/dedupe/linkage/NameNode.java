package dev.segmentation.dedupe.linkage;

import dev.segmentation.customer.Customer;
import dev.segmentation.name.ParsedName;
import java.util.ArrayList;
import java.util.List;

/** One distinct name, to be clustered with others: all customers whose names have the same key. */
public final class NameNode {
    /** More words than any real name; what follows counts as one more word, so that no name is cut to equal another. */
    static final int MOST_WORDS = 24;

    private int index;
    private final String key;
    private final List<NamedCustomer> members = new ArrayList<>(1);
    private final List<ParsedName> aliases = new ArrayList<>(0);
    private String manualName;
    private String chainName;

    /** A customer, its place in the list, and its parsed name. */
    public record NamedCustomer(int place, Customer customer, ParsedName name) {}

    /** A name that nobody has yet. */
    public NameNode(String key) {
        this.key = key;
    }

    /** Its position among all names in alphabetical order, once all are there. */
    public int index() {
        return index;
    }

    public void index(int position) {
        index = position;
    }

    public String key() {
        return key;
    }

    /** Other names that its customers have: trade names and former names, each once. */
    List<ParsedName> aliases() {
        return aliases;
    }

    /** The legal form of its first customer, blank if it has none or people named it. */
    String legalForm() {
        return bare() ? "" : members.get(0).name().legalForm();
    }

    /** Which words of the key stand in parentheses, as in {@link ParsedName#bracketed()}. */
    long bracketed() {
        return bare() ? 0 : members.get(0).name().bracketed();
    }

    /** Whether it reads as a natural person's name. */
    boolean person() {
        return !bare() && members.get(0).name().person();
    }

    /** Whether nobody's own name stands behind the key, only what people or a chain say. */
    boolean bare() {
        return members.isEmpty() || !members.get(0).name().key().equals(key);
    }

    /** The words of a key, {@link #MOST_WORDS} and the rest as one more. */
    static List<String> words(String key) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < key.length()) {
            int to = key.indexOf(' ', from);
            if (to < 0 || parts.size() == MOST_WORDS) {
                to = key.length();
            }
            if (to > from) {
                parts.add(key.substring(from, to));
            }
            from = to + 1;
        }
        return parts;
    }

    public List<NamedCustomer> members() {
        return members;
    }

    /** The name that people gave this master for one of its keys, {@code null} if none. */
    public String manualName() {
        return manualName;
    }

    void manualName(String name) {
        manualName = name;
    }

    /** The name of the chain it belongs to, {@code null} if none. */
    public String chainName() {
        return chainName;
    }

    void chainName(String name) {
        chainName = name;
    }

    /** Whether similarity must not move it: people said where its keys belong, or its name tells no company. */
    boolean locked() {
        return manualName != null || NodeBuilder.alone(key);
    }
}
