package dev.segmentation.dedupe;

import dev.segmentation.customer.Customer;
import dev.segmentation.name.ParsedName;
import java.util.ArrayList;
import java.util.List;

/** One distinct name, to be clustered with others: all customers whose names have the same key. */
final class NameNode {
    private final int index;
    private final String key;
    private final String[] words;
    private final List<NamedCustomer> members = new ArrayList<>();
    private String manualName;
    private String chainName;

    /** A customer and its parsed name. */
    record NamedCustomer(Customer customer, ParsedName name) {}

    NameNode(int index, String key) {
        this.index = index;
        this.key = key;
        this.words = key.split(" ");
    }

    int index() {
        return index;
    }

    String key() {
        return key;
    }

    /** The folded words of the name. */
    String[] words() {
        return words;
    }

    List<NamedCustomer> members() {
        return members;
    }

    /** The name that people gave this master for one of its keys, {@code null} if none. */
    String manualName() {
        return manualName;
    }

    void manualName(String name) {
        manualName = name;
    }

    /** The name of the chain it belongs to, {@code null} if none. */
    String chainName() {
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
