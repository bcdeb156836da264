package dev.segmentation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.output.RunReport;
import dev.segmentation.table.TableException;
import dev.segmentation.testkit.Folders;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilledInReviewsTest {
    private static final List<String> CUSTOMERS = List.of(
            "Customer Key,Customer Number,Customer Name,Source,Last Billing Date (Any Stream)",
            "K1,,NORTHWIND TRADING,GP,2026-01-01",
            "K2,,BOLT FORGE,GP,2026-01-01");
    private static final String HEADER = "Rank,Master A,Master B,Score,Why,Keys A,Keys B,Judgement";
    private static final String JUDGED = "1,NORTHWIND TRADING,BOLT FORGE,0.4,why,1,1,merge";

    @TempDir
    private Path temp;

    private Path input;
    private Path output;

    @BeforeEach
    void makeFolders() throws IOException {
        input = Files.createDirectories(temp.resolve("input"));
        output = Files.createDirectories(temp.resolve("output"));
        Folders.write(input.resolve(RunSettings.CUSTOMER_FILE), CUSTOMERS);
    }

    @Test
    void aJudgementThatIsNotSavedStopsTheRunThatWouldOverwriteIt() {
        Path list = Folders.write(output.resolve("PossibleMerges.csv"), List.of(HEADER, JUDGED));

        assertThatThrownBy(() -> run(output))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("holds 1 judgement")
                .hasMessageContaining("Move it to");
        assertThat(Folders.lines(list)).containsExactly(HEADER, JUDGED);
    }

    @Test
    void aListInTheInputFolderDecidesAndTheRunGoesOn() {
        Folders.write(output.resolve("PossibleMerges.csv"), List.of(HEADER, JUDGED));
        Folders.write(input.resolve("PossibleMerges-2026-01.csv"), List.of(HEADER, JUDGED));

        assertThat(run(output).tally().masters()).isEqualTo(1);
        assertThat(Folders.lines(output.resolve("CustomerDeduplicationLog.csv")))
                .anyMatch(line -> line.contains("PossibleMerges-2026-01.csv:2 joins BOLT FORGE to NORTHWIND TRADING"));
    }

    @Test
    void oneFolderForInputAndOutputIsNoExcuse() {
        Path list = Folders.write(input.resolve("PossibleMerges.csv"), List.of(HEADER, JUDGED));

        assertThatThrownBy(() -> run(input)).isInstanceOf(TableException.class);
        assertThat(Folders.lines(list)).containsExactly(HEADER, JUDGED);
    }

    @Test
    void rowsThatCannotBeReadMayHoldAJudgement() {
        Folders.write(
                output.resolve("PossibleSplits.csv"),
                List.of("Rank,Master A,Member,Score,Why,Keys A,Keys B,Judgement", "1,A,B,0.4,why,1,1,x,never"));

        assertThatThrownBy(() -> run(output)).isInstanceOf(TableException.class);
    }

    @Test
    void listsThatNobodyFilledInAreWrittenAnew() {
        Folders.write(output.resolve("PossibleMerges.csv"), List.of(HEADER, JUDGED.replace("merge", "")));
        Folders.write(output.resolve("PossibleSplits.csv"), List.of("no list of ours"));

        run(output);
        assertThat(Folders.lines(output.resolve("PossibleMerges.csv"))).containsExactly(HEADER);
    }

    private RunReport run(Path into) {
        return new TestRun(input, into).execute(RunScope.DEDUPE);
    }
}
