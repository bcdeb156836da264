package dev.segmentation.decision.file;

import dev.segmentation.customer.BillingDate;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.table.edit.EditableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decision of people about one master: a row of {@code MasterSegmentationOverrides.csv}, with what its cells mean. Rows that a
 * run uses were checked before; of others a cell may hold anything.
 *
 * @param index its place among the rows
 * @param line where it stands in the file
 */
public record MasterDecision(int index, long line, Map<String, String> cells) {
    /** The source of decisions made by hand. */
    public static final String MANUAL = "Manual";

    /** The newer one last; those of one date in order of the file. */
    public static final Comparator<MasterDecision> NEWEST_LAST =
            Comparator.comparing(MasterDecision::date).thenComparing(MasterDecision::index);

    /** That which counts about a master comes last: by hand before batches, then the newer one. */
    public static final Comparator<MasterDecision> LEAST_FIRST =
            Comparator.comparing(MasterDecision::manual).thenComparing(NEWEST_LAST);

    /** The decisions of a table as it is now. */
    public static List<MasterDecision> of(List<EditableRow> rows) {
        List<MasterDecision> decisions = new ArrayList<>();
        for (EditableRow row : rows) {
            decisions.add(new MasterDecision(decisions.size(), row.line(), row.cells()));
        }
        return decisions;
    }

    /** The one that counts among those of one kind, by hand or of batches. */
    public static Optional<MasterDecision> counting(List<MasterDecision> rows, boolean manual) {
        return rows.stream().filter(row -> row.manual() == manual).max(LEAST_FIRST);
    }

    /** The cell of a column without surrounding space. */
    public String get(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    /** Canonical name of the master. */
    public String canonical() {
        return get(SegmentColumns.CANONICAL);
    }

    /** Id of the master, preferred over the name where given. */
    public String masterId() {
        return get(SegmentColumns.ID);
    }

    /** The canonical name, or the id if the row has no name. */
    public String name() {
        return canonical().isEmpty() ? masterId() : canonical();
    }

    /** Whether the other row names the same group in the same word. */
    public boolean sameGroup(MasterDecision other) {
        return get(SegmentColumns.GROUP).equalsIgnoreCase(other.get(SegmentColumns.GROUP));
    }

    /** The group as the locked list has it, or the word of the row if it is not in the list. */
    public String group() {
        String word = get(SegmentColumns.GROUP);
        return IndustrialGroup.parse(word).map(IndustrialGroup::label).orElse(word);
    }

    /** Group, detail, NAICS and support category; what is not in the locked lists is unknown. */
    public Classification classification() {
        return new Classification(
                IndustrialGroup.parse(get(SegmentColumns.GROUP)).orElse(IndustrialGroup.UNKNOWN),
                get(SegmentColumns.DETAIL),
                get(SegmentColumns.NAICS),
                SupportCategory.parse(get(SegmentColumns.SUPPORT)).orElse(SupportCategory.NONE));
    }

    /** The method that it names, {@code null} if it names none. */
    public Method method() {
        return Method.parse(get(SegmentColumns.METHOD)).orElse(null);
    }

    /** The website as the row has it, which is the bare host once the row was checked. */
    public String website() {
        return get(SegmentColumns.WEBSITE);
    }

    /** Final where the row says nothing, and Queued where it says what is no status. */
    public Status status() {
        return Status.parse(get(SegmentColumns.STATUS)).orElse(Status.QUEUED);
    }

    /** The status as the row has it, Final where it says nothing. */
    public String statusText() {
        return get(SegmentColumns.STATUS).isEmpty() ? Status.FINAL.label() : get(SegmentColumns.STATUS);
    }

    /** The status as the locked list writes it, or the word of the row if it is not in the list. */
    public String statusLabel() {
        return Status.parse(statusText()).map(Status::label).orElse(statusText());
    }

    /** {@code Manual} or the name of the batch it came from, as the row has it. */
    public String source() {
        return get(SegmentColumns.SOURCE);
    }

    /** Whether it was written by hand rather than imported from a batch; such a row outranks those of batches. */
    public boolean manual() {
        return source().isBlank() || source().equalsIgnoreCase(MANUAL);
    }

    /** The source as people read it: {@link #MANUAL} or the name of the batch. */
    public String shownSource() {
        return manual() ? MANUAL : source();
    }

    /** Who decided. */
    public String owner() {
        return get(SegmentColumns.OWNER);
    }

    /** When, in ISO form, blank if no date can be read. */
    public String date() {
        return BillingDate.sortable(get(SegmentColumns.DATE));
    }

    /** Why. */
    public String reason() {
        return get(SegmentColumns.REASON);
    }

    /** The decision in a sentence about others, with the line where it stands. */
    public String told() {
        return get(SegmentColumns.GROUP)
                + (statusText().equalsIgnoreCase("Final") ? "" : " (" + statusText() + ")") + " of " + shownSource()
                + " (line " + line + ")";
    }

    /** The decision as a run tells it in its rationale, without the line where it stands. */
    public String why() {
        return (manual() ? "manual decision" : "decision of " + source()) + ", " + statusLabel()
                + (owner().isEmpty() ? "" : ", by " + owner())
                + (reason().isEmpty() ? "" : ", because " + reason());
    }
}
