package dev.segmentation.rules;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.RowError;
import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads the tables of one rules folder. Rows and errors name their file by its path from that folder on. */
final class RuleTables {
    private final Path rules;
    private final Consumer<RowError> errors;

    RuleTables(Path rules, Consumer<RowError> errors) {
        this.rules = rules;
        this.errors = errors;
    }

    /**
     * Reads a table if it is there.
     *
     * @param name path from the rules folder on, without ending
     * @param spec its columns
     * @param rows receives its rows, in order
     */
    void read(String name, TableSpec spec, Consumer<Row> rows) {
        if (Files.exists(rules.resolve(name + ".csv"))) {
            require(name, spec, rows);
        }
    }

    /** Reads a table that must be there; gives its path from the rules folder on. */
    String require(String name, TableSpec spec, Consumer<Row> rows) {
        String file = name + ".csv";
        TableReader.read(rules.resolve(file), file, StandardCharsets.UTF_8, spec, rows, errors, note -> {});
        return file;
    }

    /** The tables of that name in all folders, without ending, in order of path. */
    List<String> named(String name) {
        try (Stream<Path> tree = Files.walk(rules)) {
            return tree.filter(file -> file.getFileName().toString().equals(name + ".csv"))
                    .map(file -> rules.relativize(file).toString().replace('\\', '/'))
                    .map(file -> file.substring(0, file.length() - ".csv".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reports a row that cannot be used. */
    void refuse(RowError error) {
        errors.accept(error);
    }

    /** Takes errors of a reader that knows only the names of files in that folder. */
    Consumer<RowError> refusing(String folder) {
        return error -> errors.accept(new RowError(
                folder + "/" + error.file(),
                error.line(),
                error.column(),
                error.value(),
                error.problem(),
                error.advice()));
    }
}
