package dev.segmentation.fuzz;

import static dev.segmentation.testkit.FuzzInput.hold;

import dev.segmentation.decision.file.Governance;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.LegacySegments;
import dev.segmentation.files.OutputException;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.suggest.workflow.Rejections;
import dev.segmentation.suggest.workflow.TestRun;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.testkit.Fuzz;
import dev.segmentation.testkit.FuzzInput;
import dev.segmentation.testkit.RowCount;
import dev.segmentation.testkit.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the files of decisions: every row of them counts, is replaced with a note, or is rejected. */
@Tag("long")
class GovernanceFuzzTest {
    private static final Path INPUT = Path.of("input");
    private static final int EACH = 1_000;

    private final List<RowError> rejected = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private LegacySegments legacy;

    @TempDir
    Path folder;

    @BeforeEach
    void readWords() {
        legacy = new LegacySegments(Path.of("rules/common/legacy-segments.csv"), error -> {});
    }

    @Test
    void everyKeyOverrideCounts() throws IOException, InterruptedException {
        fuzz(
                GovernanceFiles.MANUAL,
                List.of("Customer Key", "Manual Master Name", "Manual Segment", "Notes"),
                governance -> governance.keyOverrides().size() + replaced());
    }

    @Test
    void everyMergeJudgementCounts() throws IOException, InterruptedException {
        fuzz(
                GovernanceFiles.MERGES,
                List.of("Alias Canonical", "Master Canonical", "Judgement", "Owner", "Date", "Reason"),
                governance -> governance.judgements().size());
    }

    @Test
    void everySegmentOverrideCounts() throws IOException, InterruptedException {
        fuzz(
                GovernanceFiles.SEGMENTS,
                List.of(
                        "Master Customer Name Canonical",
                        "Master Id",
                        "Industrial Group",
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
                        "Notes"),
                governance -> governance.segmentOverrides().size());
    }

    @Test
    void everyWebsiteCounts() throws IOException, InterruptedException {
        fuzz(
                GovernanceFiles.WEBSITES,
                List.of("Master Customer Name Canonical", "Company Website"),
                governance -> governance.websites().size() + replaced());
    }

    @Test
    void everyRowOfAReviewListCountsOnceItIsJudged() throws IOException, InterruptedException {
        List<String> columns = List.of(
                "Rank", "Master A", "Master B", "Score", "Why", "Keys A", "Keys B", "Judgement", "Owner", "Reason");
        String seed = String.join(",", columns) + "\n1,ACME,ACME WEST,0.91,one word more,1,2,merge,an,sure\n"
                + "2,BETA,BETTA,0.88,one letter,3,1,never,,\n3,GAMMA,\"GAMMA, EAST\",0.85,a word more,2,2,,,\n"
                + "4,\"THE \"\"D\"\"\",D,0.84,,1,1,Merge,x,y\n5,EPSILON,EPSILON 2,0.83,,1,1,,,\n";
        fuzz(
                "PossibleMerges.csv",
                seed.getBytes(StandardCharsets.UTF_8),
                columns,
                governance -> governance.judgements().size() + unjudged());
    }

    @Test
    void everyRejectionCountsOrIsReported() throws IOException, InterruptedException {
        List<String> columns = List.of(
                "Kind",
                "Master Id",
                "Master Customer Name Canonical",
                "Suggested",
                "Evidence",
                "Owner",
                "Date",
                "Reason");
        String seed = String.join(",", columns) + "\ngroup,MAAAAAAAAAA,ACME,Construction,e1,kim,2026-11-01,no\n"
                + "website,MBBBBBBBBBB,\"B, C\",b.example,12-ab,,,\ngroup,MCCCCCCCCCC,C,Utilities,,,,\n";
        fuzz("governance", folder.resolve(GovernanceFiles.REJECTIONS)).run(EACH, random -> {
            byte[] bytes = Tables.mutated(seed.getBytes(StandardCharsets.UTF_8), random);
            return new FuzzInput(bytes, file -> {
                rejected.clear();
                Rejections read = Rejections.read(
                        new TestRun(folder, folder.resolve("output")).settings(), rejected::add, notes::add);
                int there = RowCount.of(bytes, columns);
                int counted = read.rows() + rejected.size();
                hold(there == counted, there + " rows in, " + counted + " used or rejected");
            });
        });
    }

    private int replaced() {
        return (int) notes.stream().filter(GovernanceFuzzTest::replacing).count();
    }

    private static boolean replacing(String note) {
        return note.contains(": replaces ") || note.contains(": replaced by ") || note.contains(": repeats ");
    }

    /** Rows of the review list that nobody has judged yet. */
    private int unjudged() {
        int[] count = new int[1];
        TableSpec spec = TableSpec.of("Master A", "Master B", "Judgement")
                .with("Owner", "Reason", "Rank", "Score", "Why", "Keys A", "Keys B");
        TableReader.read(
                folder.resolve("PossibleMerges.csv"),
                StandardCharsets.UTF_8,
                spec,
                row -> count[0] += row.get("Judgement").isEmpty() ? 1 : 0,
                error -> {},
                note -> {});
        return count[0];
    }

    private void fuzz(String name, List<String> columns, ToIntFunction<Governance> used)
            throws IOException, InterruptedException {
        fuzz(name, Files.readAllBytes(INPUT.resolve(name)), columns, used);
    }

    private void fuzz(String name, byte[] seed, List<String> columns, ToIntFunction<Governance> used)
            throws IOException, InterruptedException {
        fuzz("governance", folder.resolve(name)).run(EACH, random -> {
            byte[] bytes = Tables.mutated(seed, random);
            return new FuzzInput(bytes, file -> check(bytes, columns, used));
        });
    }

    private void check(byte[] bytes, List<String> columns, ToIntFunction<Governance> used) {
        rejected.clear();
        notes.clear();
        Governance governance =
                new GovernanceFiles(folder, StandardCharsets.UTF_8, legacy, rejected::add, notes::add).read();
        int there = RowCount.of(bytes, columns);
        int counted = used.applyAsInt(governance) + rejected.size();
        hold(there == counted, there + " rows in, " + counted + " used, replaced or rejected");
    }

    private static Fuzz fuzz(String target, Path file) {
        return new Fuzz(target, file, TableException.class, RulesException.class, OutputException.class);
    }
}
