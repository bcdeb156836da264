package dev.segmentation.output;

import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Status;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The masters that a human should look at, the most valuable first: many keys, then billed lately. */
public final class Worklist {
    /** Why a master is on the list: groups of equal standing spoke for it. */
    public static final String CONFLICT = "Conflict";

    /** Name of the file in the output folder. */
    public static final String FILE = "SegmentationReviewWorklist.csv";

    private static final TableSpec RANKS = TableSpec.of("Rank", "Master Id");
    private static final List<String> COLUMNS = List.of(
            "Rank",
            "Master Customer Name",
            "Master Customer Name Canonical",
            "Master Id",
            "Why",
            "Industrial Group",
            "Runner-up",
            "Rationale",
            "MergeGroupSize",
            "Latest Billing Date",
            "Example Original Names");

    private Worklist() {}

    /** Writes the list, which is ranked already. */
    public static void write(Path file, CsvProfile profile, List<ClassifiedMaster> worklist) throws IOException {
        try (TableWriter table = new TableWriter(file, profile, COLUMNS)) {
            int rank = 0;
            for (ClassifiedMaster one : worklist) {
                table.row(
                        Integer.toString(++rank),
                        one.master().name(),
                        one.master().canonical(),
                        one.master().id(),
                        why(one.decision()),
                        one.decision().group().label(),
                        one.decision().runnerUp(),
                        one.decision().rationale(),
                        Integer.toString(one.master().members().size()),
                        one.master().latestBilling(),
                        String.join(" | ", one.exampleNames()));
            }
        }
    }

    /** The ids of the masters of the last worklist by their ranks; none without a worklist. */
    public static Map<Integer, String> ids(Path output, Consumer<String> notes) {
        Map<Integer, String> ids = new HashMap<>();
        Path file = output.resolve(FILE);
        if (Files.exists(file)) {
            TableReader.readOwn(
                    file,
                    RANKS,
                    row -> {
                        if (row.get("Rank").matches("[1-9]\\d{0,8}")) {
                            ids.put(Integer.parseInt(row.get("Rank")), row.get("Master Id"));
                        }
                    },
                    error -> notes.accept(error.toString()),
                    unused -> {});
        }
        return ids;
    }

    /** Why a master is on the list, in a word. */
    public static String why(Decision decision) {
        if (decision.conflict()) {
            return CONFLICT;
        }
        if (decision.status() == Status.QUEUED) {
            return "Queued";
        }
        return decision.group() == IndustrialGroup.UNKNOWN && decision.byPeople() ? "Unknown" : "Unclassified";
    }
}
