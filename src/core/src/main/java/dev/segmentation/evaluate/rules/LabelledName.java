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

/** A name whose group is known. */
public record LabelledName(String name, IndustrialGroup expected) {
    private static final String NAME = "Name";
    private static final String EXPECTED = "Expected Group";

    /**
     * Reads a table with the columns Name and Expected Group.
     *
     * @param errors receives every row that cannot be used
     * @throws TableException if it is missing or labels nothing
     */
    public static List<LabelledName> read(
            Path truth, Charset charset, Consumer<RowError> errors, Consumer<String> notes) {
        if (!Files.exists(truth)) {
            throw new TableException(truth + " does not exist. It holds the labels, with the columns " + NAME + " and "
                    + EXPECTED + ".");
        }
        List<LabelledName> labels = new ArrayList<>();
        Consumer<Row> add = row -> {
            Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get(EXPECTED));
            if (row.get(NAME).isEmpty()) {
                errors.accept(row.error(NAME, "no name", "Every label needs the name it is about."));
            } else if (group.isEmpty()) {
                errors.accept(row.error(EXPECTED, "no industrial group", "Use a group of the locked list."));
            } else {
                labels.add(new LabelledName(row.get(NAME), group.get()));
            }
        };
        long rows = TableReader.read(truth, charset, TableSpec.of(NAME, EXPECTED), add, errors, notes);
        if (labels.isEmpty()) {
            throw new TableException(truth + ": none of its " + rows + " rows names a company and its group.");
        }
        return labels;
    }
}
