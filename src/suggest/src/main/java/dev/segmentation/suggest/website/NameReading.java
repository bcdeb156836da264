package dev.segmentation.suggest.website;

import dev.segmentation.name.ParsedName;
import java.util.List;

/**
 * One way to read a name.
 *
 * @param words its identifying words, folded, in the order in which registers put them
 * @param form class of its legal form, 0 for none
 * @param state code of the state that stood behind it, blank if none did
 * @param cut what was taken to be its place and not its name, blank for nothing
 */
record NameReading(ParsedName parsed, List<String> words, int form, String state, String cut) {
    NameReading {
        words = List.copyOf(words);
    }

    String joined() {
        return String.join("", words);
    }
}
