package dev.segmentation.run;

import dev.segmentation.csv.CsvProfile;
import dev.segmentation.csv.RowError;
import dev.segmentation.csv.StagedFiles;
import dev.segmentation.csv.TableWriter;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.DedupeEntry;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the output tables; FORMATS of the columns are documented in the analyst guide. */
final class OutputTables {
    static final String LOG = "CustomerDeduplicationLog.csv";
    static final String MASTERS = "MasterCustomerSegmentation.csv";
    static final String CUSTOMERS = "CustomerSegmentation.csv";
    static final String REJECTED = "RejectedRows.csv";

    private final StagedFiles staged;
    private final CsvProfile profile;

    OutputTables(StagedFiles staged, CsvProfile profile) {
        this.staged = staged;
        this.profile = profile;
    }

    void log(List<DedupeEntry> entries) throws IOException {
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
                        Double.isNaN(entry.similarity()) ? "" : String.format(Locale.ROOT, "%.3f", entry.similarity()),
                        entry.reason());
            }
        }
    }

    void masters(List<ClassifiedMaster> classified) throws IOException {
        List<String> columns = List.of(
                "Master Customer Name",
                "Master Customer Name Canonical",
                "Industrial Group",
                "Industry Detail",
                "NAICS",
                "Method",
                "Confidence",
                "Rationale",
                "Support Category",
                "Company Website",
                "IsMerge",
                "MergeGroupSize",
                "Status",
                "Rule Id",
                "Master Id");
        try (TableWriter table = new TableWriter(staged.file(MASTERS), profile, columns)) {
            for (ClassifiedMaster c : classified) {
                MasterCustomer master = c.master();
                Decision decision = c.decision();
                table.row(
                        master.name(),
                        master.canonical(),
                        decision.group().label(),
                        decision.classification().detail(),
                        decision.classification().naics(),
                        decision.method().label(),
                        decision.confidence().label(),
                        decision.rationale(),
                        decision.classification().support().label(),
                        c.website(),
                        TableWriter.bool(master.merged()),
                        Integer.toString(master.members().size()),
                        decision.status().label(),
                        decision.ruleId(),
                        master.id());
            }
        }
    }

    void customers(MasterMap map, List<ClassifiedMaster> classified) throws IOException {
        List<String> columns = List.of(
                "Customer Key",
                "Original Name",
                "Master Customer Name",
                "Industrial Group",
                "Industry Detail",
                "NAICS",
                "Method",
                "Confidence",
                "Rationale",
                "Support Category",
                "Company Website",
                "Source",
                "Master Customer Name Canonical",
                "Master Id");
        Map<String, ClassifiedMaster> byId = new HashMap<>();
        classified.forEach(c -> byId.put(c.master().id(), c));
        try (TableWriter table = new TableWriter(staged.file(CUSTOMERS), profile, columns)) {
            for (MappedCustomer mapped : map.customers()) {
                ClassifiedMaster c = byId.get(mapped.master().id());
                Decision decision = c.decision();
                table.row(
                        mapped.customer().key(),
                        mapped.customer().name(),
                        mapped.master().name(),
                        decision.group().label(),
                        decision.classification().detail(),
                        decision.classification().naics(),
                        decision.method().label(),
                        decision.confidence().label(),
                        decision.rationale(),
                        decision.classification().support().label(),
                        c.website(),
                        mapped.customer().source(),
                        mapped.master().canonical(),
                        mapped.master().id());
            }
        }
    }

    void rejected(List<RowError> errors) throws IOException {
        List<String> columns = List.of("File", "Line", "Column", "Value", "Problem", "Advice");
        try (TableWriter table = new TableWriter(staged.file(REJECTED), profile, columns)) {
            for (RowError e : errors) {
                table.row(e.file(), Long.toString(e.line()), e.column(), e.value(), e.problem(), e.advice());
            }
        }
    }
}
