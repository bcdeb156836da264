package dev.segmentation.run;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.TableException;
import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.csv.WorkbookWriter;
import dev.segmentation.customer.BillingDate;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.SegmentOverride;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.governance.BatchMarkdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The masters of the worklist that are worth deciding next, as a batch to fill in. */
public final class NextBatch {
    /** Columns that people fill in; {@code import-batch} reads them. */
    private static final List<String> TO_FILL = List.of(
            "Industrial Group", "Industry Detail", "NAICS", "Method", "Support Category", "Company Website", "Notes");

    private static final TableSpec WORKLIST = TableSpec.of(
                    "Master Customer Name", "Master Customer Name Canonical", "Master Id")
            .with(
                    "Rank",
                    "Why",
                    "Industrial Group",
                    "Runner-up",
                    "Rationale",
                    "MergeGroupSize",
                    "Latest Billing Date",
                    "Example Original Names");

    /** Months after which it no longer matters when a customer was last billed. */
    private static final double OLD = 36;

    private final RunSettings settings;
    private final LocalDate today;

    /**
     * A master to decide.
     *
     * @param name its name
     * @param id its id
     * @param why why it is on the worklist
     * @param suggestion the group that speaks most for itself, blank if none
     * @param runnerUp what else speaks for a group, blank if nothing
     * @param keys how many customer keys it has
     * @param lastBilling as billed, may be blank
     * @param examples spellings of its customers
     * @param value what it is worth to decide it; only the order means anything
     */
    public record Candidate(
            String name,
            String id,
            String why,
            String suggestion,
            String runnerUp,
            int keys,
            String lastBilling,
            String examples,
            double value) {}

    /** Picks from the worklist of the last run of these settings. */
    public NextBatch(RunSettings settings, LocalDate today) {
        this.settings = settings;
        this.today = today;
    }

    /**
     * The most valuable masters, the best first. Each doubling of customer keys counts one, billing of this month two and of
     * three years ago nothing, a conflict one: there somebody's rule is wrong. Masters that people have decided since are left
     * out.
     *
     * @param count at most so many
     * @param notes receives remarks about files
     * @throws TableException if there is no worklist
     */
    public List<Candidate> pick(int count, Consumer<String> notes) {
        Path file = settings.output().resolve(Worklist.FILE);
        if (!Files.exists(file)) {
            throw new TableException(file + " does not exist. Run `segmenter run` first.");
        }
        Set<String> decided = new HashSet<>();
        for (SegmentOverride override : settings.governance(error -> notes.accept(error.toString()), notes)
                .segmentOverrides()) {
            if (override.status() != Status.QUEUED) {
                decided.add(override.masterId());
                decided.add(override.canonical());
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        TableReader.readOwn(
                file,
                WORKLIST,
                row -> {
                    if (!decided.contains(row.get("Master Id"))
                            && !decided.contains(row.get("Master Customer Name Canonical"))) {
                        candidates.add(candidate(row));
                    }
                },
                error -> notes.accept(error.toString()),
                notes);
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::value).reversed().thenComparing(Candidate::name))
                .limit(count)
                .toList();
    }

    private Candidate candidate(Row row) {
        int keys = row.get("MergeGroupSize").matches("\\d{1,9}") ? Integer.parseInt(row.get("MergeGroupSize")) : 1;
        boolean conflict = row.get("Why").equals("Conflict");
        boolean named = IndustrialGroup.parse(row.get("Industrial Group"))
                .filter(group -> group != IndustrialGroup.UNKNOWN)
                .isPresent();
        double value = Math.log(Math.max(1, keys)) / Math.log(2)
                + 2 * recent(row.get("Latest Billing Date"))
                + (conflict ? 1 : 0);
        return new Candidate(
                row.get("Master Customer Name"),
                row.get("Master Id"),
                row.get("Why"),
                named ? row.get("Industrial Group") : "",
                row.get("Runner-up"),
                keys,
                row.get("Latest Billing Date"),
                row.get("Example Original Names"),
                value);
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

    /** The batch as markdown. */
    public static String markdown(String name, List<Candidate> candidates) {
        List<String> columns = new ArrayList<>(List.of("Customer", "Master Id"));
        columns.addAll(TO_FILL);
        columns.addAll(BatchMarkdown.TOLD);
        List<List<String>> rows = candidates.stream()
                .map(one -> {
                    List<String> row = new ArrayList<>(List.of(one.name(), one.id()));
                    TO_FILL.forEach(column -> row.add(""));
                    row.addAll(told(one));
                    return row;
                })
                .toList();
        List<List<String>> groups = Arrays.stream(IndustrialGroup.values())
                .map(group -> List.of(group.label()))
                .toList();
        return new BatchMarkdown(name)
                .heading("How to fill it in")
                .paragraph(
                        "Write a group of the list below into the column Industrial Group; the other columns may stay blank. "
                                + "The method AI-Assisted Search leaves a row on the worklist. A row without a group decides nothing. "
                                + "Then: `segmenter import-batch --input-md FILE`.")
                .table(List.of("Groups"), groups)
                .heading("To decide")
                .table(columns, rows)
                .toString();
    }

    private static List<String> told(Candidate one) {
        return List.of(
                one.why(),
                one.suggestion(),
                one.runnerUp(),
                Integer.toString(one.keys()),
                one.lastBilling(),
                one.examples());
    }

    /** The batch as a workbook with drop-downs of the locked lists. */
    public static void workbook(Path file, List<Candidate> candidates) throws IOException {
        List<WorkbookWriter.Column> columns = new ArrayList<>();
        columns.add(new WorkbookWriter.Column("Customer", 40, List.of(), false));
        columns.add(new WorkbookWriter.Column("Master Id", 14, List.of(), false));
        for (String column : TO_FILL) {
            columns.add(new WorkbookWriter.Column(column, 24, choices(column), true));
        }
        columns.add(new WorkbookWriter.Column("Status", 10, choices("Status"), true));
        BatchMarkdown.TOLD.forEach(column -> columns.add(new WorkbookWriter.Column(column, 24, List.of(), false)));
        List<List<String>> rows = candidates.stream()
                .map(one -> {
                    List<String> row = new ArrayList<>(List.of(one.name(), one.id()));
                    TO_FILL.forEach(column -> row.add(""));
                    row.add("");
                    row.addAll(told(one));
                    return row;
                })
                .toList();
        new WorkbookWriter(columns).write(file, "To decide", rows);
    }

    private static List<String> choices(String column) {
        return switch (column) {
            case "Industrial Group" ->
                Arrays.stream(IndustrialGroup.values())
                        .map(IndustrialGroup::label)
                        .toList();
            case "Method" -> Arrays.stream(Method.values()).map(Method::label).toList();
            case "Support Category" ->
                Arrays.stream(SupportCategory.values())
                        .map(SupportCategory::label)
                        .filter(label -> !label.isEmpty())
                        .toList();
            case "Status" -> Arrays.stream(Status.values()).map(Status::label).toList();
            default -> List.of();
        };
    }
}
