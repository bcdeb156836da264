package dev.segmentation.decision;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Host;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.decision.file.SegmentColumns;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person decides about a master by hand, as it was sent and not checked yet. In a change of a decision, what is
 * {@code null} stays as it is; in a new one it is blank.
 *
 * @param group a group of the locked list
 * @param detail industry in words
 * @param naics NAICS code
 * @param supportCategory secondary class, blank for none
 * @param website host, or the address of a page of it
 * @param status Final, Draft or Queued; blank means Final
 */
public record DecisionPatch(
        String group,
        String detail,
        String naics,
        String supportCategory,
        String website,
        String status,
        String reason) {
    /** The longest detail. */
    public static final int DETAIL = 200;
    /** The longest website as it is sent. */
    public static final int WEBSITE = 300;
    /** The longest reason. */
    public static final int REASON = 1000;

    private static final int WORD = 100;

    /** This as a change of that decision. */
    public DecisionPatch over(MasterDecision old) {
        return new DecisionPatch(
                or(group, old.group()),
                or(detail, old.get(SegmentColumns.DETAIL)),
                or(naics, old.get(SegmentColumns.NAICS)),
                or(supportCategory, old.get(SegmentColumns.SUPPORT)),
                or(website, old.website()),
                or(status, old.statusLabel()),
                or(reason, old.reason()));
    }

    private static String or(String said, String old) {
        return said == null ? old : said;
    }

    /**
     * What the row of this decision holds, by column.
     *
     * @throws IllegalArgumentException if something cannot stand in a table, or is in no locked list
     */
    public Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        String code = WrittenText.line("naics", naics, WORD);
        if (!code.matches(Classification.NAICS_FORM)) {
            throw new IllegalArgumentException("naics has two to six digits, or is a range such as 31-33.");
        }
        cells.put(
                SegmentColumns.GROUP,
                IndustrialGroup.parse(WrittenText.line("group", group, WORD))
                        .orElseThrow(() -> new IllegalArgumentException("group is not a group of the locked list."))
                        .label());
        cells.put(SegmentColumns.DETAIL, WrittenText.line("detail", detail, DETAIL));
        cells.put(SegmentColumns.NAICS, code);
        cells.put(SegmentColumns.METHOD, Method.MANUAL_OVERRIDE.label());
        cells.put(
                SegmentColumns.SUPPORT,
                SupportCategory.parse(WrittenText.line("supportCategory", supportCategory, WORD))
                        .orElseThrow(() ->
                                new IllegalArgumentException("supportCategory is not a category of the locked list."))
                        .label());
        cells.put(SegmentColumns.WEBSITE, host(WrittenText.line("website", website, WEBSITE)));
        cells.put(
                SegmentColumns.STATUS,
                Status.parse(WrittenText.line("status", status, WORD))
                        .orElseThrow(() -> new IllegalArgumentException("status is Final, Draft or Queued."))
                        .label());
        cells.put(SegmentColumns.REASON, reason(reason));
        return cells;
    }

    private static String host(String website) {
        return website.isEmpty()
                ? ""
                : Host.bare(website)
                        .orElseThrow(() -> new IllegalArgumentException("website is a bare host such as example.com."));
    }

    /**
     * A reason as it can stand in a table.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public static String reason(String reason) {
        return WrittenText.line("reason", reason, REASON);
    }
}
