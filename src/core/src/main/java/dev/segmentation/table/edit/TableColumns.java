package dev.segmentation.table.edit;

import dev.segmentation.table.TitleGuess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of an {@link EditableTable}, each with a name of its own: the known one where there is one, else its title. A
 * column without title, or with one that stands twice, is told apart by its place.
 */
final class TableColumns {
    private final List<String> titles;
    private final List<String> names = new ArrayList<>();
    private final int width;

    TableColumns(List<String> titles, Map<String, Integer> known) {
        this.titles = new ArrayList<>(titles);
        this.width = titles.size();
        for (int i = 0; i < titles.size(); i++) {
            String name = titles.get(i);
            for (Map.Entry<String, Integer> column : known.entrySet()) {
                name = column.getValue() == i ? column.getKey() : name;
            }
            boolean taken = name.isBlank() || index(name) >= 0;
            names.add(taken ? (name + " (column " + (i + 1) + ")").strip() : name);
        }
    }

    /** Where that column stands, -1 if nowhere. */
    int index(String column) {
        int exact = names.indexOf(column);
        for (int i = 0; i < names.size() && exact < 0; i++) {
            exact = TitleGuess.same(names.get(i), column) ? i : -1;
        }
        return exact;
    }

    /** Where that column stands; one that stands nowhere is put behind all others. */
    int indexOrNew(String column) {
        int index = index(column);
        if (index >= 0) {
            return index;
        }
        titles.add(column);
        names.add(column);
        return names.size() - 1;
    }

    /** Titles that are not in the file that was read. */
    List<String> added() {
        return titles.subList(width, titles.size());
    }

    int width() {
        return titles.size();
    }

    Map<String, String> named(String[] cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; cells != null && i < names.size(); i++) {
            named.put(names.get(i), i < cells.length ? cells[i].strip() : "");
        }
        return named;
    }
}
