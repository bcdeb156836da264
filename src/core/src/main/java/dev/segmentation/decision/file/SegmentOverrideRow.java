package dev.segmentation.decision.file;

import dev.segmentation.customer.BillingDate;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Host;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.SegmentOverride;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads one row of {@code MasterSegmentationOverrides.csv}; a row that cannot be used is reported whole. */
final class SegmentOverrideRow {
    static final TableSpec SPEC = TableSpec.of(SegmentColumns.CANONICAL, SegmentColumns.GROUP)
            .with(SegmentColumns.ALL.stream()
                    .filter(column -> !List.of(SegmentColumns.CANONICAL, SegmentColumns.GROUP)
                            .contains(column))
                    .toArray(String[]::new));

    private static final Pattern NAICS = Pattern.compile(Classification.NAICS_FORM);
    private static final String LOCKED = "Use a name of the locked list; see the analyst guide.";

    private final LegacySegments legacy;
    private final Consumer<RowError> errors;

    SegmentOverrideRow(LegacySegments legacy, Consumer<RowError> errors) {
        this.legacy = legacy;
        this.errors = errors;
    }

    Optional<SegmentOverride> parse(Row row) {
        Optional<Classification> group = legacy.meaning(row.get(SegmentColumns.GROUP));
        Optional<Method> method = Method.parse(row.get(SegmentColumns.METHOD));
        Optional<SupportCategory> support = SupportCategory.parse(row.get(SegmentColumns.SUPPORT));
        Optional<Status> status = Status.parse(row.get(SegmentColumns.STATUS));
        String website = row.get(SegmentColumns.WEBSITE);
        Optional<String> host = Host.bare(website);
        String canonical = row.get(SegmentColumns.CANONICAL);
        if (canonical.isEmpty() && row.get(SegmentColumns.ID).isEmpty()) {
            return refuse(row, SegmentColumns.CANONICAL, "names no master", "Fill in the master this row decides.");
        }
        if (group.isEmpty()) {
            return refuse(row, SegmentColumns.GROUP, "not an industrial group", LOCKED);
        }
        if (method.isEmpty() && !row.get(SegmentColumns.METHOD).isEmpty()) {
            return refuse(row, SegmentColumns.METHOD, "not a method", LOCKED);
        }
        if (support.isEmpty()) {
            return refuse(row, SegmentColumns.SUPPORT, "not a support category", LOCKED);
        }
        if (status.isEmpty()) {
            return refuse(
                    row, SegmentColumns.STATUS, "not a status", "Write Final, Draft or Queued; blank means Final.");
        }
        if (!NAICS.matcher(row.get(SegmentColumns.NAICS)).matches()) {
            return refuse(
                    row,
                    SegmentColumns.NAICS,
                    "not a NAICS code",
                    "Write two to six digits, or a range such as 31-33.");
        }
        if (!website.isEmpty() && host.isEmpty()) {
            return refuse(row, SegmentColumns.WEBSITE, "not a host", "Write a bare host such as example.com.");
        }
        SupportCategory category =
                support.get() == SupportCategory.NONE ? group.get().support() : support.get();
        return Optional.of(new SegmentOverride(
                canonical,
                row.get(SegmentColumns.ID),
                new Classification(
                        group.get().group(), row.get(SegmentColumns.DETAIL), row.get(SegmentColumns.NAICS), category),
                method.orElse(null),
                host.orElse(""),
                status.get(),
                row.get(SegmentColumns.SOURCE),
                row.get(SegmentColumns.OWNER),
                BillingDate.sortable(row.get(SegmentColumns.DATE)),
                row.get(SegmentColumns.REASON),
                row.line()));
    }

    private Optional<SegmentOverride> refuse(Row row, String column, String problem, String advice) {
        errors.accept(row.error(column, problem, advice));
        return Optional.empty();
    }
}
