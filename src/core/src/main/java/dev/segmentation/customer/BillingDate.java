package dev.segmentation.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the dates of billing systems, which are kept as text so that nothing is changed on the way through. */
public final class BillingDate {
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?:[T ].*)?"),
            Pattern.compile("(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})"),
            Pattern.compile("(?<month>\\d{1,2})[-/](?<day>\\d{1,2})[-/](?<year>\\d{4})(?:[T ].*)?"),
            Pattern.compile("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})(?:[T ].*)?"));

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
        for (Pattern form : FORMS) {
            Matcher m = form.matcher(text.strip());
            if (m.matches()) {
                try {
                    return LocalDate.of(number(m, "year"), number(m, "month"), number(m, "day"));
                } catch (DateTimeException e) {
                    continue; // it may be a date in another form
                }
            }
        }
        return null;
    }

    private static int number(Matcher m, String part) {
        return Integer.parseInt(m.group(part));
    }
}
