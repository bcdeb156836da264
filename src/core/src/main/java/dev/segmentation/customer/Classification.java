package dev.segmentation.customer;

/**
 * What a decision says of a master: the group and its refinements.
 *
 * @param group the industrial group
 * @param detail the industry in words, may be blank
 * @param naics a NAICS 2022 code of two to six digits or a range such as 31-33, may be blank
 * @param support the secondary class
 */
public record Classification(IndustrialGroup group, String detail, String naics, SupportCategory support) {
    /** How a NAICS code is written, or that there is none, as a regular expression. */
    public static final String NAICS_FORM = "|\\d{2,6}|\\d\\d-\\d\\d";

    /** The classification of what nothing places. */
    public static final Classification UNKNOWN =
            new Classification(IndustrialGroup.UNKNOWN, "", "", SupportCategory.NONE);
}
