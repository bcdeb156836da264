package dev.segmentation.evaluate.rules;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads names whose groups are known. */
public final class LabelledNames {
    private static final String NAME = "Name";
    private static final String EXPECTED = "Expected Group";

    private final Consumer<RowError> errors;
    private final Consumer<String> notes;

    /** A name and its group. */
    public record Label(String name, IndustrialGroup expected) {}

    public LabelledNames(Consumer<RowError> errors, Consumer<String> notes) {
        this.errors = errors;
        this.notes = notes;
    }

    /**
     * Reads a table with the columns Name and Expected Group.
     *
     * @throws TableException if it is missing or labels nothing
     */
    public List<Label> read(Path truth, Charset charset) {
        if (!Files.exists(truth)) {
            throw new TableException(truth + " does not exist. It holds the labels, with the columns " + NAME + " and "
                    + EXPECTED + ".");
        }
        List<Label> labels = new ArrayList<>();
        long rows = TableReader.read(
                truth, charset, TableSpec.of(NAME, EXPECTED), row -> label(row).ifPresent(labels::add), errors, notes);
        if (labels.isEmpty()) {
            throw new TableException(truth + ": none of its " + rows + " rows names a company and its group.");
        }
        return labels;
    }

    private Optional<Label> label(Row row) {
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get(EXPECTED));
        if (row.get(NAME).isEmpty()) {
            errors.accept(row.error(NAME, "no name", "Every label needs the name it is about."));
        } else if (group.isEmpty()) {
            errors.accept(row.error(EXPECTED, "no industrial group", "Use a group of the locked list."));
        } else {
            return Optional.of(new Label(row.get(NAME), group.get()));
        }
        return Optional.empty();
    }
}
