package dev.segmentation.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.table.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One row of {@code rule-faults/faults.csv}: how to spoil a sound rules folder, and what must be found then. */
record RuleFault(Row row) {
    static RuleFault of(Row row) {
        return new RuleFault(row);
    }

    String get(String column) {
        return row.get(column);
    }

    void apply(Path folder) throws IOException {
        Path file = folder.resolve(get("File"));
        String from = unescaped(get("From"));
        String to = unescaped(get("To"));
        Files.createDirectories(file.getParent());
        switch (get("Edit")) {
            case "replace" -> {
                String text = Files.readString(file);
                assertThat(text).contains(from);
                Files.writeString(file, text.replace(from, to));
            }
            case "insert" -> {
                String text = Files.readString(file);
                assertThat(text).contains(from);
                Files.writeString(file, text.replace(from, to + from));
            }
            case "append" -> Files.writeString(file, Files.readString(file) + to);
            case "write" -> Files.writeString(file, to);
            case "latin1" ->
                Files.write(file, Files.readString(file).replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
            case "utf16" -> Files.writeString(file, "\uFEFF" + Files.readString(file), StandardCharsets.UTF_16LE);
            case "rename" -> move(file, folder.resolve(to));
            case "copy" -> copy(file, folder.resolve(to));
            case "delete" -> Files.delete(file);
            case "cut" -> Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) (Files.size(file) / 2)));
            case "cut-end" -> Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 30));
            case "spoil" -> spoil(file);
            case "old" -> Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
            default -> Workbooks.edit(file, workbook -> workbook(workbook, from, to));
        }
    }

    private void workbook(XSSFWorkbook workbook, String from, String to) {
        switch (get("Edit")) {
            case "cell" -> Workbooks.put(workbook, from, to);
            case "text" -> Workbooks.cell(workbook, from).setCellValue(to);
            case "clear" -> Workbooks.cell(workbook, from).setBlank();
            case "formula" -> Workbooks.cell(workbook, from).setCellFormula(to);
            case "error" -> Workbooks.cell(workbook, from).setCellErrorValue(FormulaError.NA.getCode());
            case "merge" -> workbook.getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf(from));
            case "hide-row" ->
                workbook.getSheetAt(0).getRow(Integer.parseInt(from) - 1).setZeroHeight(true);
            case "hide-column" -> workbook.getSheetAt(0).setColumnHidden(Integer.parseInt(from) - 1, true);
            case "hide-sheet" -> {
                Workbooks.fill(workbook.createSheet("Shown"), "Id,Term,Match,Method\nUTL-009,WATER,words,Rule-Based");
                workbook.setActiveSheet(1);
                workbook.setSheetHidden(0, true);
            }
            case "shift" -> workbook.getSheetAt(0).shiftRows(Integer.parseInt(from) - 1, 20, 1);
            case "sheet" -> Workbooks.fill(workbook.createSheet(from), to);
            case "date" -> {
                Workbooks.cell(workbook, from).setCellValue(java.time.LocalDate.parse(to));
                var style = workbook.createCellStyle();
                style.setDataFormat((short) 14);
                Workbooks.cell(workbook, from).setCellStyle(style);
            }
            case "boolean" -> Workbooks.cell(workbook, from).setCellValue(true);
            default -> throw new IllegalArgumentException(get("Edit"));
        }
    }

    /** Changes one byte in the middle of the first part. */
    private static void spoil(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[100] ^= 0x55;
        Files.write(file, bytes);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    /** Line breaks, tabs and characters by number may be written as in Java. */
    private static String unescaped(String text) {
        try {
            return text.isEmpty() ? "" : text.translateEscapes().transform(RuleFault::characters);
        } catch (IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException(text, e));
        }
    }

    private static String characters(String text) {
        return java.util.regex.Pattern.compile("<U\\+([0-9A-F]{4})>")
                .matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    @Override
    public String toString() {
        return get("Fault");
    }
}
