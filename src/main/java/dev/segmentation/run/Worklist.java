package dev.segmentation.run;

import dev.segmentation.csv.CsvProfile;
import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.csv.TableWriter;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.customer.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** Those of a run, the most valuable first. */
    public static List<ClassifiedMaster> of(List<ClassifiedMaster> classified) {
        return mostValuable(classified.stream().filter(c -> c.decision().needsReview()), ClassifiedMaster::master);
    }

    /** Those with many keys first, then those that were billed lately; dates are read once, not whenever two are compared. */
    static <T> List<T> mostValuable(Stream<T> all, Function<T, MasterCustomer> master) {
        return all.map(one ->
                        new Billed<>(one, master.apply(one), master.apply(one).latestBilling()))
                .sorted(Comparator.comparingInt(
                                (Billed<T> billed) -> -billed.master.members().size())
                        .thenComparing(Billed::latest, Comparator.reverseOrder())
                        .thenComparing(billed -> billed.master.canonical()))
                .map(Billed::one)
                .toList();
    }

    private record Billed<T>(T one, MasterCustomer master, String latest) {}

    static void write(Path file, CsvProfile profile, List<ClassifiedMaster> worklist) throws IOException {
        try (TableWriter table = new TableWriter(file, profile, COLUMNS)) {
            int rank = 0;
            for (ClassifiedMaster c : worklist) {
                table.row(
                        Integer.toString(++rank),
                        c.master().name(),
                        c.master().canonical(),
                        c.master().id(),
                        why(c.decision()),
                        c.decision().group().label(),
                        c.decision().runnerUp(),
                        c.decision().rationale(),
                        Integer.toString(c.master().members().size()),
                        c.master().latestBilling(),
                        String.join(" | ", c.exampleNames()));
            }
        }
    }

    /** The ids of the masters of the last worklist by their ranks; none without a worklist. */
    static Map<Integer, String> ids(Path output, Consumer<String> notes) {
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
