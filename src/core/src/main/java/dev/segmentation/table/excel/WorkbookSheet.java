package dev.segmentation.table.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One sheet of a workbook as plain texts. Sheets are kept as bytes, since starting the library that reads workbooks takes longer
 * than an ordinary run's rules.
 *
 * @param hidden whether people do not see it
 * @param faults what a table should not have
 */
record WorkbookSheet(String name, boolean hidden, List<Line> rows, List<Fault> faults) {

    WorkbookSheet {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /** A row. */
    record Line(int number, List<String> cells) {}

    /**
     * Something about a cell, row or column.
     *
     * @param error whether the row cannot be used for it
     * @param column 0 is column A; -1 if it is about the whole row
     */
    record Fault(boolean error, String check, int row, int column, String value, String problem, String advice) {}

    static byte[] toBytes(List<WorkbookSheet> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(sheets.size());
            for (WorkbookSheet sheet : sheets) {
                text(out, sheet.name());
                out.writeBoolean(sheet.hidden());
                out.writeInt(sheet.rows().size());
                for (Line row : sheet.rows()) {
                    out.writeInt(row.number());
                    out.writeInt(row.cells().size());
                    for (String cell : row.cells()) {
                        text(out, cell);
                    }
                }
                faults(out, sheet.faults());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void faults(DataOutputStream out, List<Fault> faults) throws IOException {
        out.writeInt(faults.size());
        for (Fault fault : faults) {
            out.writeBoolean(fault.error());
            text(out, fault.check());
            out.writeInt(fault.row());
            out.writeInt(fault.column());
            text(out, fault.value());
            text(out, fault.problem());
            text(out, fault.advice());
        }
    }

    static List<WorkbookSheet> fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            List<WorkbookSheet> sheets = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                sheets.add(new WorkbookSheet(text(in), in.readBoolean(), rows(in), faults(in)));
            }
            return sheets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> rows(DataInputStream in) throws IOException {
        List<Line> rows = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int number = in.readInt();
            List<String> cells = new ArrayList<>();
            for (int cell = in.readInt(); cell > 0; cell--) {
                cells.add(text(in));
            }
            rows.add(new Line(number, cells));
        }
        return rows;
    }

    private static List<Fault> faults(DataInputStream in) throws IOException {
        List<Fault> faults = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            faults.add(new Fault(in.readBoolean(), text(in), in.readInt(), in.readInt(), text(in), text(in), text(in)));
        }
        return faults;
    }

    /** A cell may hold more than {@code writeUTF} takes. */
    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == 0 ? "" : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
