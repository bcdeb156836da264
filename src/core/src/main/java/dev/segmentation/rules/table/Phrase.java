package dev.segmentation.rules.table;

import java.util.List;

/** A sequence of words that the dictionary finds in names: a term of a group, or a word of a concept. */
public sealed interface Phrase permits TermRow, ConceptRow {
    /** Id of a term, name of a concept. */
    String id();

    /** As the table writes it. */
    String text();

    /** Folded as the words of names are. */
    List<String> words();

    /** Where in a name it counts. */
    TermMatch match();

    /** What vetoes it. */
    Unless unless();

    /** The table it stands in, from the rules folder on. */
    String file();

    /** Its row there. */
    long line();

    /** File and row. */
    default String place() {
        return file() + ":" + line();
    }
}
