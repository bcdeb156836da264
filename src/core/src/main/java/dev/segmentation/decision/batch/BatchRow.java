package dev.segmentation.decision.batch;

import dev.segmentation.customer.BillingDate;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.decision.batch.BatchEntry.Outcome;
import dev.segmentation.decision.batch.MarkdownReader.Cell;
import dev.segmentation.decision.file.LegacySegments;
import dev.segmentation.decision.file.SegmentColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes entries of one row of a table or one item of a list. */
final class BatchRow {
    /** Without these a short row could mean something else than its analyst wrote. */
    private static final Set<String> NEEDED =
            Set.of(BatchColumns.CUSTOMER, SegmentColumns.GROUP, SegmentColumns.METHOD, SegmentColumns.STATUS);

    private static final Pattern DASHES = Pattern.compile("\\s+[\\u2012-\\u2015-]+\\s+");
    private static final String UNNAMED = "the row names no customer";
    private static final String STRUCK = "the name is struck out; delete the line or the marks";

    private final BatchSource source;
    private final NamesInCell names;
    private final LegacySegments legacy;
    private final BatchHeadings headings;

    BatchRow(NamesInCell names, LegacySegments legacy, BatchHeadings headings, BatchSource source) {
        this.source = source;
        this.names = names;
        this.legacy = legacy;
        this.headings = headings;
    }

    List<BatchEntry> ofRow(int line, List<String> columns, List<Cell> cells, Section section) {
        BatchFields row = new BatchFields(columns, cells);
        if (cells.stream().allMatch(cell -> BatchCells.dash(cell.text()))) {
            return List.of();
        }
        String text = row.customer();
        List<NamesInCell.Named> named = names.inCell(text);
        boolean more = cells.stream().skip(columns.size()).anyMatch(cell -> !BatchCells.dash(cell.text()));
        String problem = problem(row, columns, cells, named, more);
        if (!problem.isEmpty()) {
            return List.of(BatchEntry.notUnderstood(line, text, problem));
        }
        if (more) {
            String rest = cells.stream().skip(columns.size()).map(Cell::text).reduce("", NamesInCell::joined);
            row.add(SegmentColumns.NOTES, rest);
        }
        if (row.untouched()
                && section.meaning().group().isEmpty()
                && !section.meaning().queued()) {
            return List.of(BatchEntry.open(line, text));
        }
        BatchVerdict verdict = BatchVerdict.of(row, section, legacy, headings);
        if (!verdict.problem().isEmpty()) {
            return named.stream()
                    .map(name -> BatchEntry.notUnderstood(line, name.name(), verdict.problem()))
                    .toList();
        }
        return entries(line, row, named.isEmpty() ? List.of(new NamesInCell.Named("", "")) : named, verdict, section);
    }

    /** Why a row cannot be taken for a decision, blank if it can; {@code more} says that it has cells without a column. */
    private String problem(
            BatchFields row, List<String> columns, List<Cell> cells, List<NamesInCell.Named> named, boolean more) {
        String text = row.customer();
        boolean byId = !row.text(SegmentColumns.ID).isEmpty();
        if (!text.isEmpty() && text.chars().noneMatch(Character::isLetterOrDigit)) {
            return UNNAMED;
        }
        if (text.startsWith("~~")) {
            return STRUCK;
        }
        String size = "the row has " + cells.size() + " cells and its table " + columns.size() + " columns";
        if (more && !sound(row)) {
            return size + "; write \\| for a bar within a cell";
        }
        if (cells.size() < columns.size()
                && columns.subList(cells.size(), columns.size()).stream().anyMatch(NEEDED::contains)) {
            return size;
        }
        if (!byId && (named.isEmpty() || BatchCells.dash(text))) {
            return UNNAMED;
        }
        return !more && caption(row, cells, named)
                ? "the row has nothing but one word that is no known customer; maybe it is a caption or a sum"
                : "";
    }

    /** Whether the cells are what their columns say, so that one cell more at the end is a remark. */
    private boolean sound(BatchFields row) {
        BatchCells cells = new BatchCells(headings);
        Method method = cells.method(row.text(SegmentColumns.METHOD));
        cells.naics(row.text(SegmentColumns.NAICS));
        return method != null && cells.remarks().isEmpty();
    }

