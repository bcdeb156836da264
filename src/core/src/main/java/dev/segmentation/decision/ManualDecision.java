package dev.segmentation.decision;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Host;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;

/**
 * What a person decides about a master by hand.
 *
 * @param classification group, detail, NAICS and support category
 * @param website bare host, may be blank
 * @param status Final, Draft or Queued
 * @param reason why, may be blank
 */
public record ManualDecision(Classification classification, String website, Status status, String reason) {
    /** The longest detail. */
    public static final int DETAIL = 200;
    /** The longest website as it is sent. */
    public static final int WEBSITE = 300;
    /** The longest reason. */
    public static final int REASON = 1000;

    private static final int WORD = 100;

    /**
     * The decision that these words mean.
     *
     * @param group a group of the locked list
     * @param support a support category, blank for none
     * @param status blank means Final
     * @throws IllegalArgumentException if one of them means nothing
     */
    public static ManualDecision of(
            String group, String detail, String naics, String support, String website, String status, String reason) {
        String code = WrittenText.line("naics", naics, WORD);
        if (!code.matches(Classification.NAICS_FORM)) {
            throw new IllegalArgumentException("naics has two to six digits, or is a range such as 31-33.");
        }
        Classification classification = new Classification(
                IndustrialGroup.parse(WrittenText.line("group", group, WORD))
                        .orElseThrow(() -> new IllegalArgumentException("group is not a group of the locked list.")),
                WrittenText.line("detail", detail, DETAIL),
                code,
                SupportCategory.parse(WrittenText.line("supportCategory", support, WORD))
                        .orElseThrow(() ->
                                new IllegalArgumentException("supportCategory is not a category of the locked list.")));
        return new ManualDecision(
                classification,
                host(WrittenText.line("website", website, WEBSITE)),
                Status.parse(WrittenText.line("status", status, WORD))
                        .orElseThrow(() -> new IllegalArgumentException("status is Final, Draft or Queued.")),
                reason(reason));
    }

    /**
     * A reason as it can stand in a table.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public static String reason(String reason) {
        return WrittenText.line("reason", reason, REASON);
    }

    private static String host(String website) {
        return website.isEmpty()
                ? ""
                : Host.bare(website)
                        .orElseThrow(() -> new IllegalArgumentException("website is a bare host such as example.com."));
    }
}
