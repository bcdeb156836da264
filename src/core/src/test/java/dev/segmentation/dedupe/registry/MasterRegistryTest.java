package dev.segmentation.dedupe.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.dedupe.Book;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of the registry. */
class MasterRegistryTest {
    private static final String HEADER = "Master Id,Master Customer Name Canonical,Name Keys,First Seen,Last Seen";
    private static final String TIMES = ",2026-01-01T00:00:00Z,2026-02-01T00:00:00Z";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void readsBackWhatItWrites() throws IOException {
        MasterRegistry first = Book.of("ACME INC", "🍕|🍕", "", "BOLT, LLC", "ATTN: ACCOUNTS PAYABLE", "a\nb \"c\"")
                .override("K04", "Zeta | Sons")
                .dedupe(MasterRegistry.EMPTY, NOON)
                .registry()
                .next();
        Path file = folder.resolve(MasterRegistry.FILE);
        first.write(file);

        assertThat(MasterRegistry.read(file, note -> {}).rows())
                .isEqualTo(first.rows())
                .hasSize(6);
        assertThat(Files.readAllLines(file))
                .startsWith(HEADER)
                .contains(RegistryRow.idOf("ZETA SONS")
                        + ",ZETA SONS,ZETA SONS | ~BOLT,2026-03-01T12:00:00Z,2026-03-01T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            XVAYI5DROJN,ACME,ACME; column Master Id: no master id (XVAYI5DROJN)
            MVAYI5DROJ1,ACME,ACME; column Master Id: no master id
            ,ACME,ACME; column Master Id: no master id
            MVAYI5DROJN,,ACME; column Master Customer Name Canonical: no name
            MVAYI5DROJN,ACME,; column Name Keys: no name key
            MVAYI5DROJN,ACME,~ACME; column Name Keys: no name key
            """)
    void badRowIsRefusedWithFileLineColumnAndAdvice(String cells, String said) {
        assertThatThrownBy(() -> read("MAAAAAAAAAA,FIRST,FIRST" + TIMES, cells + TIMES))
                .isInstanceOf(TableException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("MasterRegistry.csv:3, " + said)
                .hasMessageContaining("put MasterRegistry.csv.bak in its place");
    }

    @Test
    void idThatStandsTwiceNamesBothLines() {
        assertThatThrownBy(() -> read("MVAYI5DROJN,ACME,ACME" + TIMES, "MVAYI5DROJN,BOLT,BOLT" + TIMES))
                .hasMessageContaining("MasterRegistry.csv:3, column Master Id: stands on line 2 too (MVAYI5DROJN)");
    }

    @Test
    void timesThatCannotBeReadAreRefused() {
        assertThatThrownBy(() -> read("MVAYI5DROJN,ACME,ACME,1/2/2026,2026-02-01T00:00:00Z"))
                .hasMessageContaining("MasterRegistry.csv:2, column First Seen: no time (1/2/2026)");
        assertThatThrownBy(() -> read("MVAYI5DROJN,ACME,ACME,2026-02-01T00:00:00Z"))
                .hasMessageContaining("MasterRegistry.csv:2, column Last Seen: no time");
    }

    @Test
    void missingColumnIsRefused() throws IOException {
        Path file =
                Files.write(folder.resolve(MasterRegistry.FILE), List.of("Master Id,Name Keys", "MVAYI5DROJN,ACME"));
        assertThatThrownBy(() -> MasterRegistry.read(file, note -> {}))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("MasterRegistry.csv lacks the column Master Customer Name Canonical")
                .hasMessageContaining("MasterRegistry.csv.bak");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = folder.resolve(MasterRegistry.FILE);
        Files.write(file, (HEADER + "\nMVAYI5DROJN,CAF\u00C9,CAFE" + TIMES).getBytes("windows-1252"));
        assertThatThrownBy(() -> MasterRegistry.read(file, note -> {}))
                .hasMessageContaining(
                        "MasterRegistry.csv:2, column Master Customer Name Canonical: bytes that are not");
    }

    @Test
    void manyBadRowsAreCounted() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add("nothing" + i);
        }
        assertThatThrownBy(() -> read(rows.toArray(String[]::new))).hasMessageContaining("… and 7 more");
    }

    private MasterRegistry read(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return MasterRegistry.read(Files.write(folder.resolve(MasterRegistry.FILE), lines), note -> {});
    }
}
