package dev.segmentation.suggest.website;

import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a name in the ways that make sense: as it is, and without the state or town that a billing system put behind it.
 * {@code RICHMOND, CITY OF} and {@code COUNTY OF KANE} are put in the order that registers use.
 */
final class NameReader {
    private static final int LONGEST = 300;
    private static final Set<String> MOVED_BEHIND = Set.of("COUNTY", "TOWNSHIP", "BOROUGH", "PARISH");

    private final NameParser parser;
    private final NameTables tables;
    private final States states;

    NameReader(NameParser parser, NameTables tables, States states) {
        this.parser = parser;
        this.tables = tables;
        this.states = states;
    }

    /** The name as it is; what a billing system would never hold is cut off. */
    NameReading plain(String text) {
        return reading(parser.parse(text.length() > LONGEST ? text.substring(0, LONGEST) : text), "", "");
    }

    /** The name of a row, without the state that some registers put behind it. */
    NameReading listed(RegisterRow row) {
        NameReading plain = plain(row.name());
        List<String> core = plain.parsed().core();
        int count = row.local() ? states.wordsAtEnd(core) : 0;
        boolean own = count > 0 && states.atEnd(core, count).equals(row.state()) && core.size() - count > 1;
        return own ? shortened(plain.parsed(), core, count, row.state()) : plain;
    }

    /** The ways to read a name, the plainest first; none if it names a person or is a placeholder. */
    List<NameReading> readings(String text) {
        NameReading plain = plain(text);
        ParsedName name = plain.parsed();
        List<NameReading> readings = new ArrayList<>();
        if (name.empty() || name.person() || name.anonymous() || plain.words().isEmpty()) {
            return readings;
        }
        readings.add(plain);
        List<String> core = name.core();
        int count = states.wordsAtEnd(core);
        if (count > 0) {
            String state = states.atEnd(core, count);
            NameReading within = shortened(name, core, count, state);
            if (within.words().equals(plain.words())) {
                // IN and DE are also words that names do without: the state is told all the same.
                readings.set(0, new NameReading(name, plain.words(), plain.form(), state, within.cut()));
            } else {
                readings.add(within);
            }
        }
        int places = places(core);
        if (places > count) {
            readings.add(shortened(name, core, places, count > 0 ? states.atEnd(core, count) : ""));
        }
        return readings;
    }

    private NameReading shortened(ParsedName name, List<String> core, int count, String state) {
        int left = core.size() - count;
        String form = name.legalForm().isEmpty() ? "" : " " + name.legalForm();
        ParsedName rest = parser.parse(String.join(" ", core.subList(0, left)) + form);
        return reading(rest, state, String.join(" ", core.subList(left, core.size())));
    }

    /** How many words at the end are the names of places, as far as something else is left. */
    private int places(List<String> core) {
        BitSet places = tables.placesIn(core);
        int first = places.previousClearBit(core.size() - 1) + 1;
        return core.size() - Math.max(first, 1);
    }

    private NameReading reading(ParsedName name, String state, String cut) {
        List<String> words = new ArrayList<>();
        for (String word : name.key().split(" ")) {
            if (!word.isEmpty()) {
                words.add(tables.fold().fold(word));
            }
        }
        order(words, name.core());
        return new NameReading(name, words, tables.legalFormClass(name.legalForm()), state, cut);
    }

    private static void order(List<String> words, List<String> core) {
        int n = words.size();
        if (n > 1 && !core.isEmpty() && core.get(core.size() - 1).equals("OF")) {
            words.add(0, words.remove(n - 1));
        }
        if (n > 1 && MOVED_BEHIND.contains(words.get(0))) {
            words.add(words.remove(0));
        }
    }
}
