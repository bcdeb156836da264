package dev.segmentation.name;

import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The tables under {@code rules/names}, which analysts edit: legal forms, abbreviations, chains, markers, given names,
 * stop words and the spelling of display names. An absent table is an empty one.
 */
public final class NameTables {
    private static final int LONGEST_PLACEHOLDER = 3;
    private static final Set<String> ORDINALS = Set.of("ST", "ND", "RD", "TH");

    private final Path folder;
    private final Consumer<RowError> errors;
    private final WordFold fold;
    private final PhraseTrie<String> formsAtEnd = new PhraseTrie<>();
    private final PhraseTrie<String> formsAtStart = new PhraseTrie<>();
    private final PhraseTrie<Boolean> markersAtEnd = new PhraseTrie<>();
    private final Set<String> stopWords;
    private final Set<String> givenNames;
    private final Set<String> stateCodes;
    private final Set<String> placeholders = new HashSet<>();
    private final Set<String> groupWords;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final PhraseTrie<Boolean> places = new PhraseTrie<>();
    private final Map<String, Integer> legalFormClasses = new HashMap<>();
    private final Map<String, Integer> classNumbers = new HashMap<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Map<String, Integer> kindNumbers = new HashMap<>();
    private final Map<String, Set<String>> either = new HashMap<>();
    private final Map<String, Contrast> contrasts = new HashMap<>();
    private final Chains chains;
    private final DisplayName display;

    /**
     * Reads the tables.
     *
     * @param folder the folder {@code rules/names}
     * @param errors receives the rows that cannot be used
     */
    public NameTables(Path folder, Consumer<RowError> errors) {
        this.folder = folder;
        this.errors = errors;
        Map<String, String> full = new HashMap<>();
        read(
                "abbreviations.csv",
                row -> full.put(upper(row, "Abbreviation"), upper(row, "Full")),
                "Abbreviation",
                "Full");
        fold = new WordFold(full);
        read("legal-forms.csv", this::legalForm, "Form", "Position");
        read("markers.csv", this::marker, "Marker", "Kind");
        stopWords = words("stop-words.csv", "Word");
        read("placeholders.csv", row -> placeholders.add(String.join(" ", NameToken.texts(row.get("Name")))), "Name");
        groupWords = words("group-words.csv", "Word");
        givenNames = words("given-names.csv", "Given Name");
        stateCodes = words("state-codes.csv", "Code");
        display = new DisplayName(stateCodes);
        read("display-words.csv", display::add, "Word", "Display", "Kind");
        chains = new Chains(fold, word -> kind(word) > 0 || groupWord(word));
        read("places.csv", this::place, "Place", "Kind");
        read("numbers.csv", this::number, "Word", "Value");
        read("either.csv", this::either, "Word", "Other");
        read("contrasts.csv", this::contrast, "Word", "Group", "Value");
        read("kinds.csv", this::kind, "Word", "Kind");
        stateCodes.forEach(code -> chains.addPlace(List.of(code)));
        read("chains.csv", this::chain, "Prefix", "Match", "Master Name");
    }

    private void read(String name, Consumer<Row> rows, String... columns) {
        Path file = folder.resolve(name);
        TableSpec spec = TableSpec.of(columns).with("Country", "Class", "Note", "State");
        TableReader.readIfPresent(file, spec, rows, errors);
    }

    private Set<String> words(String name, String column) {
        Set<String> words = new HashSet<>();
        read(name, row -> words.add(upper(row, column)), column);
        return words;
    }

    static String upper(Row row, String column) {
        return row.get(column).toUpperCase(Locale.ROOT);
    }

    /** The number of a word, counted from 1 in the order of the rows. */
    private static int number(Map<String, Integer> numbers, String word) {
        return numbers.computeIfAbsent(word, unknown -> numbers.size() + 1);
    }

    private void legalForm(Row row) {
        String form = upper(row, "Form");
        List<String> words = NameToken.texts(form);
        legalFormClasses.put(form, number(classNumbers, upper(row, "Class").isEmpty() ? form : upper(row, "Class")));
        if (row.get("Position").equalsIgnoreCase("start")) {
            formsAtStart.add(words, form);
        } else {
            Collections.reverse(words);
            formsAtEnd.add(words, form);
        }
    }

    private void marker(Row row) {
        List<String> words = NameToken.texts(row.get("Marker"));
        Collections.reverse(words);
        markersAtEnd.add(words, row.get("Kind").equalsIgnoreCase("numbered"));
    }

    private void place(Row row) {
        chains.addPlace(fold.phrase(row.get("Place")));
        places.add(NameToken.texts(row.get("Place")), true);
    }

    private void number(Row row) {
        try {
            numbers.put(upper(row, "Word"), Integer.parseUnsignedInt(row.get("Value")));
        } catch (NumberFormatException e) {
            errors.accept(row.error("Value", "not a whole number", "Write the value in digits, such as 2."));
        }
    }

