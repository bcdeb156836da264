package dev.segmentation.decision.batch;

import dev.segmentation.decision.batch.BatchColumns.Column;
import dev.segmentation.decision.batch.MarkdownBlock.Heading;
import dev.segmentation.decision.batch.MarkdownBlock.Item;
import dev.segmentation.decision.batch.MarkdownBlock.LooseRow;
import dev.segmentation.decision.batch.MarkdownBlock.Skipped;
import dev.segmentation.decision.batch.MarkdownBlock.TableHead;
import dev.segmentation.decision.batch.MarkdownBlock.TableRow;
import dev.segmentation.decision.file.LegacySegments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Reads batches of decisions as analysts write them in markdown. Every row of a table and every item of a list under a
 * heading that decides becomes an entry, understood or not.
 */
public final class BatchReader {
    private final BatchHeadings headings;
    private final BatchColumns columns;
    private final LegacySegments legacy;
    private final UnaryOperator<String> key;

    /**
     * A reader.
     *
     * @param headings what headings mean
     * @param columns what columns mean
     * @param legacy what old segment words mean
     * @param key makes of a name what all its spellings share
     */
    public BatchReader(BatchHeadings headings, BatchColumns columns, LegacySegments legacy, UnaryOperator<String> key) {
        this.headings = headings;
        this.columns = columns;
        this.legacy = legacy;
        this.key = key;
    }

    /**
     * Reads a file: markdown, or a workbook that {@code next-batch} wrote and people filled in.
     *
     * @param file the file
     * @param shown what it is called, which names the batch; {@code .xlsx} at its end means a workbook
     * @param known whether a text as a whole is the name of a customer
     * @throws dev.segmentation.table.TableException if it cannot be read
     */
    public Batch read(Path file, String shown, Predicate<String> known) {
        if (!shown.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return read(BatchSource.read(file, shown), known);
        }
        List<String> notes = new ArrayList<>();
        BatchSource source = BatchSource.ofWorkbook(shown);
        BatchRow rows = new BatchRow(new NamesInCell(known), legacy, headings, source);
        List<BatchEntry> entries = new BatchWorkbook(rows).read(file, shown, notes);
        return new Batch(source.name(), source.file(), withoutDuplicates(entries), notes);
    }

