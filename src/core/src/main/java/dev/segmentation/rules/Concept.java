package dev.segmentation.rules;

import java.util.Set;

/** A fact: a word of some vocabulary ("religious", "school") was found in a name of the master. One for each concept. */
public final class Concept {
    private final String name;
    private final Set<String> words;
    private final Master master;

    public Concept(String name, Set<String> words, Master master) {
        this.name = name;
        this.words = Set.copyOf(words);
        this.master = master;
    }

    /** The concept, as {@code rules/common/concepts.csv} calls it. */
    public String getName() {
        return name;
    }

    /** The master in one of whose names it was found. */
    public Master getMaster() {
        return master;
    }

    Set<String> words() {
        return words;
    }
}
