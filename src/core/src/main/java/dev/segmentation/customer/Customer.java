package dev.segmentation.customer;

import java.util.Comparator;

/**
 * One row of the billing system's customer list.
 *
 * @param key unique customer key, never blank
 * @param number customer number, may be blank
 * @param name the name as billed, may be blank
 * @param source the billing system it comes from, may be blank
 * @param lastBilling the date of the last billing in any stream, as written in the file, may be blank
 */
public record Customer(String key, String number, String name, String source, String lastBilling) {

    /**
     * Orders the rows that share one key so that the first is the one to keep: the latest billing date, then the
     * smallest text, whatever the order of rows in the file.
     */
    public static final Comparator<Customer> LATEST_FIRST = Comparator.comparing(
                    (Customer c) -> BillingDate.sortable(c.lastBilling()), Comparator.reverseOrder())
            .thenComparing(Customer::name)
            .thenComparing(Customer::number)
            .thenComparing(Customer::source);

    /** A text longer than this, in characters, is no name; a missing quotation mark may have joined a page of rows. */
    public static final int LONGEST_NAME = 10_000;

    /** Whether the billing system gave this key no name at all, or one that nobody can see. */
    public boolean nameless() {
        return name.codePoints().allMatch(Customer::invisible);
    }

    private static boolean invisible(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
