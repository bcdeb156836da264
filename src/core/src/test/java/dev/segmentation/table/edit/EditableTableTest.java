package dev.segmentation.table.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.files.Fingerprint;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditableTableTest {
    private static final List<String> COLUMNS = List.of("Name", "Industrial Group", "Notes");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    private Path temp;

    private EditableTable read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private EditableTable read(byte[] bytes, Charset charset) throws IOException {
        return EditableTable.read(Files.write(temp.resolve("table.csv"), bytes), charset, COLUMNS);
    }

    private static String text(EditableTable table) {
        return new String(table.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void absentFileGetsItsColumnsWithTheFirstRow() {
        EditableTable table = EditableTable.read(temp.resolve("none.csv"), StandardCharsets.UTF_8, COLUMNS);

        assertThat(table.rows()).isEmpty();
        assertThat(table.bytes()).isEmpty();
        assertThat(table.fingerprint()).isEqualTo(Fingerprint.ABSENT);
        table.append(Map.of("Name", "ACME", "Notes", "a, b"));
        assertThat(text(table)).isEqualTo("Name,Industrial Group,Notes\nACME,,\"a, b\"\n");
    }

    @Test
    void rowsHaveLinesAndCellsByKnownName() throws IOException {
        EditableTable table = read("\uFEFFsep=;\n# note\nname;Own;industrial_group\nACME;x; Utilities \n");

        EditableRow row = table.rows().get(0);
        assertThat(row.line()).isEqualTo(4);
        assertThat(row.get("Industrial Group")).isEqualTo("Utilities");
        assertThat(row.cells())
                .containsExactly(
                        Map.entry("Name", "ACME"), Map.entry("Own", "x"), Map.entry("Industrial Group", "Utilities"));
    }

    @Test
    void deletesWithoutTouchingAnythingElse() throws IOException {
        EditableTable table = read("Name,Notes\r\n#c\r\n\"A\",\"x\ny\"\r\nB,1\r\nbroken,\"\r\n\r\nC,  2 ");

        assertThat(table.rows()).extracting(row -> row.get("Name")).containsExactly("A", "B", "C");
        table.delete(table.rows().get(1));
        assertThat(text(table)).isEqualTo("Name,Notes\r\n#c\r\n\"A\",\"x\ny\"\r\nbroken,\"\r\n\r\nC,  2 ");
    }

    @Test
    void appendedRowEndsTheLineAboveIt() throws IOException {
        EditableTable table = read("Name\tNotes\rA\t1");

        table.append(Map.of("Name", "B", "Notes", "two\r\nlines\tand \"marks\""));

        assertThat(text(table)).isEqualTo("Name\tNotes\rA\t1\rB\t\"two\nlines\tand \"\"marks\"\"\"\r");
    }

    @Test
    void newColumnWidensTheHeaderAndRowsWithLineBreaksAlone() throws IOException {
        EditableTable table = read("Name,Notes\nA,\"x\ny\"\nB,1\n");

        table.append(Map.of("Name", "C", "Industrial Group", "Utilities"));

        assertThat(text(table)).isEqualTo("Name,Notes,Industrial Group\nA,\"x\ny\",\nB,1\nC,,Utilities\n");
    }

    @Test
    void blankValueNeedsNoNewColumn() throws IOException {
        EditableTable table = read("Name,Notes\nA,1\n");

        table.replace(table.rows().get(0), Map.of("Name", "A", "Industrial Group", ""));

        assertThat(table.edited()).isEmpty();
        assertThat(text(table)).isEqualTo("Name,Notes\nA,1\n");
    }

    @Test
    void changedRowKeepsItsOtherCellsAndCellsWithoutTitle() throws IOException {
        EditableTable table = read("Name,,Name,Notes\nA,\"x,y\",z,1\n");

        EditableRow row = table.rows().get(0);
        assertThat(row.cells()).containsKeys("(column 2)", "Name (column 3)");
        table.replace(row, Map.of("Notes", "2"));

        assertThat(text(table)).isEqualTo("Name,,Name,Notes\nA,\"x,y\",z,2\n");
        assertThat(row.former()).containsEntry("Notes", "1");
    }

    @Test
    void rowThatIsChangedBackIsNotEdited() throws IOException {
        EditableTable table = read("Name,Notes\n\"A\",1\n");

        table.replace(table.rows().get(0), Map.of("Notes", "2"));
        table.replace(table.rows().get(0), Map.of("Notes", "1"));
        table.delete(table.append(Map.of("Name", "B")));

        assertThat(table.edited()).isEmpty();
        assertThat(text(table)).isEqualTo("Name,Notes\n\"A\",1\n");
    }

    @Test
    void insertsAboveALine() throws IOException {
        EditableTable table = read("Name\nA\nB\nC\n");

        table.insert(Map.of("Name", "new"), 3);
        table.insert(Map.of("Name", "newer"), 3);

        assertThat(text(table)).isEqualTo("Name\nA\nnew\nnewer\nB\nC\n");
    }

    @Test
    void keepsOtherEncodings() throws IOException {
        byte[] wide = "\uFEFFName,Notes\r\nÄ,K–12\r\n".getBytes(StandardCharsets.UTF_16LE);
        EditableTable table = read(wide, StandardCharsets.UTF_8);
        table.append(Map.of("Name", "Ω"));
        assertThat(table.bytes()).isEqualTo("\uFEFFName,Notes\r\nÄ,K–12\r\nΩ,\r\n".getBytes(StandardCharsets.UTF_16LE));

        EditableTable ansi = read("Name\nÄ\n".getBytes(WINDOWS), WINDOWS);
        ansi.append(Map.of("Name", "K–12"));
        assertThat(ansi.bytes()).isEqualTo("Name\nÄ\nK–12\n".getBytes(WINDOWS));
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() throws IOException {
        byte[] bytes = "Name\nÄ\nB\n".getBytes(WINDOWS);

        EditableTable table = read(bytes, StandardCharsets.UTF_8);

        assertThat(table.rows()).extracting(row -> row.get("Name")).containsExactly("B");
        table.append(Map.of("Name", "C"));
        assertThat(table.bytes()).isEqualTo("Name\nÄ\nB\nC\n".getBytes(WINDOWS));
    }

    @Test
    void refusesWhatCouldNotBeReadBack() throws IOException {
        EditableTable comment = read("Name,Notes\nA,1\n");
        comment.append(Map.of("Name", "#1 AUTO"));
        assertThatThrownBy(comment::bytes).isInstanceOf(TableException.class).hasMessageContaining("#1 AUTO");

        EditableTable open = read("Name,Industrial Group,Notes\nA,\"1\n");
        open.append(Map.of("Name", "B", "Industrial Group", "x", "Notes", ",z"));
        assertThatThrownBy(open::bytes).isInstanceOf(TableException.class).hasMessageContaining("quotation mark");

        EditableTable ansi = read("Name\nA\n".getBytes(WINDOWS), WINDOWS);
        ansi.append(Map.of("Name", "ООО"));
        assertThatThrownBy(ansi::bytes).isInstanceOf(TableException.class).hasMessageContaining("UTF-8");
    }

    @Test
    void refusesAnotherTable() {
        assertThatThrownBy(() -> read("Price,Amount\n1,2\n"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("has none of the columns Name, Industrial Group, Notes. It has Price, Amount");
    }
}
