package dev.segmentation.decision.journal;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.file.GovernanceColumns;
import dev.segmentation.files.Fingerprint;
import dev.segmentation.table.TableException;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.table.edit.EditableTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes down what people changed in the files without this program since the last transaction. What a file held
 * then is known by its fingerprint in the journal and by the copy in the backup folder that has it.
 */
final class OutsideEdits {
    private final StoreFolder folder;
    private final DecisionJournal journal;
    private final String id;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    OutsideEdits(StoreFolder folder, DecisionJournal journal) {
        this.folder = folder;
        this.journal = journal;
        this.id = journal.nextId();
    }

    /** Writes down the edits, and says what was found. A file that the journal does not know yet is only copied. */
    Optional<String> record() throws IOException {
        Map<String, String> known = journal.state();
        Map<String, String> present = folder.state();
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (String file : GovernanceColumns.FILES) {
            String former = known.get(file);
            if (former == null) {
                keepEarlier(file, present.get(file));
            } else if (!former.equals(present.get(file))) {
                files.put(file, List.of(former, present.get(file)));
                compare(file, former);
            }
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Origin outside = new Origin(Origin.OUTSIDE, "edit outside the program", "");
        String note = String.join(" ", remarks);
        journal.append(JournalEntry.all(id, folder.now(), outside, note, changes, files, present));
        for (String file : files.keySet()) {
            folder.keepVersion(file, folder.now(), id).ifPresent(remarks::add);
        }
        return Optional.of(String.join(", ", files.keySet()) + ": changed outside the program (" + changes.size()
                + (changes.size() == 1 ? " row" : " rows") + "); noted as " + id + ".");
    }

    private void keepEarlier(String file, String present) throws IOException {
        if (!present.equals(Fingerprint.ABSENT)
                && folder.version(file, "", present).isEmpty()) {
            folder.keepVersion(file, folder.now(), StoreFolder.EARLIER).ifPresent(remarks::add);
        }
    }

    private void compare(String file, String former) throws IOException {
        JournalEntry last = journal.last();
        if (Fingerprint.of(folder.target(file))
                .equals(last.texts(JournalEntry.WANTED).get(file))) {
            remarks.add("The new content of " + last.id() + " was put in place by hand.");
        }
        Optional<Path> version = folder.version(file, "", former);
        if (version.isEmpty() && !former.equals(Fingerprint.ABSENT)) {
            remarks.add("No copy of the former " + file + " is kept, so its rows are not listed.");
            return;
        }
        try {
            List<String> columns = GovernanceColumns.of(file);
            Path nowhere = folder.path().resolve(StoreFolder.BACKUPS).resolve("absent");
            EditableTable before = EditableTable.read(version.orElse(nowhere), folder.charset(), columns);
            EditableTable after = EditableTable.read(folder.path().resolve(file), folder.charset(), columns);
            compare(file, before.rows(), after.rows());
        } catch (TableException e) {
            remarks.add(file + " cannot be read as a table, so its rows are not listed.");
        }
    }

    /** Rows that are equal are the same row; of the others, those about the same thing are one row that was changed. */
    private void compare(String file, List<EditableRow> before, List<EditableRow> after) {
        Map<EditableRow, EditableRow> pairs = new IdentityHashMap<>();
        List<EditableRow> fresh = pair(before, after, row -> Change.filled(row.cells()), pairs);
        List<EditableRow> gone =
                before.stream().filter(row -> !pairs.containsKey(row)).toList();
        Map<EditableRow, EditableRow> changed = new IdentityHashMap<>();
        List<EditableRow> added = pair(gone, fresh, row -> GovernanceColumns.key(file, row.cells()), changed);
        pairs.putAll(changed);
        long next = Long.MAX_VALUE;
        Map<EditableRow, Long> places = new IdentityHashMap<>();
        for (int i = before.size() - 1; i >= 0; i--) {
            EditableRow now = pairs.get(before.get(i));
            next = now == null ? next : now.line();
            places.put(before.get(i), next);
        }
        for (EditableRow row : gone) {
            EditableRow now = changed.get(row);
            add(file, row.cells(), now == null ? Map.of() : now.cells(), places.get(row));
        }
        added.forEach(row -> add(file, Map.of(), row.cells(), row.line()));
    }

    /** Pairs rows of both lists that have the same key, each once, and returns those of the second that are left over. */
    private static <K> List<EditableRow> pair(
            List<EditableRow> before,
            List<EditableRow> after,
            Function<EditableRow, K> key,
            Map<EditableRow, EditableRow> pairs) {
        Map<K, Deque<EditableRow>> byKey = new HashMap<>();
        for (EditableRow row : before) {
            byKey.computeIfAbsent(key.apply(row), k -> new ArrayDeque<>(1)).add(row);
        }
        List<EditableRow> left = new ArrayList<>();
        for (EditableRow row : after) {
            Deque<EditableRow> same = byKey.get(key.apply(row));
            if (same == null || same.isEmpty()) {
                left.add(row);
            } else {
                pairs.put(same.remove(), row);
            }
        }
        return left;
    }

    private void add(String file, Map<String, String> before, Map<String, String> after, long line) {
        Change.Kind kind =
                before.isEmpty() ? Change.Kind.ADDED : after.isEmpty() ? Change.Kind.DELETED : Change.Kind.CHANGED;
        changes.add(new Change(id + "-" + (changes.size() + 1), file, kind, before, after, line, List.of()));
    }
}
