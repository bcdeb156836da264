package dev.segmentation.decision.exchange;

import dev.segmentation.customer.BillingDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What it is worth to look at a master; only the order means anything. */
public final class MasterValue {
    /** Months after which it no longer matters when a customer was last billed. */
    private static final double OLD = 36;

    private final LocalDate today;

    public MasterValue(LocalDate today) {
        this.today = today;
    }

    /** Each doubling of customer keys counts one, billing of this month two and of three years ago nothing. */
    public double of(int keys, String lastBilling) {
        return Math.log(Math.max(1, keys)) / Math.log(2) + 2 * recent(lastBilling);
    }

    /** 1 for this month or the future, 0 for long ago or never. */
    private double recent(String date) {
        String iso = BillingDate.sortable(date);
        if (iso.isEmpty()) {
            return 0;
        }
        double months = ChronoUnit.DAYS.between(LocalDate.parse(iso), today) / 30.4;
        return Math.max(0, 1 - Math.max(0, months) / OLD);
    }
}
