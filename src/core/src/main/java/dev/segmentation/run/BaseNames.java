package dev.segmentation.run;

import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.workspace.MasterMap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names of a base of customers, each once: of the map of the last run, or of any list of customers. */
public final class BaseNames {
    private static final List<String> COLUMNS = List.of("Segment Source Name", "Customer Name", "Name");
    private static final TableSpec SPEC = new TableSpec(List.of(), COLUMNS);

    private BaseNames() {}

    /** The map of the last run in that output folder, empty if there was none. */
    public static Optional<Path> ofLastRun(Path output) {
        Path map = output.resolve(MasterMap.FILE);
        return Files.isRegularFile(map) ? Optional.of(map) : Optional.empty();
    }

    /**
     * Reads the names.
     *
     * @throws TableException if the file is missing or has no column of names
     */
    public static List<String> read(Path file) {
        Set<String> names = new LinkedHashSet<>();
        TableReader.read(
                file,
                StandardCharsets.UTF_8,
                SPEC,
                row -> COLUMNS.stream()
                        .filter(row.columns()::containsKey)
                        .findFirst()
                        .map(row::get)
                        .ifPresent(names::add),
                error -> {},
                note -> {});
        if (names.isEmpty()) {
            throw new TableException(file + " holds no names. It needs a column " + String.join(" or ", COLUMNS) + ".");
        }
        names.remove("");
        return List.copyOf(names);
    }
}
