package dev.segmentation.rules.table;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code rules/groups.csv}: the industrial groups in order of precedence, with folder, id prefix, NAICS and colour. */
public final class GroupTable {
    private static final String NAME = "groups";
    private static final TableSpec SPEC =
            TableSpec.of("Industrial Group", "Folder", "Id Prefix").with("Default NAICS", "Colour", "Description");

    private final Map<IndustrialGroup, Entry> entries = new EnumMap<>(IndustrialGroup.class);

    /**
     * One group.
     *
     * @param folder its folder under {@code rules/groups}, blank for Unknown
     * @param prefix how the ids of its rules and terms begin
     * @param naics the code of a decision that carries none, may be blank
     * @param colour for charts, as {@code #rrggbb}
     * @param priority 1 decides first
     */
    public record Entry(
            IndustrialGroup group,
            String folder,
            String prefix,
            String naics,
            String colour,
            int priority,
            String description) {}

    GroupTable(RuleTables tables, Consumer<Row> observer) {
        List<Row> rows = new ArrayList<>();
        String file = tables.require(NAME, SPEC, rows::add);
        for (Row row : rows) {
            add(row, tables);
            observer.accept(row);
        }
        for (IndustrialGroup group : IndustrialGroup.values()) {
            if (!file.isEmpty() && !entries.containsKey(group)) {
                String advice = "Add a row for this group of the locked list.";
                tables.refuse(new RowError(
                        file, 1, "Industrial Group", group.label(), "group is missing", advice, "missing-group"));
            }
        }
    }

    private void add(Row row, RuleTables tables) {
        IndustrialGroup group =
                IndustrialGroup.parse(row.get("Industrial Group")).orElse(null);
        if (group == null) {
            String advice = "Use a name of the locked list.";
            tables.refuse(row.error("unknown-group", "Industrial Group", "not in the locked list", advice));
        } else if (entries.containsKey(group)) {
            String advice = "Delete one of the two rows.";
            tables.refuse(row.error("duplicate-group", "Industrial Group", "stands twice", advice));
        } else {
            Entry entry = new Entry(
                    group,
                    row.get("Folder"),
                    row.get("Id Prefix"),
                    row.get("Default NAICS"),
                    row.get("Colour"),
                    entries.size() + 1,
                    row.get("Description"));
            entries.put(group, entry);
        }
    }

    /** The groups in order of precedence. */
    public List<Entry> inOrder() {
        return entries.values().stream()
                .sorted(Comparator.comparingInt(Entry::priority))
                .toList();
    }

    public Entry of(IndustrialGroup group) {
        return entries.get(group);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupTable table && entries.equals(table.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
