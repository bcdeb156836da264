package dev.segmentation.rules.table;

import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What known organisations are found by. The name alone is enough, unless it is guarded or two rows put it into different
 * groups: then its kind of legal form must agree too. What two rows still put into different groups decides nothing.
 */
public final class EntityKeys {
    private final NameTables tables;
    private final List<Entry> unguarded = new ArrayList<>();
    private final List<Entry> guarded = new ArrayList<>();

    EntityKeys(NameTables tables) {
        this.tables = tables;
    }

    private record Entry(ParsedName name, EntityRow row) {}

    /** Name and kind of legal form, so that it is one for ORANGE SA and ORANGE S.A.; empty if there is no legal form. */
    static String withForm(ParsedName name, NameTables tables) {
        int kind = tables.legalFormClass(name.legalForm());
        return kind == 0 || name.key().isEmpty() ? "" : name.key() + "\n" + kind;
    }

    /** The organisation of that name, {@code null} if none is known; one of the same kind of legal form comes first. */
    public static EntityRow find(EntityIndex index, ParsedName name, NameTables tables) {
        EntityRow row = index.find(withForm(name, tables));
        return row != null ? row : index.find(name.key());
    }

    void add(ParsedName name, boolean needsForm, EntityRow row) {
        (needsForm ? guarded : unguarded).add(new Entry(name, row));
    }

    /** The rows by their keys. */
    Map<String, EntityRow> rows() {
        return rows(row -> {});
    }

    /** The same, and shows the rows that decide nothing since others put their name into another group. */
    public Map<String, EntityRow> rows(Consumer<EntityRow> undecided) {
        Map<String, EntityRow> byName = new HashMap<>(unguarded.size() * 2);
        Set<String> disputed = new HashSet<>();
        unguarded.forEach(entry -> put(byName, entry.name().key(), entry.row(), disputed));
        Map<String, EntityRow> byForm = new HashMap<>();
        Set<String> stillDisputed = new HashSet<>();
        guarded.forEach(entry -> put(byForm, withForm(entry.name(), tables), entry.row(), stillDisputed));
        unguarded.stream()
                .filter(entry -> disputed.contains(entry.name().key()))
                .forEach(entry -> put(byForm, withForm(entry.name(), tables), entry.row(), stillDisputed));
        stillDisputed.add("");
        unguarded.stream()
                .filter(entry -> !entry.name().key().isEmpty()
                        && disputed.contains(entry.name().key()))
                .filter(entry -> stillDisputed.contains(withForm(entry.name(), tables)))
                .forEach(entry -> undecided.accept(entry.row()));
        guarded.stream()
                .filter(entry -> stillDisputed.contains(withForm(entry.name(), tables)))
                .forEach(entry -> undecided.accept(entry.row()));
        byName.keySet().removeAll(disputed);
        byForm.keySet().removeAll(stillDisputed);
        byName.putAll(byForm);
        byName.remove("");
        return byName;
    }

    private static void put(Map<String, EntityRow> rows, String key, EntityRow row, Set<String> disputed) {
        EntityRow former = rows.putIfAbsent(key, row);
        if (former != null
                && former.classification().group() != row.classification().group()) {
            disputed.add(key);
        }
    }
}
