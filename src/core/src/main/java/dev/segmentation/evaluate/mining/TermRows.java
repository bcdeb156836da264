package dev.segmentation.evaluate.mining;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.RulePlace;
import dev.segmentation.rules.table.GroupTable;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.TableWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows for the tables of terms: free ids, and cells in the order of the columns of each table. */
public final class TermRows {
    /** The columns of a table of terms in their usual order. */
    public static final List<String> COLUMNS =
            List.of("Id", "Term", "Match", "Method", "Industry Detail", "NAICS", "Support Category", "Unless", "Note");

    private final Path rules;
    private final Map<IndustrialGroup, GroupTable.Entry> groups = new HashMap<>();
    private final Map<String, Integer> lastTerm = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<IndustrialGroup, List<String>> orders = new HashMap<>();

    /** The tables of that folder, of which the catalogue was made. */
    public TermRows(Path rules, RuleCatalog catalog) {
        this.rules = rules;
        catalog.groups().inOrder().forEach(entry -> groups.put(entry.group(), entry));
        for (RulePlace place : catalog.places()) {
            taken.add(place.id());
            String number = place.id().replaceFirst("^.*-(?=\\d{1,8}$)", "");
            if (place.term() && number.matches("\\d+")) {
                String prefix = place.id().substring(0, place.id().length() - number.length() - 1);
                lastTerm.merge(prefix, Integer.parseInt(number), Math::max);
            }
        }
    }

    /** Whether the group has a table to paste a row into. */
    boolean has(IndustrialGroup group) {
        return groups.containsKey(group) && !groups.get(group).folder().isEmpty();
    }

    /** The next id of the table of a group that nobody has. */
    public String nextId(IndustrialGroup group) {
        String prefix = groups.get(group).prefix();
        int number = lastTerm.getOrDefault(prefix, 0);
        String id;
        do {
            id = String.format("%s-%03d", prefix, ++number);
        } while (taken.contains(id));
        return id;
    }

    /** That id is taken from now on. */
    public void take(String id) {
        taken.add(id);
    }

    /** The table of a group, from the rules folder on. */
    String table(IndustrialGroup group) {
        return "groups/" + groups.get(group).folder() + "/terms.csv";
    }

    /** The row, to be pasted into the table of its group. */
    String row(IndustrialGroup group, Map<String, String> cells) {
        return TableWriter.line(orders.computeIfAbsent(group, this::order).stream()
                .map(column -> cells.getOrDefault(column, ""))
                .toList());
    }

    private List<String> order(IndustrialGroup group) {
        Path table = rules.resolve(table(group));
        List<String> order = new ArrayList<>();
        TableSpec spec = TableSpec.of("Id", "Term")
                .with(COLUMNS.subList(2, COLUMNS.size()).toArray(String[]::new));
        TableReader.readIfPresent(
                table,
                spec,
                row -> {
                    if (order.isEmpty()) {
                        order.addAll(Collections.nCopies(
                                Collections.max(row.columns().values()) + 1, ""));
                        row.columns().forEach((column, index) -> order.set(index, column));
                    }
                },
                error -> {});
        return order.isEmpty() ? COLUMNS : order;
    }
}
