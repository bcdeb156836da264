package dev.segmentation.table.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file looks like, what an edit does not touch stays byte for byte as it was. */
class EditableTablePropertyTest {
    private static final List<String> COLUMNS = List.of("Name", "Group", "Notes");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** A file as a list of records, with what separates their cells and themselves. */
    record Dirty(Charset charset, boolean mark, char delimiter, String end, boolean ended, List<String> records) {
        byte[] part(int index) {
            boolean last = index == records.size() - 1;
            return (records.get(index).replace(',', delimiter) + (last && !ended ? "" : end)).getBytes(charset);
        }

        byte[] join(int without) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes((mark ? "\uFEFF" : "").getBytes(charset));
            for (int i = 0; i < records.size(); i++) {
                if (i != without) {
                    out.writeBytes(part(i));
                }
            }
            return out.toByteArray();
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void untouchedBytesStay(@ForAll("files") Dirty dirty, @ForAll int choice, @ForAll("values") String value)
            throws IOException {
        byte[] before = dirty.join(-1);
        EditableTable table = read(before, dirty.charset());
        assertThat(table.bytes()).isEqualTo(before);
        List<Map<String, String>> rows = cells(table);

        table.append(Map.of("Name", "new", "Notes", value));
        byte[] appended = table.bytes();
        assertThat(Arrays.copyOf(appended, before.length)).isEqualTo(before);
        List<Map<String, String>> longer = cells(read(appended, dirty.charset()));
        assertThat(longer).hasSize(rows.size() + 1);
        assertThat(longer.subList(0, rows.size())).isEqualTo(rows);

        if (rows.isEmpty()) {
            return;
        }
        int index = Math.floorMod(choice, rows.size());
        int record = records(dirty).get(index);
        EditableTable shorter = read(before, dirty.charset());
        shorter.delete(shorter.rows().get(index));
        assertThat(shorter.bytes()).isEqualTo(dirty.join(record));

        EditableTable other = read(before, dirty.charset());
        other.replace(other.rows().get(index), Map.of("Name", "other", "Notes", value));
        byte[] changed = other.bytes();
        int head = lengthUpTo(dirty, record);
        int tail = before.length - lengthUpTo(dirty, record + 1);
        assertThat(Arrays.copyOf(changed, head)).isEqualTo(Arrays.copyOf(before, head));
        assertThat(Arrays.copyOfRange(changed, changed.length - tail, changed.length))
                .isEqualTo(Arrays.copyOfRange(before, before.length - tail, before.length));
        EditableRow row = read(changed, dirty.charset()).rows().get(index);
        assertThat(row.get("Name")).isEqualTo("other");
        assertThat(row.get("Notes")).isEqualTo(value);
        assertThat(row.get("Group")).isEqualTo(rows.get(index).get("Group"));
    }

    private static int lengthUpTo(Dirty dirty, int record) {
        int length = (dirty.mark() ? "\uFEFF" : "").getBytes(dirty.charset()).length;
        for (int i = 0; i < record; i++) {
            length += dirty.part(i).length;
        }
        return length;
    }

    /** Which records are rows: they have been made so that this shows in their text. */
    private static List<Integer> records(Dirty dirty) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < dirty.records().size(); i++) {
            if (dirty.records().get(i).startsWith("R") || dirty.records().get(i).startsWith("\"R")) {
                rows.add(i);
            }
        }
        return rows;
    }

    private static EditableTable read(byte[] bytes, Charset charset) throws IOException {
        Path file = Files.createTempFile("editable", ".csv");
        try {
            return EditableTable.read(Files.write(file, bytes), charset, COLUMNS);
        } finally {
            Files.delete(file);
        }
    }

    private static List<Map<String, String>> cells(EditableTable table) {
        return table.rows().stream().map(EditableRow::cells).toList();
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("", "1", "a,b", "say \"x\"", "two\nlines", "semi;colon", "tab\there", "Zürich", "#no");
    }

    @Provide
    Arbitrary<Dirty> files() {
        Arbitrary<String> record = Arbitraries.of(
                "R1,Utilities,x,9",
                "\"R2\",\"Con\"\"struction\",\"y\"",
                "R3",
                "R4,  spaced  ,\" kept \"",
                "R5,\"two\nlines\",z,own",
                "\"R6\nsplit\",,\"a\n\nb\",",
                "RÜ7,g,n,",
                "# a comment, with \"marks",
                "",
                " , ",
                "X8,\"open,g",
                "X9,a,b,c,too,many");
        Arbitrary<Charset> charsets = Arbitraries.of(StandardCharsets.UTF_8, WINDOWS, StandardCharsets.UTF_16LE);
        return Combinators.combine(
                        charsets,
                        Arbitraries.of(true, false),
                        Arbitraries.of(',', ';', '\t'),
                        Arbitraries.of("\n", "\r\n", "\r"),
                        Arbitraries.of(true, false),
                        record.list().ofMaxSize(12))
                .as((charset, mark, delimiter, end, ended, list) -> {
                    List<String> records = new ArrayList<>(List.of("# first", "Name,Group,Notes,Own"));
                    records.addAll(list);
                    boolean marked = charset.equals(StandardCharsets.UTF_16LE) || mark && charset != WINDOWS;
                    return new Dirty(charset, marked, delimiter, end, ended, records);
                });
    }
}
