package dev.segmentation.output;

import dev.segmentation.customer.Decision;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.DedupeEntry;
import dev.segmentation.dedupe.ReviewPair;
import dev.segmentation.files.StagedFiles;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.MappedCustomer;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;

/** Writes the output tables; FORMATS of the columns are documented in the analyst guide. */
public final class OutputTables {
    public static final String LOG = "CustomerDeduplicationLog.csv";
    public static final String MASTERS = "MasterCustomerSegmentation.csv";
    public static final String CUSTOMERS = "CustomerSegmentation.csv";
    public static final String POSSIBLE_MERGES = "PossibleMerges.csv";
    public static final String POSSIBLE_SPLITS = "PossibleSplits.csv";
    public static final String REJECTED = "RejectedRows.csv";

    /** What both segmentation tables say of a decision. */
    private static final List<String> DECISION = List.of(
            "Industrial Group",
            "Industry Detail",
            "NAICS",
            "Method",
            "Confidence",
            "Rationale",
            "Support Category",
            "Company Website");

    private final StagedFiles staged;
    private final Path output;
    private final CsvProfile profile;

    public OutputTables(StagedFiles staged, RunSettings settings) {
        this.staged = staged;
        this.output = settings.output();
        this.profile = settings.profile();
    }

    /** Writes how each customer came to its master. */
    public void log(List<DedupeEntry> entries) throws IOException {
        List<String> columns = List.of(
                "Master Customer Name",
                "Master Customer Name Canonical",
                "Original Name",
                "Initial Clean Name",
                "Type",
                "IsMerge",
                "MergeGroupSize",
                "Customer Key",
                "Similarity",
                "Reason");
        try (TableWriter table = new TableWriter(staged.file(LOG), profile, columns)) {
            for (DedupeEntry entry : entries) {
                MasterCustomer master = entry.master();
                table.row(
                        master.name(),
                        master.canonical(),
                        entry.customer().name(),
                        entry.initialClean(),
                        entry.type(),
                        TableWriter.bool(master.merged()),
                        Integer.toString(master.members().size()),
                        entry.customer().key(),
                        entry.similarityText(),
                        entry.reason());
            }
        }
    }

    /** What people should look at; they fill in the last column and put the file into the input folder. */
    public void review(String name, String other, List<ReviewPair> pairs) throws IOException {
        List<String> columns = List.of("Rank", "Master A", other, "Score", "Why", "Keys A", "Keys B", "Judgement");
        try (TableWriter table = new TableWriter(staged.file(name), profile, columns)) {
            int rank = 0;
            for (ReviewPair pair : pairs) {
                table.row(
                        Integer.toString(++rank),
                        pair.master(),
                        pair.other(),
                        pair.scoreText(),
                        pair.why(),
                        Integer.toString(pair.masterKeys()),
                        Integer.toString(pair.otherKeys()),
                        "");
            }
        }
    }

    /**
     * Writes all masters.
     *
     * @param former what the same masters were in the table that stands in the output folder, nothing if none is of use
     */
    public void masters(List<ClassifiedMaster> classified, List<ClassifiedMaster> former) throws IOException {
        List<String> columns = join(
                List.of("Master Customer Name", "Master Customer Name Canonical"),
                DECISION,
                List.of("IsMerge", "MergeGroupSize", "Status", "Rule Id", "Master Id"));
        write(MASTERS, columns, classified.size(), former, i -> classified.get(i) == former.get(i), (table, i) -> {
            ClassifiedMaster c = classified.get(i);
            MasterCustomer master = c.master();
            table.row(new String[] {master.name(), master.canonical()}, decision(c), new String[] {
                TableWriter.bool(master.merged()),
                Integer.toString(master.members().size()),
                c.decision().status().label(),
                c.decision().ruleId(),
                master.id()
            });
        });
    }

    /** Writes all customers; for {@code former} see {@link #masters}. */
    public void customers(MasterMap map, List<ClassifiedMaster> classified, List<ClassifiedMaster> former)
            throws IOException {
        List<String> columns = join(
                List.of("Customer Key", "Original Name", "Master Customer Name"),
                DECISION,
                List.of("Source", "Master Customer Name Canonical", "Master Id"));
        String[] decisions = new String[classified.size()];
        IntPredicate stays = i -> classified.get(map.masterOf(i)) == former.get(map.masterOf(i));
        write(CUSTOMERS, columns, map.customers().size(), former, stays, (table, i) -> {
            MappedCustomer mapped = map.customers().get(i);
            MasterCustomer master = mapped.master();
            int place = map.masterOf(i);
            if (decisions[place] == null) {
                decisions[place] = decision(classified.get(place));
            }
            table.row(
                    new String[] {mapped.customer().key(), mapped.customer().name(), master.name()},
                    decisions[place],
                    new String[] {mapped.customer().source(), master.canonical(), master.id()});
        });
    }

    private void write(
            String name,
            List<String> columns,
            int count,
            List<ClassifiedMaster> former,
            IntPredicate stays,
            ObjIntConsumer<TableWriter> rows)
            throws IOException {
        Path known = former.isEmpty() ? null : output.resolve(name);
        TableWriter.write(staged.file(name), profile, columns, count, known, stays, rows);
    }

    private String decision(ClassifiedMaster c) {
        Decision decision = c.decision();
        return TableWriter.shared(
                profile,
                decision.group().label(),
                decision.classification().detail(),
                decision.classification().naics(),
                decision.method().label(),
                decision.confidence().label(),
                decision.rationale(),
                decision.classification().support().label(),
                c.website());
    }

    private static List<String> join(List<String> before, List<String> decision, List<String> behind) {
        List<String> all = new ArrayList<>(before);
        all.addAll(decision);
        all.addAll(behind);
        return all;
    }

    public void rejected(List<RowError> errors) throws IOException {
        List<String> columns = List.of("File", "Line", "Column", "Value", "Problem", "Advice");
        try (TableWriter table = new TableWriter(staged.file(REJECTED), profile, columns)) {
            for (RowError e : errors) {
                table.row(e.file(), Long.toString(e.line()), e.column(), e.value(), e.problem(), e.advice());
            }
        }
    }
}
