package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.file.GovernanceColumns;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.table.TableException;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.table.edit.EditableTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes changes back, row by row; a row that is not any more as the change left it is refused and stays. */
final class Undo implements Consumer<GovernanceTables> {
    private final List<Transaction> transactions;
    private final Map<String, Transaction> byChange = new HashMap<>();
    private final Map<String, String> takenBackBy = new HashMap<>();
    private final List<Change> meant = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Map<String, Map<Map<String, String>, List<EditableRow>>> rows = new HashMap<>();

    /**
     * Takes back what an id means: a change, a transaction, or a source; of a source those changes that were taken back
     * already are left out.
     *
     * @throws TableException if the journal has no such thing
     */
    Undo(List<Transaction> transactions, String id) {
        this.transactions = transactions;
        for (Transaction transaction : transactions) {
            transaction.changes().forEach(change -> byChange.put(change.id(), transaction));
        }
        // from the newest on: an undo that was taken back itself takes nothing back
        for (int i = transactions.size() - 1; i >= 0; i--) {
            for (Change change : transactions.get(i).effective()) {
                if (!takenBackBy.containsKey(change.id())) {
                    change.undoes().forEach(undone -> takenBackBy.putIfAbsent(undone, change.id()));
                }
            }
        }
        boolean known = false;
        for (int i = transactions.size() - 1; i >= 0; i--) {
            known |= find(transactions.get(i), id);
        }
        if (!known) {
            throw new TableException("The journal knows no change, transaction or source called (" + id
                    + "). `segmenter history` lists the last ones.");
        }
    }

    /** Gathers the changes of a transaction that are meant; whether the id means it or something in it. */
    private boolean find(Transaction transaction, String id) {
        boolean source = sameSource(transaction.origin().sourceFile(), id);
        boolean known = source || transaction.id().equals(id);
        for (Change change : transaction.changes()) {
            boolean open = !takenBackBy.containsKey(change.id())
                    && !transaction.notInPlace().contains(change.file());
            if (transaction.id().equals(id) || change.id().equals(id) || source && open) {
                meant.add(change);
                known = true;
            }
        }
        return known;
    }

    private static boolean sameSource(String source, String id) {
        return !source.isBlank() && plain(source).equals(plain(id));
    }

    private static String plain(String source) {
        return source.strip()
                .replaceFirst("^.*[/\\\\]", "")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.(md|markdown|csv|txt|xlsx)$", "");
    }

    List<String> refused() {
        return refused;
    }

    @Override
    public void accept(GovernanceTables tables) {
        refused.clear();
        rows.clear();
        for (Change change : meant) {
            takeBack(change, tables)
                    .ifPresent(why -> refused.add(
                            change.id() + ": " + change.about() + " in " + change.file() + " " + why + "."));
        }
    }

    private Optional<String> takeBack(Change change, GovernanceTables tables) {
        Transaction transaction = byChange.get(change.id());
        if (transaction.notInPlace().contains(change.file())) {
            return Optional.of("never got into place: " + transaction.why());
        }
        if (takenBackBy.containsKey(change.id())) {
            return Optional.of("was taken back already by " + takenBackBy.get(change.id()));
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
            List<EditableRow> equal = byContent(change.file(), table).getOrDefault(change.after(), List.of());
            if (equal.isEmpty()) {
                return Optional.of(later(change, Change::before, change.after())
                        .map(by -> "was changed since by " + by + "; take that back first")
                        .orElse("is not there any more as that change left it"));
            }
            row = equal.remove(0);
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
        return table.rows().stream()
                .map(row -> Change.filled(row.cells()))
                .filter(cells -> GovernanceColumns.key(change.file(), cells).equals(key))
                .flatMap(cells -> later(change, Change::after, cells).stream())
                .findFirst();
    }

    /** The newest later change of the same file that was of those cells, such as {@code D000015-1 (analyst-2)}. */
    private Optional<String> later(
            Change earlier, Function<Change, Map<String, String>> side, Map<String, String> cells) {
        int number = JournalEntry.number(earlier.id());
        for (int i = transactions.size() - 1;
                i >= 0 && JournalEntry.number(transactions.get(i).id()) > number;
                i--) {
            Transaction transaction = transactions.get(i);
            for (Change change : transaction.effective()) {
                if (change.file().equals(earlier.file())
                        && !takenBackBy.containsKey(change.id())
                        && side.apply(change).equals(cells)) {
                    return Optional.of(change.id() + " (" + transaction.origin().owner() + ")");
                }
            }
        }
        return Optional.empty();
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
