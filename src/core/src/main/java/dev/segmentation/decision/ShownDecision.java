package dev.segmentation.decision;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Status;
import dev.segmentation.decision.file.SegmentColumns;

/**
 * A row of {@code MasterSegmentationOverrides.csv} as people look at it.
 *
 * @param masterId id of the present master that it is about; the id of the row if there is none, which may be blank
 * @param present whether there is such a master
 * @param canonical the name of the master as the row has it
 * @param group the group as the locked list has it, or the word of the row if it is not in the list
 * @param detail industry in words
 * @param naics NAICS code
 * @param method the method that it names, may be blank
 * @param supportCategory secondary class, may be blank
 * @param website bare host, may be blank
 * @param status Final, Draft or Queued
 * @param source {@code Manual} or the name of the batch
 * @param manual whether it was decided by hand
 * @param owner who decided
 * @param date when
 * @param reason why
 * @param notes what else is said
 * @param counts whether it is the one about its master that counts
 * @param line where it stands in the file
 * @param tag changes with what is decided about this master from this source
 */
public record ShownDecision(
        String masterId,
        boolean present,
        String canonical,
        String group,
        String detail,
        String naics,
        String method,
        String supportCategory,
        String website,
        String status,
        String source,
        boolean manual,
        String owner,
        String date,
        String reason,
        String notes,
        boolean counts,
        long line,
        String tag) {

    static ShownDecision of(DecisionRow row, String masterId, boolean present, boolean counts, String tag) {
        String group = row.get(SegmentColumns.GROUP);
        return new ShownDecision(
                masterId,
                present,
                row.get(SegmentColumns.CANONICAL),
                IndustrialGroup.parse(group).map(IndustrialGroup::label).orElse(group),
                row.get(SegmentColumns.DETAIL),
                row.get(SegmentColumns.NAICS),
                row.get(SegmentColumns.METHOD),
                row.get(SegmentColumns.SUPPORT),
                row.get(SegmentColumns.WEBSITE),
                Status.parse(row.status()).map(Status::label).orElse(row.status()),
                row.manual() ? DecisionBook.MANUAL : row.get(SegmentColumns.SOURCE),
                row.manual(),
                row.get(SegmentColumns.OWNER),
                row.get(SegmentColumns.DATE),
                row.get(SegmentColumns.REASON),
                row.get(SegmentColumns.NOTES),
                counts,
                row.line(),
                tag);
    }

    /** How a run tells it in its rationale. */
    public String why() {
        return why(manual, source, status, owner, reason);
    }

    /** A decision as the rationale tells it, without the place where it stands. */
    public static String why(boolean manual, String source, String status, String owner, String reason) {
        return (manual ? "manual decision" : "decision of " + source) + ", " + status
                + (owner.isBlank() ? "" : ", by " + owner)
                + (reason.isBlank() ? "" : ", because " + reason);
    }
}
