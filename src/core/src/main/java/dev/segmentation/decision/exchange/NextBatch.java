package dev.segmentation.decision.exchange;

import dev.segmentation.customer.BillingDate;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Status;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.output.Worklist;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The masters of the worklist that are worth deciding next, as a batch to fill in. */
public final class NextBatch {
    /** Months after which it no longer matters when a customer was last billed. */
    private static final double OLD = 36;

    private static final TableSpec WORKLIST = TableSpec.of(
                    "Rank", "Master Customer Name", "Master Customer Name Canonical", "Master Id")
            .with(
                    "Why",
                    "Industrial Group",
                    "Runner-up",
                    "Rationale",
                    "MergeGroupSize",
                    "Latest Billing Date",
                    "Example Original Names");

    private final RunSettings settings;
    private final LocalDate today;

    /**
     * A master to decide.
     *
     * @param rank its rank on the worklist
     * @param suggestion the group that speaks most for itself, blank if none
     * @param runnerUp what else speaks for a group, blank if nothing
     * @param keys how many customer keys it has
     * @param lastBilling as billed, may be blank
     * @param examples spellings of its customers
     * @param value what it is worth to decide it; only the order means anything
     */
    public record Candidate(
            int rank,
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
     * The most valuable masters, the best first. A conflict adds one to the {@link #value}: there somebody's rule is wrong.
     * Masters that people have decided since are left out.
     *
     * @throws TableException if there is no worklist
     */
    public List<Candidate> pick(int count, Consumer<String> notes) {
        return pick(count, settings.governance(error -> notes.accept(error.toString()), notes), notes);
    }

    /**
     * What it is worth to look at a master; only the order means anything. Each doubling of customer keys counts one, billing of
     * this month two and of three years ago, or none, nothing.
     */
    public static double value(int keys, String lastBilling, LocalDate today) {
        String iso = BillingDate.sortable(lastBilling);
        double months = iso.isEmpty() ? OLD : ChronoUnit.DAYS.between(LocalDate.parse(iso), today) / 30.4;
        double recent = Math.max(0, 1 - Math.max(0, months) / OLD);
        return Math.log(Math.max(1, keys)) / Math.log(2) + 2 * recent;
    }

    /** The same where the decisions of people were read before. */
    public List<Candidate> pick(int count, Governance governance, Consumer<String> notes) {
        Path file = settings.output().resolve(Worklist.FILE);
        if (!Files.exists(file)) {
            throw new TableException(file + " does not exist. Run `segmenter run` first.");
        }
        Set<String> decided = decided(governance);
        List<Candidate> candidates = new ArrayList<>();
        Set<String> ranks = new HashSet<>();
        TableReader.readOwn(
                file,
                WORKLIST,
                row -> {
                    if (!row.get("Rank").matches("[1-9]\\d{0,8}") || !ranks.add(row.get("Rank"))) {
                        notes.accept(row.error("Rank", "not a rank of its own", "Run `segmenter run` again.")
                                .toString());
                    } else if (!decided.contains(row.get("Master Id"))
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

    private static Set<String> decided(Governance governance) {
        Set<String> decided = new HashSet<>();
        for (MasterDecision override : governance.segmentOverrides()) {
            if (override.status() != Status.QUEUED) {
                decided.add(override.masterId());
                decided.add(override.canonical());
            }
        }
        return decided;
    }

    private Candidate candidate(Row row) {
        int keys = row.get("MergeGroupSize").matches("\\d{1,9}") ? Integer.parseInt(row.get("MergeGroupSize")) : 1;
        boolean conflict = row.get("Why").equals(Worklist.CONFLICT);
        boolean named = IndustrialGroup.parse(row.get("Industrial Group"))
                .filter(group -> group != IndustrialGroup.UNKNOWN)
                .isPresent();
        double value = value(keys, row.get("Latest Billing Date"), today) + (conflict ? 1 : 0);
        return new Candidate(
                Integer.parseInt(row.get("Rank")),
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
}