    /**
     * Reads a batch.
     *
     * @param source the text
     * @param known whether a text as a whole is the name of a customer
     */
    public Batch read(BatchSource source, Predicate<String> known) {
        Reading reading = new Reading(source, known);
        MarkdownBlocks.of(source.lines()).forEach(reading::block);
        List<String> notes = new ArrayList<>(source.notes());
        reading.unknownColumns.forEach((heading, line) -> notes.add(
                "line " + line + ": the column \"" + heading + "\" is not read; see rules/" + BatchColumns.FILE));
        reading.skipped.forEach(skipped -> notes.add("line " + skipped.line() + ": " + skipped.why()));
        return new Batch(source.name(), source.file(), withoutDuplicates(reading.entries), notes);
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

    /** One file as it is read from top to bottom. */
    private final class Reading {
        private final BatchRow rows;
        private final Predicate<String> known;
        private final List<BatchEntry> entries = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();
        private final Map<String, Integer> unknownColumns = new TreeMap<>();
        private final TreeMap<Integer, Section> above = new TreeMap<>();
        private final Map<String, Optional<BatchHeadings.Meaning>> meanings = new HashMap<>();
        private List<Column> table = List.of();

        Reading(BatchSource source, Predicate<String> known) {
            this.known = known;
            this.rows = new BatchRow(new NamesInCell(known), legacy, headings, source);
        }

        void block(MarkdownBlock block) {
            if (block instanceof Heading heading) {
                heading(heading);
            } else if (block instanceof TableHead head) {
                head(head.line(), head.cells());
            } else if (block instanceof TableRow row) {
                row(row.line(), row.cells());
            } else if (block instanceof LooseRow row) {
                loose(row);
            } else if (block instanceof Item item) {
                item(item);
            } else if (block instanceof Skipped line
                    && (line.rest() || section().meaning().decides())) {
                skipped.add(line);
            }
        }

        private Section section() {
            return above.isEmpty() ? Section.START : above.lastEntry().getValue();
        }

        /** A heading that says nothing leaves what the one above it says. */
        private void heading(Heading heading) {
            Optional<BatchHeadings.Meaning> meaning = meanings.computeIfAbsent(heading.text(), headings::meaning);
            if (!heading.sure() && (meaning.isEmpty() || !meaning.get().decides())) {
                return;
            }
            above.tailMap(heading.level(), true).clear();
            BatchHeadings.Meaning over = section().meaning();
            BatchHeadings.Meaning says = meaning.map(own -> own.decides() && over.queued() ? own.alsoQueued() : own)
                    .orElse(over);
            above.put(heading.level(), new Section(heading.text(), says));
            table = List.of();
        }

        private void head(int line, List<MarkdownBlock.Cell> cells) {
            List<String> texts = cells.stream().map(MarkdownBlock.Cell::text).toList();
            table = columns.of(texts);
            if (!named(table) && !ofDecisions(table) && section().meaning() == BatchHeadings.Meaning.OPEN) {
                skipped.add(new Skipped(line, "", "the table has no column of customers and is not read", false));
            }
            if (section().meaning().decides() && named(table)) {
                for (int i = 0; i < texts.size(); i++) {
                    if (table.get(i) == null && !texts.get(i).isBlank()) {
                        unknownColumns.putIfAbsent(texts.get(i), line);
                    }
                }
            }
        }

        private void row(int line, List<MarkdownBlock.Cell> cells) {
            if (!section().meaning().decides() || named(table) && headAgain(cells)) {
                return;
            }
            if (named(table)) {
                entries.addAll(rows.ofRow(line, table, cells, section()));
            } else if (ofDecisions(table) || section().meaning() != BatchHeadings.Meaning.OPEN) {
                String text = cells.isEmpty() ? "" : cells.get(0).text();
                entries.add(BatchEntry.notUnderstood(
                        line, text, "its table has no column Customer; see rules/" + BatchColumns.FILE));
            }
        }

        private boolean headAgain(List<MarkdownBlock.Cell> cells) {
            List<String> texts = cells.stream().map(MarkdownBlock.Cell::text).toList();
            return texts.size() == table.size()
                    && columns.of(texts.subList(0, 1)).get(0) == table.get(0)
                    && columns.of(texts).equals(table);
        }

        /** Whether a table has columns that only decisions have; one of counts has none. */
        private static boolean ofDecisions(List<Column> table) {
            return table.contains(Column.DETAIL) || table.contains(Column.NAICS) || table.contains(Column.METHOD);
        }

        private void loose(LooseRow row) {
            List<Column> head = columns.of(
                    row.cells().stream().map(MarkdownBlock.Cell::text).toList());
            if (named(head) && head.stream().filter(c -> c != null).count() > 1) {
                head(row.line(), row.cells());
            } else if (!table.isEmpty() && table.size() == row.cells().size()) {
                row(row.line(), row.cells());
            } else if (section().meaning().decides() && !sentence(row)) {
                String text = row.cells().isEmpty() ? "" : row.cells().get(0).text();
                entries.add(BatchEntry.notUnderstood(row.line(), text, "the row belongs to no table"));
            }
        }

        private static boolean sentence(LooseRow row) {
            return !row.edged()
                    && !row.cells().isEmpty()
                    && NamesInCell.prose(row.cells().get(0).text());
        }

        private void item(Item item) {
            BatchHeadings.Meaning meaning = section().meaning();
            if (!meaning.decides() || item.text().isBlank()) {
                return;
            }
            boolean remark = item.depth() > 1 && !isName(item.text());
            if (meaning.queued() && !remark) {
                entries.addAll(rows.ofItem(item.line(), item.text(), section()));
            } else if (meaning.group().isPresent() && item.depth() == 1 && isName(item.text())) {
                entries.addAll(rows.ofItem(item.line(), item.text(), section()));
            } else if (remark || item.depth() == 1 || isName(item.text())) {
                entries.add(
                        BatchEntry.notUnderstood(item.line(), item.text(), "an item of a list outside a review queue"));
            }
        }

        private static boolean named(List<Column> table) {
            return table.contains(Column.CUSTOMER) || table.contains(Column.MASTER) || table.contains(Column.MASTER_ID);
        }

        /** Whether it begins with a name: that of a customer, or one in capital letters as billing systems have them. */
        private boolean isName(String text) {
            List<NamesInCell.Named> named = new NamesInCell(known).inItem(text);
            return !named.isEmpty()
                    && (known.test(named.get(0).name())
                            || NamesInCell.titled(named.get(0).name())
                                    && named.get(0).name().length() > 3);
        }
    }
}
