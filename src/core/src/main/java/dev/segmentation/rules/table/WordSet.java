package dev.segmentation.rules.table;

import java.util.List;

/**
 * Words that many rows list together, under one name.
 *
 * @param name how cells name it, without its {@code @}
 * @param words its word sequences, folded, in the order of its table
 */
public record WordSet(String name, List<List<String>> words) {
    /** What stands before the name of a set in a cell. */
    static final String MARK = "@";

    /** As cells write it. */
    public String label() {
        return MARK + name;
    }
}
