package dev.segmentation.workspace;

import dev.segmentation.customer.BillingDate;
import dev.segmentation.customer.Customer;
import dev.segmentation.customer.Progress;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the customer list: every key once, sorted by key, and every other row reported. */
public final class CustomerReader {
    private static final String KEY = "Customer Key";
    private static final String DATE = "Last Billing Date (Any Stream)";
    private static final TableSpec SPEC = TableSpec.of(KEY, "Customer Name").with("Customer Number", "Source", DATE);
    private static final int NAMED_DATES = 3;

    private final Consumer<RowError> errors;
    private final Consumer<String> notes;
    private final List<Numbered> rows = new ArrayList<>();
    private final Map<String, String> repeated = new HashMap<>();
    private int oddDates;

    private record Numbered(Customer customer, long line, String file) {}

    /** The customers of a file, sorted by key, every key once; and its data rows, used or rejected. */
    public record Customers(List<Customer> customers, long rows) {}

    /** Reports rows that cannot be used and remarks about the file. */
    public CustomerReader(Consumer<RowError> errors, Consumer<String> notes) {
        this.errors = errors;
        this.notes = notes;
    }

    /** Reads a whole file. */
    public Customers read(Path file, Charset charset, Progress.Step progress) {
        long seen = TableReader.read(
                file,
                charset,
                SPEC,
                row -> {
                    add(row);
                    progress.advance(1);
                },
                errors,
                notes);
        if (oddDates > NAMED_DATES) {
            notes.accept(file.getFileName() + ": " + (oddDates - NAMED_DATES)
                    + " more cells are no dates; all rows were kept.");
        }
        return new Customers(distinct(), seen);
    }

    private void add(Row row) {
        String key = row.get(KEY);
        if (key.isEmpty()) {
            errors.accept(row.error(KEY, "no customer key", "Every row needs the key that CUSTOMERS_D joins on."));
            return;
        }
        if (row.get("Customer Name").length() > Customer.LONGEST_NAME) {
            errors.accept(row.error(
                    "Customer Name",
                    "longer than " + Customer.LONGEST_NAME + " characters",
                    "Shorten the name. Maybe a quotation mark is missing."));
            return;
        }
        String date = row.get(DATE);
        if (!BillingDate.readable(date) && oddDates++ < NAMED_DATES) {
            notes.accept(row.error(DATE, "not a date; the row was kept", "Write dates as 2026-01-31.")
                    .toString());
        }
        Customer customer = new Customer(
                key, row.get("Customer Number"), row.get("Customer Name"), once(row.get("Source")), once(date));
        rows.add(new Numbered(customer, row.line(), row.file()));
    }

    /** One text for all rows that repeat it. */
    private String once(String text) {
        return repeated.computeIfAbsent(text, t -> t);
    }

    private List<Customer> distinct() {
        rows.sort(Comparator.comparing((Numbered n) -> n.customer().key())
                .thenComparing(Numbered::customer, Customer.LATEST_FIRST)
                .thenComparingLong(Numbered::line));
        List<Customer> distinct = new ArrayList<>(rows.size());
        Numbered kept = null;
        for (Numbered row : rows) {
            if (kept == null || !kept.customer().key().equals(row.customer().key())) {
                kept = row;
                distinct.add(row.customer());
            } else {
                errors.accept(new RowError(
                        row.file(),
                        row.line(),
                        KEY,
                        row.customer().key(),
                        "this key stands on line " + kept.line() + " too, with "
                                + (row.customer().equals(kept.customer())
                                        ? "the same data"
                                        : "a later date or other data"),
                        "Line " + kept.line() + " was used. Delete one of the two rows."));
            }
        }
        return distinct;
    }
}
