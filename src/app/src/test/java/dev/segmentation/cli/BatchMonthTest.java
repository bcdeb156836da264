package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A month of an analyst on the command line: run, worklist, batch, import, websites. */
class BatchMonthTest extends AnalystFolder {
    @Test
    void rulesBehindASymbolicLinkCount() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), rules);

        Call plain = call("run", "--json");
        Call linked = Call.of(
                "run",
                "--json",
                "--input",
                folder.resolve("input"),
                "--output",
                folder.resolve("output"),
                "--rules",
                link);

        assertThat(linked.code()).isZero();
        assertThat(linked.out().replaceAll("(?s).*\"groups\"|\"changes\".*", ""))
                .isEqualTo(plain.out().replaceAll("(?s).*\"groups\"|\"changes\".*", ""));
    }

    @Test
    void decisionsOfABatchOutrankTheRulesFromTheNextRunOn() throws IOException {
        Path batch = batch(
                "Batch-1.md",
                "## Manufacturing (includes defense)",
                "",
                "| Customer | Industry Detail | NAICS | Method | Domain |",
                "|---|---|---|---|---|",
                "| Quorvax (all locations) | Pumps | 333914 | Entity Inference | https://www.Quorvax.com/about |",
                "| MELROSE PLACE … GP | Presses | 3335 | AI-Assisted Search | — |");

        Call call = call("import-batch", "--input-md", batch, "--owner", "pat");

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("1 decided, 1 queued, 0 duplicate, 0 not understood", "2 new");
        assertThat(segments()).hasSize(3).first().isEqualTo(HEADER);
        assertThat(segments().get(1))
                .startsWith("QUORVAX,M")
                .contains(
                        ",Manufacturing,Pumps,333914,Entity Inference,,quorvax.com,Final,Batch-1,pat,",
                        "all locations");
        assertThat(segments().get(2))
                .startsWith("MELROSE PLACE ASSOCIATES GP,M")
                .contains(",Queued,Batch-1,");
        assertThat(call("run").code()).isZero();
        assertThat(row("QUORVAX")).contains("Manufacturing,Pumps,333914,Entity Inference,High", "quorvax.com");
    }

    @Test
    void theNextBatchIsFilledInAndReadBack() throws IOException {
        Call next = call("next-batch", "3", "--name", "Batch-next");
        assertThat(next.code()).isZero();
        Path md = folder.resolve("output/Batch-next.md");
        assertThat(folder.resolve("output/Batch-next.xlsx")).exists();
        List<String> lines = Files.readAllLines(md);
        int first = lines.indexOf("## To decide") + 4;
        assertThat(lines.get(first)).startsWith("| Quorvax | M");
        lines.set(first, lines.get(first).replaceFirst("\\| \\|", "| Utilities |"));
        Files.write(md, lines);

        Call call = call("import-batch", "--input-md", md);

        assertThat(call.out()).contains("1 decided, 0 queued, 0 duplicate, 0 not understood, 2 left open");
        assertThat(segments().get(1)).startsWith("QUORVAX,M").contains(",Utilities,", ",Batch-next,");
        assertThat(call("next-batch", "3", "--name", "Batch-next").out())
                .contains("Batch-next-2.md")
                .doesNotContain("Quorvax");
    }

    @Test
    void aWorklistAsWorkbookIsReadBack() throws IOException {
        call("next-batch", "2", "--format", "xlsx", "--name", "Batch-x");
        Path workbook = folder.resolve("output/Batch-x.xlsx");
        Workbooks.set(
                workbook, 1, "Industrial Group", "Construction", "NAICS", "0236", "Company Website", "quorvax.com");

        Call call = call("import-batch", "--input-xlsx", workbook);

        assertThat(call.out())
                .contains("Batch-x.xlsx: 2 names", "1 decided")
                .doesNotContain("no such column is known", "the sheet is not read");
        assertThat(segments().get(1))
                .startsWith("QUORVAX,M")
                .contains(",Construction,,0236,,,quorvax.com,Final,Batch-x,");
        assertThat(call("undo", "Batch-x").code()).isZero();
        assertThat(segments()).containsExactly(HEADER);
    }

    @Test
    void theWebsiteOfTheDecisionThatCountsIsPromoted() throws IOException {
        Folders.write(
                folder.resolve("input").resolve(SEGMENTS),
                List.of(
                        HEADER,
                        "QUORVAX,,Utilities,,,,,hand.com,Final,Manual,kim,2026-01-01,,",
                        "ZEPPERIN,,Utilities,,,,,newer.com,Final,Batch-2,kim,2026-02-01,,",
                        "QUORVAX,,Utilities,,,,,batch.com,Final,Batch-2,kim,2026-02-01,,",
                        "ZEPPERIN,,Utilities,,,,,older.com,Final,Batch-1,kim,2026-01-01,,"));

        call("promote-websites");

        assertThat(Files.readAllLines(folder.resolve("input/MasterWebsites.csv")))
                .contains("QUORVAX,hand.com", "ZEPPERIN,newer.com")
                .hasSize(3);
    }

    @Test
    void aBatchIsNotHiddenByItsName() {
        assertThat(call("next-batch", "1", "--name", "..").code()).isEqualTo(2);
        assertThat(call("next-batch", "1", "--name", "../x").code()).isEqualTo(2);
    }

    @Test
    void websitesOfDecisionsArePromotedOnce() throws IOException {
        call(
                "import-batch",
                batch(
                        "Batch-1.md",
                        "## Utilities",
                        "| Customer | Domain |",
                        "|---|---|",
                        "| ZEPPERIN | zepperin.com |"));

        Call call = call("promote-websites");

        assertThat(call.out()).contains("ZEPPERIN: zepperin.com", "1 websites taken");
        assertThat(Files.readAllLines(folder.resolve("input/MasterWebsites.csv")))
                .containsExactly("Master Customer Name Canonical,Company Website", "ZEPPERIN,zepperin.com");
        assertThat(call("promote-websites").out()).contains("0 websites taken");
    }
}
