package dev.segmentation.decision.file;

import dev.segmentation.files.Sha256;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.table.edit.EditableTable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The governance files of a folder while they are edited; each is read when it is first asked for. */
public final class GovernanceTables {
    private final Path folder;
    private final Charset charset;
    private final Map<String, EditableTable> tables = new LinkedHashMap<>();
    private final Map<EditableRow, List<String>> undoes = new IdentityHashMap<>();

    public GovernanceTables(Path folder, Charset charset) {
        this.folder = folder;
        this.charset = charset;
    }

    /**
     * The table of that name; a file that is not there is empty, with its usual columns.
     *
     * @throws IllegalArgumentException if that is no governance file
     * @throws dev.segmentation.table.TableException if it cannot be read
     */
    public EditableTable table(String fileName) {
        List<String> columns = GovernanceColumns.of(fileName);
        return tables.computeIfAbsent(fileName, name -> EditableTable.read(folder.resolve(name), charset, columns));
    }

    /** A short text that changes with all that the cells of these rows hold, wherever the rows stand. */
    public static String tag(List<EditableRow> rows) {
        StringBuilder all = new StringBuilder();
        for (EditableRow row : rows) {
            row.cells().forEach((column, cell) -> {
                if (!cell.isBlank()) {
                    all.append(column).append('\u001F').append(cell.strip()).append('\u001E');
                }
            });
            all.append('\u001D');
        }
        return Sha256.tag(all.toString());
    }

    /** Says that what happens to a row takes back an earlier change. */
    public void undoes(EditableRow row, String change) {
        undoes.computeIfAbsent(row, r -> new ArrayList<>()).add(change);
    }

    /** The tables in which something is to be changed, by file name. */
    public Map<String, EditableTable> edited() {
        Map<String, EditableTable> edited = new LinkedHashMap<>();
        for (String file : GovernanceColumns.FILES) {
            EditableTable table = tables.get(file);
            if (table != null && !table.edited().isEmpty()) {
                edited.put(file, table);
            }
        }
        return edited;
    }

    /** What is to be changed, numbered behind that id. */
    public List<Change> changes(String transaction) {
        List<Change> changes = new ArrayList<>();
        edited().forEach((file, table) -> {
            Map<EditableRow, Long> lines = table.lines();
            for (EditableRow row : table.edited()) {
                Change.Kind kind =
                        row.added() ? Change.Kind.ADDED : row.deleted() ? Change.Kind.DELETED : Change.Kind.CHANGED;
                changes.add(new Change(
                        transaction + "-" + (changes.size() + 1),
                        file,
                        kind,
                        row.former(),
                        row.cells(),
                        lines.get(row),
                        undoes.getOrDefault(row, List.of())));
            }
        });
        return changes;
    }
}