    /** Whether a row is no customer but a line between rows, or the sum below them. */
    private boolean caption(BatchFields row, List<Cell> cells, List<NamesInCell.Named> named) {
        boolean bare = BatchCells.dash(row.text(SegmentColumns.DETAIL))
                && BatchCells.dash(row.text(SegmentColumns.METHOD))
                && BatchCells.dash(row.text(SegmentColumns.GROUP));
        String name = named.isEmpty() ? "" : named.get(0).name();
        boolean alone = cells.stream().skip(1).allMatch(cell -> BatchCells.dash(cell.text()));
        return bare
                && cells.size() > 2
                && (name.matches("(?i)(?:sub|grand )?totals?|sum|count")
                        || alone && !name.contains(" ") && !names.known(name) && !NamesInCell.capitals(name));
    }

    private List<BatchEntry> entries(
            int line, BatchFields row, List<NamesInCell.Named> named, BatchVerdict verdict, Section section) {
        BatchCells cells = new BatchCells(headings);
        String detail = row.plain(SegmentColumns.DETAIL);
        String code = row.text(SegmentColumns.NAICS);
        if (detail.matches("\\d{2,6}") && !code.isEmpty() && code.chars().noneMatch(Character::isDigit)) {
            cells.remarks().add("detail and NAICS stand in each other's column; exchanged");
            code = detail;
            detail = row.plain(SegmentColumns.NAICS);
        }
        String naics = cells.naics(code);
        Method method = cells.method(row.text(SegmentColumns.METHOD));
        boolean sameGroup = section.meaning().groups().contains(verdict.group());
        SupportCategory support = cells.support(
                row.text(SegmentColumns.SUPPORT),
                sameGroup ? section.meaning() : BatchHeadings.Meaning.OPEN,
                naics,
                detail);
        support = support == SupportCategory.NONE ? verdict.support() : support;
        String website = cells.website(row.cell(SegmentColumns.WEBSITE));
        boolean queued = verdict.queued() || method == Method.AI_ASSISTED_SEARCH;
        Status status = row.status(queued, cells.remarks());
        String date = BillingDate.sortable(row.text(SegmentColumns.DATE));
        if (date.isEmpty() && !row.text(SegmentColumns.DATE).isEmpty()) {
            cells.remarks().add("\"" + row.text(SegmentColumns.DATE) + "\" is no date; the day of the import counts");
        }
        Classification classification = new Classification(verdict.group(), detail, naics, support);
        String masterId = row.text(SegmentColumns.ID);
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
                    row.plain(SegmentColumns.OWNER).isEmpty() ? source.owner() : row.plain(SegmentColumns.OWNER),
                    date.isEmpty() ? source.date() : date,
                    row.plain(SegmentColumns.REASON),
                    NamesInCell.joined(name.note(), row.plain(SegmentColumns.NOTES)),
                    section.heading(),
                    cells.remarks()));
        }
        return entries;
    }

    List<BatchEntry> ofItem(int line, String text, Section section) {
        if (text.startsWith("~~") || text.chars().noneMatch(Character::isLetterOrDigit)) {
            return List.of(BatchEntry.notUnderstood(
                    line, text, text.startsWith("~~") ? STRUCK : "the item names no customer"));
        }
        List<BatchEntry> entries = new ArrayList<>();
        for (NamesInCell.Named named : names.inItem(text)) {
            entries.addAll(ofItem(line, named, section));
        }
        return entries;
    }

    private List<BatchEntry> ofItem(int line, NamesInCell.Named named, Section section) {
        BatchFields row = new BatchFields();
        if (section.meaning().queued()) {
            row.add(SegmentColumns.NOTES, named.note());
        } else {
            for (String part : DASHES.split(named.note())) {
                row.addPart(part, headings);
            }
        }
        BatchVerdict verdict = BatchVerdict.of(row, section, legacy, headings);
        return entries(line, row, List.of(new NamesInCell.Named(named.name(), "")), verdict, section);
    }
}
