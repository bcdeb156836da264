package dev.segmentation.fuzz;

import dev.segmentation.decision.batch.Batch;
import dev.segmentation.decision.batch.BatchColumns;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.batch.BatchHeadings;
import dev.segmentation.decision.batch.BatchReader;
import dev.segmentation.decision.batch.BatchSource;
import dev.segmentation.decision.file.LegacySegments;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads batches by the rules of the project, for a customer list that holds nobody. */
final class Batches {
    private static final Path RULES = Path.of("rules");

    private final BatchReader reader;

    Batches() {
        NameParser parser = new NameParser(new NameTables(RULES.resolve("names"), error -> {}));
        reader = new BatchReader(
                new BatchHeadings(RULES, error -> {}),
                new BatchColumns(RULES, error -> {}),
                new LegacySegments(RULES.resolve("common/legacy-segments.csv"), error -> {}),
                name -> parser.parse(name).key());
    }

    Batch read(Path file) {
        return reader.read(BatchSource.read(file), name -> false);
    }

    /** The batches of the tests and of the input folder. */
    static List<Path> seeds() throws IOException {
        List<Path> seeds = new ArrayList<>();
        for (Path folder : List.of(Path.of("input"), Path.of("src/testkit/src/main/resources/batches"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(seeds::add);
            }
        }
        return seeds;
    }

    /** What an entry says of its line whatever stands in the others: its name, unless it was not understood. */
    static String shown(BatchEntry entry) {
        return entry.outcome() == BatchEntry.Outcome.NOT_UNDERSTOOD ? "?" + entry.name() : entry.name();
    }

    /** The lines of a text in UTF-8. */
    static List<String> lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new ArrayList<>(List.of(text.split("\r\n|\r|\n", -1)));
    }
}
