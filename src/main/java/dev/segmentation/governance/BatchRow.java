package dev.segmentation.governance;

import dev.segmentation.customer.BillingDate;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.governance.BatchColumns.Column;
import dev.segmentation.governance.BatchEntry.Outcome;
import dev.segmentation.governance.MarkdownBlock.Cell;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes entries of one row of a table or one item of a list. */
final class BatchRow {
    /** Without these a short row could mean something else than its analyst wrote. */
    private static final Set<Column> NEEDED = EnumSet.of(Column.CUSTOMER, Column.GROUP, Column.METHOD, Column.STATUS);

    private static final String STRUCK = "the name is struck out; delete the line or the marks";
    private static final Cell BLANK = new Cell("", "");
    private static final String TO_ALIASES =
            "Fill in a column Industrial Group, or add the heading to rules/" + BatchHeadings.FILE + ".";

    private final NamesInCell names;
    private final LegacySegments legacy;
    private final BatchHeadings headings;

    BatchRow(NamesInCell names, LegacySegments legacy, BatchHeadings headings) {
        this.names = names;
        this.legacy = legacy;
        this.headings = headings;
    }

    /** What a row decides: its group, and whether that is sure enough to count. */
    private record Verdict(IndustrialGroup group, SupportCategory support, boolean queued, String problem) {}

