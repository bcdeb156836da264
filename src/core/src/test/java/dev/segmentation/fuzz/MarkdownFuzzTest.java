package dev.segmentation.fuzz;

import static dev.segmentation.testkit.FuzzInput.hold;

import dev.segmentation.decision.batch.Batch;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.files.OutputException;
import dev.segmentation.rules.table.RulesException;
import dev.segmentation.table.TableException;
import dev.segmentation.testkit.Fuzz;
import dev.segmentation.testkit.FuzzInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a batch: it is read, and no row is lost because of what stands around it. */
@Tag("long")
class MarkdownFuzzTest {
    private static final String ABOVE = table("ABOVE ALL");
    private static final String BELOW = "\n\n" + table("BELOW ALL");

    private final Batches batches = new Batches();

    @TempDir
    Path folder;

    private static String table(String name) {
        return "## Manufacturing\n\n| Customer | Industry Detail | NAICS | Method |\n|---|---|---|---|\n| " + name
                + " | Steel | 331110 | Manual Override |\n\n";
    }

    @Test
    void anyTextIsRead() throws IOException, InterruptedException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path seed : Batches.seeds()) {
            seeds.add(Files.readAllBytes(seed));
        }
        fuzz("markdown", folder.resolve("Batch-Fuzz.md")).run(2_000, random -> {
            byte[] bytes = MarkdownMarks.mutated(seeds.get(random.nextInt(seeds.size())), random);
            return new FuzzInput(bytes, this::sound);
        });
    }

    /** A table above a damaged text is read whatever comes below; one below it is read, or a note tells where it went. */
    @Test
    void tablesAroundADamagedTextAreRead() throws IOException, InterruptedException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path seed : Batches.seeds()) {
            seeds.add(Files.readAllBytes(seed));
        }
        fuzz("around", folder.resolve("Batch-Around.md")).run(1_500, random -> {
            byte[] middle = MarkdownMarks.mutated(seeds.get(random.nextInt(seeds.size())), random);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(ABOVE.getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(middle);
            bytes.writeBytes(BELOW.getBytes(StandardCharsets.UTF_8));
            return new FuzzInput(bytes.toByteArray(), file -> around(sound(file)));
        });
    }

    @Test
    void aChangedRowChangesNothingButItself() throws IOException, InterruptedException {
        List<TableEdit> seeds = new ArrayList<>();
        for (Path seed : Batches.seeds()) {
            List<String> lines = Batches.lines(Files.readAllBytes(seed));
            TableEdit edit = new TableEdit(lines, batches.read(seed), batches);
            boolean utf8 = lines.stream().noneMatch(line -> line.indexOf('\uFFFD') >= 0);
            if (utf8 && edit.possible()) {
                seeds.add(edit);
            }
        }
        hold(seeds.size() > 5, "too few batches with tables");
        fuzz("rows", folder.resolve("Batch-Rows.md"))
                .run(1_500, random -> seeds.get(random.nextInt(seeds.size())).mutated(random));
    }

    private Batch sound(Path file) throws IOException {
        Batch batch = batches.read(file);
        int lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\r\n|\r|\n", -1).length;
        for (BatchEntry entry : batch.entries()) {
            hold(entry.line() > 0 && entry.line() <= lines, "an entry stands in line " + entry.line() + " of " + lines);
            hold(!entry.remarks().isEmpty() || entry.decides(), "nobody says why " + entry + " is none");
        }
        return batch;
    }

    private static void around(Batch batch) {
        hold(has(batch, "ABOVE ALL"), "the table above is lost");
        boolean told = batch.notes().stream().anyMatch(note -> note.contains("code") || note.contains("HTML"));
        hold(has(batch, "BELOW ALL") || told, "the table below is lost");
    }

    private static boolean has(Batch batch, String name) {
        return batch.entries().stream()
                .anyMatch(entry -> entry.name().equals(name) && entry.outcome() != BatchEntry.Outcome.NOT_UNDERSTOOD);
    }

    private static Fuzz fuzz(String target, Path file) {
        return new Fuzz(target, file, TableException.class, RulesException.class, OutputException.class);
    }
}
