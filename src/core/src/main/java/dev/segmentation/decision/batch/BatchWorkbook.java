package dev.segmentation.decision.batch;

import dev.segmentation.decision.batch.BatchColumns.Column;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableSink;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.excel.WorkbookFile;
import dev.segmentation.table.excel.WorkbookReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads a worklist that people filled in as an {@code .xlsx} workbook. A row without a group has not been decided yet. */
final class BatchWorkbook {
    private static final List<Column> COLUMNS = List.of(Column.values());
    private static final TableSpec SPEC = TableSpec.of(Column.CUSTOMER.label(), Column.GROUP.label())
            .with(Stream.concat(Arrays.stream(Column.values()).map(Column::label), BatchMarkdown.TOLD.stream())
                    .filter(label -> !label.equals(Column.CUSTOMER.label()) && !label.equals(Column.GROUP.label()))
                    .toArray(String[]::new));

    /** The sheet that holds the choices of the drop-downs. */
    private static final String CHOICES = WorkbookReader.SHEET + "Lists";

    private final BatchRow rows;

    BatchWorkbook(BatchRow rows) {
        this.rows = rows;
    }

    /** The entries of a workbook of that name, in order of its rows. */
    List<BatchEntry> read(Path file, String name, List<String> notes) {
        byte[] parsed = WorkbookReader.parse(WorkbookFile.read(file, name), name);
        List<BatchEntry> entries = new ArrayList<>();
        WorkbookReader.read(
                parsed,
                name,
                SPEC,
                new TableSink(row -> entries.addAll(of(row)), error -> entries.add(notUnderstood(error)), remark -> {
                    if (!remark.check().equals("sheet-not-read")
                            || !remark.file().endsWith(CHOICES)) {
                        notes.add(remark.toString());
                    }
                }));
        entries.sort(Comparator.comparingInt(BatchEntry::line));
        return entries;
    }

    private List<BatchEntry> of(Row row) {
        List<MarkdownBlock.Cell> cells = COLUMNS.stream()
                .map(column -> new MarkdownBlock.Cell(row.get(column.label()), ""))
                .toList();
        return rows.ofRow((int) row.line(), COLUMNS, cells, Section.START);
    }

    private static BatchEntry notUnderstood(RowError error) {
        return BatchEntry.notUnderstood((int) error.line(), error.value(), error.problem() + ". " + error.advice());
    }
}
