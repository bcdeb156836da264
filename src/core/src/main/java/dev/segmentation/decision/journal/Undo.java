package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.file.GovernanceColumns;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.table.edit.EditableTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes changes back, row by row; a row that is not any more as the change left it is refused and stays. */
final class Undo implements GovernanceEdit {
    private final JournalIndex journal;
    private final List<Change> meant;
    private final List<String> refused = new ArrayList<>();
    private final Map<String, Map<Map<String, String>, List<EditableRow>>> rows = new HashMap<>();

    Undo(JournalIndex journal, String id) {
        this.journal = journal;
        this.meant = journal.meant(id);
    }

    /** What was not taken back, each with its reason. */
    List<String> refused() {
        return refused;
    }

    @Override
    public void edit(GovernanceTables tables) {
        refused.clear();
        rows.clear();
        for (Change change : meant) {
            takeBack(change, tables)
                    .ifPresent(why -> refused.add(
                            change.id() + ": " + change.about() + " in " + change.file() + " " + why + "."));
        }
    }

    private Optional<String> takeBack(Change change, GovernanceTables tables) {
        Optional<String> settled = journal.settled(change);
        if (settled.isPresent()) {
            return settled;
        }
        EditableTable table = tables.table(change.file());
        EditableRow row;
        if (change.kind() == Change.Kind.DELETED) {
            Optional<String> other = writtenSince(change, table);
            if (other.isPresent()) {
                return other.map(by -> "was written anew since by " + by + "; take that back first");
            }
            row = table.insert(change.before(), change.line());
        } else {
            row = find(change.file(), table, change.after());
            if (row == null) {
                return Optional.of(journal.laterEditOf(change, change.after())
                        .map(by -> "was changed since by " + by + "; take that back first")
                        .orElse("is not there any more as that change left it"));
            }
            if (change.kind() == Change.Kind.ADDED) {
                table.delete(row);
            } else {
                table.replace(row, former(change));
            }
        }
        if (!row.deleted()) {
            byContent(change.file(), table)
                    .computeIfAbsent(change.before(), cells -> new ArrayList<>())
                    .add(row);
        }
        tables.undoes(row, change.id());
        return Optional.empty();
    }

    /** Cells that were blank before are blanked again. */
    private static Map<String, String> former(Change change) {
        Map<String, String> cells = new LinkedHashMap<>();
        change.after().keySet().forEach(column -> cells.put(column, ""));
        cells.putAll(change.before());
        return cells;
    }

    private Optional<String> writtenSince(Change change, EditableTable table) {
        String key = GovernanceColumns.key(change.file(), change.before());
        for (EditableRow row : table.rows()) {
            Map<String, String> cells = Change.filled(row.cells());
            if (GovernanceColumns.key(change.file(), cells).equals(key)) {
                Optional<String> by = journal.laterRow(change, cells);
                if (by.isPresent()) {
                    return by;
                }
            }
        }
        return Optional.empty();
    }

    private EditableRow find(String file, EditableTable table, Map<String, String> cells) {
        List<EditableRow> equal = byContent(file, table).getOrDefault(cells, List.of());
        return equal.isEmpty() ? null : equal.remove(0);
    }

    private Map<Map<String, String>, List<EditableRow>> byContent(String file, EditableTable table) {
        return rows.computeIfAbsent(file, f -> {
            Map<Map<String, String>, List<EditableRow>> content = new HashMap<>();
            for (EditableRow row : table.rows()) {
                content.computeIfAbsent(Change.filled(row.cells()), cells -> new ArrayList<>())
                        .add(row);
            }
            return content;
        });
    }
}