    private void contrast(Row row) {
        contrasts.put(upper(row, "Word"), new Contrast(upper(row, "Group"), upper(row, "Value")));
    }

    private void kind(Row row) {
        kinds.put(upper(row, "Word"), number(kindNumbers, upper(row, "Kind")));
    }

    private void either(Row row) {
        String word = upper(row, "Word");
        String other = upper(row, "Other");
        either.computeIfAbsent(word, w -> new HashSet<>()).add(other);
        either.computeIfAbsent(other, w -> new HashSet<>()).add(word);
    }

    private void chain(Row row) {
        List<String> words = NameToken.texts(row.get("Prefix"));
        if (words.isEmpty() || row.get("Master Name").isEmpty()) {
            errors.accept(row.error("Prefix", "a chain needs a prefix and a master name", "Fill in both cells."));
        } else {
            chains.add(words, row.get("Match").equalsIgnoreCase("whole"), row.get("Master Name"));
        }
    }

    /** How words are folded for comparison. */
    public WordFold fold() {
        return fold;
    }

    /** The known chains. */
    public Chains chains() {
        return chains;
    }

    /** Writes names as people read them. */
    public DisplayName display() {
        return display;
    }

    /**
     * The value of a number word: 2 for {@code 2}, {@code 2ND}, {@code SECOND}, {@code TWO} and {@code II}.
     *
     * @return the value, or a hash of very long numbers; -1 if the word is no number
     */
    public int number(String word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        int digits = 0;
        int value = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            value = value * 10 + word.charAt(digits) - '0';
            digits++;
        }
        boolean ordinal = digits == word.length() - 2 && ORDINALS.contains(word.substring(digits));
        return digits > 0 && (digits == word.length() || ordinal) ? value & Integer.MAX_VALUE : -1;
    }

    /** Positions of the words that name a town, a state or a country; never the first word. */
    public BitSet placesIn(List<String> words) {
        BitSet found = new BitSet(words.size());
        for (int i = 1; i < words.size(); i++) {
            PhraseTrie<Boolean> place = places.longestAt(words, i);
            if (place != null) {
                found.set(i, i + place.length());
                i += place.length() - 1;
            } else if (i == words.size() - 1 && stateCodes.contains(words.get(i))) {
                found.set(i);
            }
        }
        return found;
    }

    boolean place(List<String> words) {
        PhraseTrie<Boolean> place = places.longestAt(words, 0);
        return place != null && place.length() == words.size();
    }

    /**
     * A word that excludes others: NORTH excludes SOUTH.
     *
     * @param group words of one group exclude each other
     * @param value words of one value do not
     */
    public record Contrast(String group, String value) {
        /** Whether a word of this one and a word of the other cannot be the same. */
        public boolean excludes(Contrast other) {
            return group.equals(other.group) && !value.equals(other.value);
        }
    }

    /** The contrast that a word makes, {@code null} if none. */
    public Contrast contrast(String word) {
        return contrasts.get(word);
    }

    /** Whether the one may stand for the other, though not always: ST for SAINT. */
    public boolean either(String word, String other) {
        return either.getOrDefault(word, Set.of()).contains(other);
    }

    /** Whether a word may stand for another, though not always, as {@link #either} tells. */
    public boolean ambiguous(String word) {
        return either.containsKey(word);
    }

    /** Number of the kind of institution that a word tells: CHURCH, SCHOOL, HOSPITAL; 0 for none. */
    public int kind(String word) {
        return kinds.getOrDefault(word, 0);
    }

    /** Number of the class a legal form belongs to, so that LIMITED and LTD are one; 0 for none. */
    public int legalFormClass(String form) {
        Integer known = legalFormClasses.get(form);
        if (known != null || form.isEmpty()) {
            return known == null ? 0 : known;
        }
        return legalFormClasses.getOrDefault(form.substring(form.lastIndexOf(' ') + 1), 0);
    }

    PhraseTrie<String> formsAtEnd() {
        return formsAtEnd;
    }

    PhraseTrie<String> formsAtStart() {
        return formsAtStart;
    }

    PhraseTrie<Boolean> markersAtEnd() {
        return markersAtEnd;
    }

    /** Whether the word says nothing in a name: OF, THE, AND. */
    public boolean stopWord(String word) {
        return stopWords.contains(word);
    }

    boolean placeholder(List<String> words) {
        return words.size() <= LONGEST_PLACEHOLDER && placeholders.contains(String.join(" ", words));
    }

    /** Whether the word only says how a company is organised: GROUP, HOLDINGS. */
    public boolean groupWord(String word) {
        return groupWords.contains(word);
    }

    /** Whether the word is a given name. */
    public boolean givenName(String word) {
        return givenNames.contains(word);
    }

    /** Whether the word is known as a given name or a place. */
    public boolean properName(String word) {
        return givenNames.contains(word) || places.longestAt(List.of(word), 0) != null;
    }
}
