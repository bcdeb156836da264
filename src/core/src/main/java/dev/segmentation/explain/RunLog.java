package dev.segmentation.explain;

import dev.segmentation.table.Row;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What the log of a run says of the members of each master, and which masters it found alike and did not merge. Never changes. */
public final class RunLog {
    static final String CANONICAL = "Master Customer Name Canonical";

    private static final TableSpec LOG = TableSpec.of(
            "Master Customer Name",
            CANONICAL,
            "Original Name",
            "Type",
            "Customer Key",
            "Similarity",
            "Reason",
            "IsMerge",
            "Initial Clean Name",
            "MergeGroupSize");
    private static final TableSpec POSSIBLE =
            TableSpec.of("Master A", "Master B", "Score", "Why").with("Rank", "Keys A", "Keys B", "Judgement");

    private final Map<String, List<Explanation.Member>> members = new LinkedHashMap<>();
    private final Map<String, String> shown = new HashMap<>();
    private final Map<String, List<Explanation.Near>> near = new HashMap<>();

    private RunLog(Path folder) {
        read(folder.resolve("CustomerDeduplicationLog.csv"), LOG, row -> {
            String canonical = row.get(CANONICAL);
            shown.put(canonical, row.get("Master Customer Name"));
            members.computeIfAbsent(canonical, c -> new ArrayList<>(1))
                    .add(new Explanation.Member(
                            row.get("Customer Key"),
                            row.get("Original Name"),
                            row.get("Type"),
                            row.get("Similarity"),
                            row.get("Reason")));
        });
        members.values().forEach(one -> one.sort(Explanation.Member.WEAKEST_FIRST));
        read(folder.resolve("PossibleMerges.csv"), POSSIBLE, row -> {
            near(row, "Master A", "Master B");
            near(row, "Master B", "Master A");
        });
    }

    private void near(Row row, String own, String other) {
        near.computeIfAbsent(row.get(own), c -> new ArrayList<>(1))
                .add(new Explanation.Near(row.get(other), row.get("Score"), row.get("Why")));
    }

    /** Reads the tables of a folder; one that is not there says nothing. */
    public static RunLog read(Path folder) {
        return new RunLog(folder);
    }

    static void read(Path file, TableSpec spec, Consumer<Row> rows) {
        if (Files.exists(file)) {
            TableReader.readOwn(file, spec, rows, error -> {}, note -> {});
        }
    }

    /** The members of a master, the most doubtful first. */
    public List<Explanation.Member> members(String canonical) {
        return members.getOrDefault(canonical, List.of());
    }

    boolean empty() {
        return members.isEmpty();
    }

    boolean has(String canonical) {
        return members.containsKey(canonical);
    }

    void each(BiConsumer<String, Explanation.Member> member) {
        members.forEach((canonical, own) -> own.forEach(one -> member.accept(canonical, one)));
    }

    String shown(String canonical) {
        return shown.get(canonical);
    }

    List<Explanation.Near> near(String canonical) {
        return near.getOrDefault(canonical, List.of());
    }
}
