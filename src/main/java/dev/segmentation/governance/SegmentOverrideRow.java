package dev.segmentation.governance;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.RowError;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.customer.BillingDate;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.SegmentOverride;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads one row of {@code MasterSegmentationOverrides.csv}; a row that cannot be used is reported whole. */
final class SegmentOverrideRow {
    static final TableSpec SPEC = TableSpec.of("Master Customer Name Canonical", "Industrial Group")
            .with(
                    "Master Id",
                    "Industry Detail",
                    "NAICS",
                    "Method",
                    "Support Category",
                    "Company Website",
                    "Status",
                    "Source",
                    "Owner",
                    "Date",
                    "Reason",
                    "Notes");

    private static final Pattern NAICS = Pattern.compile("|\\d{2,6}|\\d\\d-\\d\\d");
    private static final String LOCKED = "Use a name of the locked list; see the analyst guide.";

    private final LegacySegments legacy;
    private final Consumer<RowError> errors;

    SegmentOverrideRow(LegacySegments legacy, Consumer<RowError> errors) {
        this.legacy = legacy;
        this.errors = errors;
    }

    Optional<SegmentOverride> parse(Row row) {
        Optional<Classification> group = legacy.meaning(row.get("Industrial Group"));
        Optional<Method> method = Method.parse(row.get("Method"));
        Optional<SupportCategory> support = SupportCategory.parse(row.get("Support Category"));
        Optional<Status> status = Status.parse(row.get("Status"));
        String website = row.get("Company Website");
        Optional<String> host = Host.bare(website);
        String canonical = row.get("Master Customer Name Canonical");
        if (canonical.isEmpty() && row.get("Master Id").isEmpty()) {
            return refuse(
                    row, "Master Customer Name Canonical", "names no master", "Fill in the master this row decides.");
        }
        if (group.isEmpty()) {
            return refuse(row, "Industrial Group", "not an industrial group", LOCKED);
        }
        if (method.isEmpty() && !row.get("Method").isEmpty()) {
            return refuse(row, "Method", "not a method", LOCKED);
        }
        if (support.isEmpty()) {
            return refuse(row, "Support Category", "not a support category", LOCKED);
        }
        if (status.isEmpty()) {
            return refuse(row, "Status", "not a status", "Write Final, Draft or Queued; blank means Final.");
        }
        if (!NAICS.matcher(row.get("NAICS")).matches()) {
            return refuse(row, "NAICS", "not a NAICS code", "Write two to six digits, or a range such as 31-33.");
        }
        if (!website.isEmpty() && host.isEmpty()) {
            return refuse(row, "Company Website", "not a host", "Write a bare host such as example.com.");
        }
        SupportCategory category =
                support.get() == SupportCategory.NONE ? group.get().support() : support.get();
        return Optional.of(new SegmentOverride(
                canonical,
                row.get("Master Id"),
                new Classification(group.get().group(), row.get("Industry Detail"), row.get("NAICS"), category),
                method.orElse(null),
                host.orElse(""),
                status.get(),
                row.get("Source"),
                row.get("Owner"),
                BillingDate.sortable(row.get("Date")),
                row.get("Reason"),
                row.line()));
    }

    private Optional<SegmentOverride> refuse(Row row, String column, String problem, String advice) {
        errors.accept(row.error(column, problem, advice));
        return Optional.empty();
    }
}
