package dev.segmentation.table.excel;

import dev.segmentation.table.QuotedCells;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * All cells of a sheet as they stand, for tables that are more than one header with rows below. Reads CSV, separated by
 * comma, semicolon or tab, and the one sheet of an XLSX workbook; nothing is computed.
 *
 * @param sheet name of the sheet, empty for CSV
 * @param rows its rows from the first on, blank ones among them
 */
public record CellGrid(String sheet, List<List<String>> rows) {

    /** Copies the rows. */
    public CellGrid {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The cell, empty beyond the end of its row. */
    public String cell(int row, int column) {
        List<String> cells = row < rows.size() ? rows.get(row) : List.<String>of();
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** Whether nothing stands in that row. */
    public boolean isBlank(int row) {
        return rows.get(row).stream().allMatch(String::isBlank);
    }

    /**
     * Reads a file.
     *
     * @param file CSV in UTF-8 or XLSX, by its ending
     * @param name how to name it in messages
     * @param errors receives cells that cannot be read; {@code name!sheet} is the file of those of a workbook
     * @throws TableException if the file as a whole cannot be read
     */
    public static CellGrid read(Path file, String name, Consumer<RowError> errors) {
        if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            WorkbookFile.read(file, name);
            return WorkbookGrid.read(file, name, errors);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return new CellGrid("", csv(text.startsWith("\uFEFF") ? text.substring(1) : text, name, errors));
        } catch (CharacterCodingException e) {
            throw new TableException(name + " is not UTF-8. Save it as CSV UTF-8.", e);
        } catch (IOException e) {
            throw new TableException(name + " cannot be read (" + e + "). Maybe this user may not read it.", e);
        }
    }

    private static List<List<String>> csv(String text, String name, Consumer<RowError> errors) {
        List<List<String>> rows = new ArrayList<>();
        String[] lines = text.split("\r\n|\r|\n", -1);
        char separator = separator(lines[0]);
        for (String line : lines) {
            String[] cells = QuotedCells.of(line, separator, 1);
            if (cells == null) {
                errors.accept(new RowError(
                        name,
                        rows.size() + 1L,
                        "",
                        line,
                        "quotation marks of this line do not pair, or a cell holds a line break",
                        "Put the whole cell in quotation marks, double those within, and keep it on one line."));
            }
            rows.add(cells == null ? Collections.emptyList() : List.of(cells));
        }
        return rows;
    }

    private static char separator(String line) {
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (line.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ',';
    }
}