    /**
     * The entries of a row.
     *
     * @param line where it stands
     * @param columns the columns of its table, {@code null} where a heading means nothing here
     * @param cells its cells
     * @param section what the headings above it say
     */
    List<BatchEntry> ofRow(int line, List<Column> columns, List<Cell> cells, Section section) {
        Map<Column, Cell> row = new EnumMap<>(Column.class);
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            if (columns.get(i) != null) {
                row.put(columns.get(i), cells.get(i));
            }
        }
        String text = row.getOrDefault(Column.MASTER, BLANK).text();
        if (BatchCells.dash(text)) {
            text = row.getOrDefault(Column.CUSTOMER, BLANK).text();
        }
        if (cells.stream().allMatch(cell -> BatchCells.dash(cell.text()))) {
            return List.of();
        }
        if (!text.isEmpty() && text.chars().noneMatch(Character::isLetterOrDigit)) {
            return List.of(BatchEntry.notUnderstood(line, text, "the row names no customer"));
        }
        if (text.startsWith("~~")) {
            return List.of(BatchEntry.notUnderstood(line, text, STRUCK));
        }
        boolean more = cells.stream().skip(columns.size()).anyMatch(cell -> !BatchCells.dash(cell.text()));
        if (more && !sound(row)) {
            String why = "the row has " + cells.size() + " cells and its table " + columns.size()
                    + " columns; write \\| for a bar within a cell";
            return List.of(BatchEntry.notUnderstood(line, text, why));
        }
        if (cells.size() < columns.size()
                && columns.subList(cells.size(), columns.size()).stream().anyMatch(NEEDED::contains)) {
            String why = "the row has " + cells.size() + " cells and its table " + columns.size() + " columns";
            return List.of(BatchEntry.notUnderstood(line, text, why));
        }
        List<NamesInCell.Named> named = names.inCell(text);
        boolean byId = !row.getOrDefault(Column.MASTER_ID, BLANK).text().isEmpty();
        if (named.isEmpty() && !byId || BatchCells.dash(text) && !byId) {
            return List.of(BatchEntry.notUnderstood(line, text, "the row names no customer"));
        }
        if (!more && caption(row, cells, named)) {
            String why = "the row has nothing but a name in small letters; maybe it is a caption";
            return List.of(BatchEntry.notUnderstood(line, text, why));
        }
        if (more) {
            String rest = cells.stream().skip(columns.size()).map(Cell::text).reduce("", NamesInCell::joined);
            row.put(Column.NOTES, new Cell(NamesInCell.joined(text(row, Column.NOTES), rest), ""));
        }
        Verdict verdict = verdict(row, section);
        if (!verdict.problem().isEmpty()) {
            return named.stream()
                    .map(name -> BatchEntry.notUnderstood(line, name.name(), verdict.problem()))
                    .toList();
        }
        return entries(line, row, named.isEmpty() ? List.of(new NamesInCell.Named("", "")) : named, verdict, section);
    }

    /** Whether the cells are what their columns say, so that one cell more at the end is a remark. */
    private boolean sound(Map<Column, Cell> row) {
        BatchCells cells = new BatchCells(headings);
        Method method = cells.method(text(row, Column.METHOD));
        cells.naics(text(row, Column.NAICS));
        return method != null && cells.remarks().isEmpty();
    }

    /** Whether a row is no customer but a line between rows, or the sum below them. */
    private boolean caption(Map<Column, Cell> row, List<Cell> cells, List<NamesInCell.Named> named) {
        boolean bare = BatchCells.dash(text(row, Column.DETAIL))
                && BatchCells.dash(text(row, Column.METHOD))
                && BatchCells.dash(text(row, Column.GROUP));
        String name = named.isEmpty() ? "" : named.get(0).name();
        boolean alone = cells.stream().skip(1).allMatch(cell -> BatchCells.dash(cell.text()));
        return bare
                && cells.size() > 2
                && (name.matches("(?i)(?:sub|grand )?totals?|sum|count")
                        || alone && !names.known(name) && !NamesInCell.capitals(name));
    }

    private Verdict verdict(Map<Column, Cell> row, Section section) {
        String cell = row.getOrDefault(Column.GROUP, BLANK).text();
        boolean queue = section.meaning().queued();
        if (!BatchCells.dash(cell)) {
            Optional<Verdict> own = legacy.meaning(cell)
                    .map(meaning -> new Verdict(
                            meaning.group(), meaning.support(), meaning.group() == IndustrialGroup.UNKNOWN, ""))
                    .or(() -> headings.meaning(cell).flatMap(this::single));
            String why = "\"" + cell + "\" is no industrial group. " + LOCKED;
            return own.map(verdict -> new Verdict(verdict.group(), verdict.support(), queue || verdict.queued(), ""))
                    .orElse(queue ? QUEUED : new Verdict(null, SupportCategory.NONE, false, why));
        }
        BatchHeadings.Meaning meaning = section.meaning();
        if (meaning.groups().size() != 1
                && new BatchCells(headings).method(text(row, Column.METHOD)) == Method.AI_ASSISTED_SEARCH) {
            return QUEUED;
        }
        if (meaning.group().isPresent() || meaning.queued()) {
            return new Verdict(
                    meaning.group().orElse(IndustrialGroup.UNKNOWN), SupportCategory.NONE, meaning.queued(), "");
        }
        String why = meaning.groups().size() > 1
                ? "the heading \"" + section.heading() + "\" names several groups, and the row none. " + LOCKED
                : row.containsKey(Column.GROUP)
                        ? "no industrial group is filled in"
                        : section.heading().isEmpty()
                                ? "no heading above it names a group. " + TO_ALIASES
                                : "the heading \"" + section.heading() + "\" names no known group. " + TO_ALIASES;
        return new Verdict(null, SupportCategory.NONE, false, why);
    }

    private static final Verdict QUEUED = new Verdict(IndustrialGroup.UNKNOWN, SupportCategory.NONE, true, "");
    private static final String LOCKED = "Write one of the locked list.";

    private Optional<Verdict> single(BatchHeadings.Meaning meaning) {
        if (meaning.group().isEmpty() && !meaning.queued()) {
            return Optional.empty();
        }
        SupportCategory support =
                meaning.supports().size() == 1 ? meaning.supports().iterator().next() : SupportCategory.NONE;
        return Optional.of(new Verdict(meaning.group().orElse(IndustrialGroup.UNKNOWN), support, meaning.queued(), ""));
    }

    private List<BatchEntry> entries(
            int line, Map<Column, Cell> row, List<NamesInCell.Named> named, Verdict verdict, Section section) {
        BatchCells cells = new BatchCells(headings);
        String detail = plain(row, Column.DETAIL);
        String code = text(row, Column.NAICS);
        if (detail.matches("\\d{2,6}") && !code.isEmpty() && code.chars().noneMatch(Character::isDigit)) {
            cells.remarks().add("detail and NAICS stand in each other's column; exchanged");
            code = detail;
            detail = plain(row, Column.NAICS);
        }
        String naics = cells.naics(code);
        Method method = cells.method(text(row, Column.METHOD));
        boolean sameGroup = section.meaning().groups().contains(verdict.group());
        SupportCategory support = cells.support(
                text(row, Column.SUPPORT), sameGroup ? section.meaning() : BatchHeadings.Meaning.OPEN, naics, detail);
        support = support == SupportCategory.NONE ? verdict.support() : support;
        String website = cells.website(row.getOrDefault(Column.WEBSITE, BLANK));
        boolean queued = verdict.queued() || method == Method.AI_ASSISTED_SEARCH;
        Status status = status(text(row, Column.STATUS), queued, cells.remarks());
        String date = BillingDate.sortable(text(row, Column.DATE));
        if (date.isEmpty() && !text(row, Column.DATE).isEmpty()) {
            cells.remarks().add("\"" + text(row, Column.DATE) + "\" is no date; the day of the import counts");
        }
        Classification classification = new Classification(verdict.group(), detail, naics, support);
        String masterId = text(row, Column.MASTER_ID);
        List<BatchEntry> entries = new ArrayList<>();
        for (NamesInCell.Named name : named) {
            entries.add(new BatchEntry(
                    line,
                    name.name(),
                    status == Status.QUEUED ? Outcome.QUEUED : Outcome.DECIDED,
                    named.size() == 1 ? masterId : "",
                    classification,
                    method,
                    website,
                    status,
                    plain(row, Column.OWNER),
                    date,
                    plain(row, Column.REASON),
                    NamesInCell.joined(name.note(), plain(row, Column.NOTES)),
                    section.heading(),
                    cells.remarks()));
        }
        return entries;
    }

    private static Status status(String cell, boolean queued, List<String> remarks) {
        Optional<Status> own = Status.parse(BatchCells.dash(cell) ? "" : cell);
        if (own.isEmpty()) {
            remarks.add("\"" + cell + "\" is no status of the locked list; it counts as Draft");
            return Status.DRAFT;
        }
        return BatchCells.dash(cell) && queued ? Status.QUEUED : own.get();
    }

    /** The entries of an item of a list. */
    List<BatchEntry> ofItem(int line, String text, Section section) {
        if (text.startsWith("~~") || text.chars().noneMatch(Character::isLetterOrDigit)) {
            return List.of(BatchEntry.notUnderstood(
                    line, text, text.startsWith("~~") ? STRUCK : "the item names no customer"));
        }
        List<BatchEntry> entries = new ArrayList<>();
        BatchHeadings.Meaning meaning = section.meaning();
        if (!meaning.queued()) {
            for (NamesInCell.Named named : names.inItem(text)) {
                entries.addAll(ofParts(line, named, section));
            }
            return entries;
        }
        for (NamesInCell.Named named : names.inItem(text)) {
            entries.add(new BatchEntry(
                    line,
                    named.name(),
                    meaning.queued() ? Outcome.QUEUED : Outcome.DECIDED,
                    "",
                    new Classification(meaning.group().orElse(IndustrialGroup.UNKNOWN), "", "", SupportCategory.NONE),
                    null,
                    "",
                    meaning.queued() ? Status.QUEUED : Status.FINAL,
                    "",
                    "",
                    "",
                    named.note(),
                    section.heading(),
                    List.of()));
        }
        return entries;
    }

    /** An item under a group: behind its name may stand detail, code and method, in any order, with dashes between. */
    private List<BatchEntry> ofParts(int line, NamesInCell.Named named, Section section) {
        Map<Column, Cell> row = new EnumMap<>(Column.class);
        for (String part : named.note().split("\\s+[\\u2012-\\u2015-]+\\s+")) {
            Column column = part.matches("\\d{2,6}|\\d\\d-\\d\\d")
                    ? Column.NAICS
                    : new BatchCells(headings).method(part) != null
                            ? Column.METHOD
                            : row.containsKey(Column.DETAIL) ? Column.NOTES : Column.DETAIL;
            row.merge(column, new Cell(part, ""), (a, b) -> new Cell(NamesInCell.joined(a.text(), b.text()), ""));
        }
        Verdict verdict = verdict(row, section);
        return entries(line, row, List.of(new NamesInCell.Named(named.name(), "")), verdict, section);
    }

    private static String text(Map<Column, Cell> row, Column column) {
        return row.getOrDefault(column, BLANK).text();
    }

    private static String plain(Map<Column, Cell> row, Column column) {
        String text = text(row, column).replace('\n', ' ');
        return BatchCells.dash(text) ? "" : text;
    }
}
