package dev.segmentation.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the dates of billing systems, which are kept as text so that nothing is changed on the way through. */
public final class BillingDate {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
    private static final Pattern DIGITS = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})(?:[T ].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:[T ].*)?");

    private BillingDate() {}

    /** The date in ISO form, which sorts as text; empty where the text is blank or is no date. */
    public static String sortable(String text) {
        if (iso(text)) {
            return text;
        }
        LocalDate date = parse(text);
        return date == null ? "" : date.toString();
    }

    /** Whether it is a date in ISO form, as most are; of the 29th and later that is not said, for it takes a calendar. */
    private static boolean iso(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (i != 4 && i != 7 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return false;
            }
        }
        int month = Integer.parseInt(text, 5, 7, 10);
        int day = Integer.parseInt(text, 8, 10, 10);
        return month >= 1 && month <= 12 && day >= 1 && day <= 28;
    }

    /** Whether the text is blank or a date in one of the known forms. */
    public static boolean readable(String text) {
        return text.isBlank() || parse(text) != null;
    }

    private static LocalDate parse(String text) {
        LocalDate date = match(YEAR_FIRST, text, 1, 2, 3);
        if (date == null) {
            date = match(DIGITS, text, 1, 2, 3);
        }
        if (date == null) {
            date = match(MONTH_FIRST, text, 3, 1, 2);
        }
        return date == null ? match(DAY_FIRST, text, 3, 2, 1) : date;
    }

    private static LocalDate match(Pattern form, String text, int year, int month, int day) {
        Matcher m = form.matcher(text.strip());
        if (!m.matches()) {
            return null;
        }
        try {
            return LocalDate.of(number(m, year), number(m, month), number(m, day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
