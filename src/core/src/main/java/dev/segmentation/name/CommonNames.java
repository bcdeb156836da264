package dev.segmentation.name;

import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells names that many companies may bear: of at most four letters, or of one common word, place or given name. Words
 * such as GROUP or INDUSTRIES at the end do not make a name less common.
 */
public final class CommonNames {
    private static final TableSpec SPEC = TableSpec.of("Word").with("Kind", "Note");
    private static final int SHORT = 4;

    private final NameTables tables;
    private final Set<String> words = new HashSet<>();
    private final Set<String> companyWords = new HashSet<>();

    /**
     * Reads {@code common-words.csv}; an absent table is an empty one.
     *
     * @param folder the folder {@code rules/names}
     * @param tables the other tables of that folder
     * @param errors receives the rows that cannot be used
     */
    public CommonNames(Path folder, NameTables tables, Consumer<RowError> errors) {
        this.tables = tables;
        Path file = folder.resolve("common-words.csv");
        TableReader.readIfPresent(
                file,
                SPEC,
                row -> (row.get("Kind").equalsIgnoreCase("company") ? companyWords : words)
                        .add(NameTables.upper(row, "Word")),
                errors);
    }

    /** Whether the name of that key is short or common. */
    public boolean contains(String key) {
        List<String> own = List.of(key.split(" "));
        while (own.size() > 1 && saysLittle(own.get(own.size() - 1))) {
            own = own.subList(0, own.size() - 1);
        }
        String letters = String.join("", own);
        return letters.length() <= SHORT || tables.place(own) || own.size() == 1 && common(letters);
    }

    /** Whether a word only says that something is a company, or how it is organised. */
    public boolean saysLittle(String word) {
        return tables.groupWord(word) || companyWords.contains(word);
    }

    /** Whether a word is a common one, or a given name, and so tells no company by itself. */
    public boolean common(String word) {
        return words.contains(word)
                || words.contains(WordFold.singular(word))
                || tables.givenName(word)
                || saysLittle(word);
    }
}
