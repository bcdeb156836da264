package dev.segmentation.decision.batch;

import dev.segmentation.decision.batch.MarkdownReader.Cell;
import dev.segmentation.decision.file.SegmentColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Makes entries of a batch in markdown while it is read from top to bottom: it hears of each piece with its line, from 1. */
class MarkdownReading {
    private final BatchHeadings headings;
    private final BatchColumns columns;
    private final BatchRow rows;
    private final Predicate<String> known;
    private final List<BatchEntry> entries = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final Map<String, Integer> unknownColumns = new TreeMap<>();
    private final TreeMap<Integer, Section> above = new TreeMap<>();
    private final Map<String, Optional<BatchHeadings.Meaning>> meanings = new HashMap<>();
    private List<String> table = List.of();

    MarkdownReading(BatchHeadings headings, BatchColumns columns, BatchRow rows, Predicate<String> known) {
        this.headings = headings;
        this.columns = columns;
        this.rows = rows;
        this.known = known;
    }

    List<BatchEntry> entries() {
        return entries;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        unknownColumns.forEach((heading, line) -> notes.add(
                "line " + line + ": the column \"" + heading + "\" is not read; see rules/" + BatchColumns.FILE));
        notes.addAll(skipped);
        return notes;
    }

    private Section section() {
        return above.isEmpty() ? Section.START : above.lastEntry().getValue();
    }

    /** Lines that are not read, and why; {@code rest} says that they are all that is left, headings among them. */
    void skipped(int line, String why, boolean rest) {
        if (rest || section().meaning().decides()) {
            skipped.add("line " + line + ": " + why);
        }
    }

    /**
     * A heading that says nothing leaves what the one above it says. One that is none by the rules of markdown counts only
     * where its words are known; its level is 1 to 6, or {@link MarkdownReader#CAPTION}.
     */
    void heading(int line, int level, String text, boolean sure) {
        Optional<BatchHeadings.Meaning> meaning = meanings.computeIfAbsent(text, headings::meaning);
        if (!sure && (meaning.isEmpty() || !meaning.get().decides())) {
            return;
        }
        above.tailMap(level, true).clear();
        BatchHeadings.Meaning over = section().meaning();
        BatchHeadings.Meaning says = meaning.map(own -> own.decides() && over.queued() ? own.alsoQueued() : own)
                .orElse(over);
        above.put(level, new Section(text, says));
        table = List.of();
    }

    void head(int line, List<Cell> cells) {
        List<String> texts = texts(cells);
        table = columns.of(texts);
        if (!named(table) && !ofDecisions(table) && section().meaning() == BatchHeadings.Meaning.OPEN) {
            skipped.add("line " + line + ": the table has no column of customers and is not read");
        }
        if (section().meaning().decides() && named(table)) {
            for (int i = 0; i < texts.size(); i++) {
                if (table.get(i) == null && !texts.get(i).isBlank()) {
                    unknownColumns.putIfAbsent(texts.get(i), line);
                }
            }
        }
    }

    private static List<String> texts(List<Cell> cells) {
        return cells.stream().map(Cell::text).toList();
    }

    void row(int line, List<Cell> cells) {
        if (!section().meaning().decides() || named(table) && headAgain(texts(cells))) {
            return;
        }
        if (named(table)) {
            entries.addAll(rows.ofRow(line, table, cells, section()));
        } else if (ofDecisions(table) || section().meaning() != BatchHeadings.Meaning.OPEN) {
            notUnderstood(line, cells, "its table has no column Customer; see rules/" + BatchColumns.FILE);
        }
    }

    private void notUnderstood(int line, List<Cell> cells, String why) {
        entries.add(BatchEntry.notUnderstood(
                line, cells.isEmpty() ? "" : cells.get(0).text(), why));
    }

    private boolean headAgain(List<String> texts) {
        return texts.size() == table.size()
                && columns.of(texts.subList(0, 1)).get(0) == table.get(0)
                && columns.of(texts).equals(table);
    }

    private static boolean named(List<String> table) {
        return table.contains(BatchColumns.CUSTOMER)
                || table.contains(BatchColumns.MASTER)
                || table.contains(SegmentColumns.ID);
    }

    /** Whether a table has columns that only decisions have; one of counts has none. */
    private static boolean ofDecisions(List<String> table) {
        return table.contains(SegmentColumns.DETAIL)
                || table.contains(SegmentColumns.NAICS)
                || table.contains(SegmentColumns.METHOD);
    }

    /** A line with cells that belongs to no table; maybe its line of dashes is missing. An edged one begins with a bar. */
    void loose(int line, List<Cell> cells, boolean edged) {
        List<String> head = columns.of(texts(cells));
        boolean sentence =
                !edged && !cells.isEmpty() && NamesInCell.prose(cells.get(0).text());
        if (named(head) && head.stream().filter(column -> column != null).count() > 1) {
            head(line, cells);
        } else if (!table.isEmpty() && table.size() == cells.size()) {
            row(line, cells);
        } else if (section().meaning().decides() && !sentence) {
            notUnderstood(line, cells, "the row belongs to no table");
        }
    }

    void item(int line, int depth, String text) {
        BatchHeadings.Meaning meaning = section().meaning();
        if (!meaning.decides() || text.isBlank()) {
            return;
        }
        boolean remark = depth > 1 && !isName(text);
        if (meaning.queued() && !remark || meaning.group().isPresent() && depth == 1 && isName(text)) {
            entries.addAll(rows.ofItem(line, text, section()));
        } else if (remark || depth == 1 || isName(text)) {
            entries.add(BatchEntry.notUnderstood(line, text, "an item of a list outside a review queue"));
        }
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
