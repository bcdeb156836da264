package dev.segmentation.decision.batch;

import dev.segmentation.decision.batch.MarkdownReader.Cell;
import dev.segmentation.decision.file.LegacySegments;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.table.TableSink;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.excel.WorkbookFile;
import dev.segmentation.table.excel.WorkbookReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads batches of decisions: as analysts write them in markdown, or as a workbook that {@code next-batch} wrote and people
 * filled in. Every row of a table and every item of a list under a heading that decides becomes an entry, understood or not.
 */
public final class BatchReader {
    private static final TableSpec SPEC = TableSpec.of(BatchColumns.CUSTOMER, SegmentColumns.GROUP)
            .with(Stream.concat(BatchColumns.ALL.stream(), BatchColumns.TOLD.stream())
                    .filter(label -> !label.equals(BatchColumns.CUSTOMER) && !label.equals(SegmentColumns.GROUP))
                    .toArray(String[]::new));

    /** The sheet that holds the choices of the drop-downs. */
    private static final String CHOICES = WorkbookReader.SHEET + "Lists";

    private final BatchHeadings headings;
    private final BatchColumns columns;
    private final LegacySegments legacy;
    private final UnaryOperator<String> key;

    /**
     * A reader.
     *
     * @param key makes of a name what all its spellings share
     */
    public BatchReader(BatchHeadings headings, BatchColumns columns, LegacySegments legacy, UnaryOperator<String> key) {
        this.headings = headings;
        this.columns = columns;
        this.legacy = legacy;
        this.key = key;
    }

    /**
     * Reads a file.
     *
     * @param shown what it is called, which names the batch; {@code .xlsx} at its end means a workbook
     * @param known whether a text as a whole is the name of a customer
     * @throws dev.segmentation.table.TableException if it cannot be read
     */
    public Batch read(Path file, String shown, Predicate<String> known) {
        if (!shown.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return read(BatchSource.read(file, shown), known);
        }
        BatchSource source = BatchSource.ofWorkbook(shown);
        List<String> notes = new ArrayList<>();
        List<BatchEntry> entries = workbook(file, shown, rows(source, known), notes);
        return new Batch(source.name(), source.file(), withoutDuplicates(entries), notes);
    }

    private BatchRow rows(BatchSource source, Predicate<String> known) {
        return new BatchRow(new NamesInCell(known), legacy, headings, source);
    }

    /**
     * Reads a batch in markdown.
     *
     * @param known whether a text as a whole is the name of a customer
     */
    public Batch read(BatchSource source, Predicate<String> known) {
        MarkdownReading reading = new MarkdownReading(headings, columns, rows(source, known), known);
        MarkdownReader.read(source.lines(), reading);
        List<String> notes = new ArrayList<>(source.notes());
        notes.addAll(reading.notes());
        return new Batch(source.name(), source.file(), withoutDuplicates(reading.entries()), notes);
    }

    /** The entries of a workbook, in order of its rows. A row without a group has not been decided yet. */
    private static List<BatchEntry> workbook(Path file, String name, BatchRow rows, List<String> notes) {
        List<BatchEntry> entries = new ArrayList<>();
        TableSink sink = new TableSink(
                row -> {
                    List<Cell> cells = BatchColumns.ALL.stream()
                            .map(column -> new Cell(row.get(column), ""))
                            .toList();
                    entries.addAll(rows.ofRow((int) row.line(), BatchColumns.ALL, cells, Section.START));
                },
                error -> entries.add(BatchEntry.notUnderstood(
                        (int) error.line(), error.value(), error.problem() + ". " + error.advice())),
                remark -> {
                    if (!remark.check().equals("sheet-not-read")
                            || !remark.file().endsWith(CHOICES)) {
                        notes.add(remark.toString());
                    }
                });
        WorkbookReader.read(WorkbookReader.parse(WorkbookFile.read(file, name), name), name, SPEC, sink);
        entries.sort(Comparator.comparingInt(BatchEntry::line));
        return entries;
    }

    private List<BatchEntry> withoutDuplicates(List<BatchEntry> entries) {
        Map<String, BatchEntry> first = new HashMap<>();
        List<BatchEntry> kept = new ArrayList<>();
        for (BatchEntry entry : entries) {
            String name = entry.masterId() + "\n" + (entry.masterId().isEmpty() ? nameKey(entry.name()) : "");
            BatchEntry former = entry.decides() ? first.putIfAbsent(name, entry) : null;
            kept.add(former == null || former.sameRow(entry) ? entry : entry.duplicate(former));
        }
        return kept;
    }

    /** A name whose middle is left out may be any of several. */
    private String nameKey(String name) {
        return name.contains("\u2026") || name.contains("...") ? name : key.apply(name);
    }
}
