package dev.segmentation.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.output.RunReport;
import dev.segmentation.run.TestRun;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever became of the file between two runs: no run fails for it, and none of its bytes is lost. */
class RunHistoryTest {
    private static final Path PEOPLE = Golden.FOLDER.resolve("people/input");
    private static final String ASIDE = "RunHistory-before-20260203T040507Z.csv";

    @TempDir
    private Path output;

    private Path history;

    @BeforeEach
    void firstRun() {
        history = output.resolve(RunHistory.FILE);
        new TestRun(PEOPLE, output).execute(RunScope.ALL);
    }

    private RunReport second() {
        return new TestRun(PEOPLE, output).later(1).execute(RunScope.ALL);
    }

    private List<String> ids() {
        return RunHistory.read(history, note -> {}).stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void columnsAreThoseOfTheGuide() throws IOException {
        String guide = Files.readString(Path.of("docs/analyst-guide.md"));
        List<String> columns = RunHistory.columns();
        assertThat(guide)
                .contains(String.join(", ", columns.subList(0, 10)) + ", one column per group, "
                        + String.join(", ", columns.subList(columns.size() - 2, columns.size())));
        assertThat(columns).hasSize(10 + 15 + 2);
    }

    @Test
    void formerRowsStayByteByByte() throws IOException {
        String former = Files.readString(history);
        assertThat(second().notes()).noneMatch(note -> note.contains("RunHistory"));
        assertThat(Files.readString(history)).startsWith(former);
        assertThat(ids()).containsExactly("20260203T040506Z", "20260203T040507Z");
        assertThat(output.resolve(ASIDE)).doesNotExist();
    }

    @Test
    void fileOfTheOtherProfileGoesOnInItsOwn() throws IOException {
        String former = Files.readString(history);
        new TestRun(PEOPLE, output).later(1).profile(CsvProfile.EXCEL).execute(RunScope.ALL);
        assertThat(Files.readString(history)).startsWith(former);
        assertThat(ids()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mine\n",
                "\n\n",
                "Run Id,Run Id\n1,2\n",
                "Time,Masters\n2026-01-01,5\n",
                "PK\u0003\u0004\u0000\u0000\u0000",
                "Run Id;Time\n20250101T000000Z;2025-01-01T00:00:00Z\n"
            })
    void foreignFileIsKeptAsideAndTheRunGoesOn(String text) throws IOException {
        Files.writeString(history, text, StandardCharsets.ISO_8859_1);
        RunReport report = second();
        assertThat(report.notes()).anyMatch(note -> note.contains("kept as " + ASIDE));
        assertThat(Files.readString(output.resolve(ASIDE), StandardCharsets.ISO_8859_1))
                .isEqualTo(text);
        assertThat(ids()).last().isEqualTo("20260203T040507Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20260101T000000Z,\"half a row", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,1,2,3,4\n"
            })
    void brokenRowIsKeptAsideAndTheOthersGoOn(String row) throws IOException {
        String text = Files.readString(history) + row;
        Files.writeString(history, text);
        second();
        assertThat(output.resolve(ASIDE)).content().isEqualTo(text);
        assertThat(ids()).contains("20260203T040506Z").last().isEqualTo("20260203T040507Z");
    }

    @Test
    void fileThatExcelSavedWithSemicolonsLosesNoRow() throws IOException {
        Files.writeString(history, Files.readString(history).replace(',', ';'));
        second();
        assertThat(ids()).containsExactly("20260203T040506Z", "20260203T040507Z");
        assertThat(output.resolve(ASIDE)).exists();
    }
}
