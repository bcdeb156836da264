package dev.segmentation.decision.journal;

import static dev.segmentation.decision.journal.Decisions.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.JournalLine;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Soak;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionJournalTest {
    @TempDir
    private Path folder;

    private Decisions decisions;
    private Path file;

    @BeforeEach
    void begin() {
        decisions = new Decisions(folder);
        file = decisions.file(DecisionJournal.FILE);
        decisions.store().change(ORIGIN, Decisions.add("ACME", "Utilities"));
        decisions.store().change(ORIGIN, Decisions.add("BOLT \"Ä\"\nline", "Utilities"));
        decisions.store().change(ORIGIN, Decisions.delete("ACME"));
    }

    private Verification verify() {
        return decisions.journal().verify();
    }

    @Test
    void noJournalIsWholeAndEmpty() throws IOException {
        Files.delete(file);

        assertThat(verify()).isEqualTo(new Verification(0, 0, 0, "", JournalLine.START));
        assertThat(decisions.transactions()).isEmpty();
    }

    @Test
    void linesAreJsonWithAChainOfChecksums() {
        List<String> lines = Folders.lines(file);

        assertThat(lines).hasSize(9);
        assertThat(lines.get(0))
                .startsWith(
                        "{\"type\":\"begin\",\"id\":\"D000001\",\"time\":\"2026-11-25T10:15:00Z\","
                                + "\"owner\":\"analyst-1\",\"command\":\"import-batch\",\"source\":\"Batch-2026-11.md\",\"changes\":1,");
        assertThat(lines.get(2)).contains("\"type\":\"commit\"", "\"files\":{\"MasterSegmentationOverrides.csv\":[");
        assertThat(verify().ok()).isTrue();
        assertThat(verify().transactions()).isEqualTo(3);
        assertThat(lines.get(8)).endsWith(",\"sum\":\"" + verify().sum() + "\"}");
    }

    @Test
    void addressOfAChangeIsKeptWhereThereIsOne() {
        Origin origin = Origin.of("kim", "203.0.113.7").doing("decide", "");
        decisions.store().change(origin, Decisions.add("CORK", "Utilities"));

        assertThat(decisions.transactions())
                .extracting(Transaction::origin)
                .containsExactly(ORIGIN, ORIGIN, ORIGIN, origin);
        assertThat(Folders.lines(file).get(9)).contains("\"owner\":\"kim\"", "\"from\":\"203.0.113.7\"");
        assertThat(verify().ok()).isTrue();
    }

    @Test
    void anyChangeOfALineIsFoundThere() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int i = 0; i < (Soak.on() ? 5000 : 300); i++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(7));
            if (bytes[at] == '\r' || whole[at] == '\n') {
                continue;
            }
            Files.write(file, bytes);
            long line = 1
                    + new String(whole, 0, at, StandardCharsets.ISO_8859_1)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            assertThat(verify().brokenLine()).as("byte %d", at).isEqualTo(line);
        }
    }

    @Test
    void linesTakenOutPutInOrMovedAreFound() throws IOException {
        List<String> lines = Folders.lines(file);
        for (int i = 0; i + 1 < lines.size(); i++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(i);
            assertBrokenAt(fewer, i + 1);
            List<String> more = new ArrayList<>(lines);
            more.add(i, lines.get(0));
            assertBrokenAt(more, i == 0 ? 2 : i + 1);
            List<String> moved = new ArrayList<>(lines);
            Collections.swap(moved, i, i + 1);
            assertBrokenAt(moved, i + 1);
        }
    }

    private void assertBrokenAt(List<String> lines, int line) throws IOException {
        Files.write(file, lines);
        assertThat(verify().brokenLine()).isEqualTo(line);
        assertThat(verify().problem()).contains("checksum does not follow");
    }

    @Test
    void tornTailIsKeptAsideAndWritingGoesOn() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int third = new String(whole, StandardCharsets.ISO_8859_1).indexOf("{\"type\":\"begin\",\"id\":\"D000003\"");
        decisions.write(GovernanceFiles.SEGMENTS, Decisions.HEADER); // as if nobody knew what it held
        for (int length = third + 1; length < whole.length - 2; length += 97) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(verify().ok()).isFalse();

            Receipt receipt = decisions.store().change(ORIGIN, Decisions.add("CRANE", "Construction"));

            assertThat(receipt.notes()).first().asString().contains("cut off").contains(".torn");
            assertThat(verify().ok()).isTrue();
            Path torn = torn();
            assertThat(torn).hasBinaryContent(java.util.Arrays.copyOfRange(whole, third, length));
            Files.delete(torn);
        }
    }

    private Path torn() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".torn"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void journalThatAnEditorSavedIsContinued() throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, text.strip().replace("\n", "\r\n"));
        assertThat(verify().ok()).isTrue();

        Receipt receipt = decisions.store().change(ORIGIN, Decisions.add("CRANE", "Construction"));

        assertThat(receipt.transaction()).isEqualTo("D000004");
        assertThat(receipt.notes()).isEmpty();
        assertThat(verify().ok()).isTrue();
        assertThat(decisions.transactions()).hasSize(4);
    }

    @Test
    void readsAndVerifiesManyRecordsQuickly() throws IOException {
        int count = 100_000;
        Files.delete(file);
        DecisionJournal keeper = DecisionJournal.open(folder, new FileSteps());
        for (int t = 1; t <= 20; t++) {
            String id = JournalEntry.id(t);
            List<Change> changes = new ArrayList<>();
            for (int i = 1; i <= count / 20; i++) {
                Map<String, String> after = Map.of(Decisions.NAME, "MASTER " + i, Decisions.GROUP, "Utilities");
                changes.add(new Change(
                        id + "-" + i, GovernanceFiles.SEGMENTS, Change.Kind.ADDED, Map.of(), after, i, List.of()));
            }
            keeper.append(JournalEntry.all(id, Instant.EPOCH, ORIGIN, "", changes, Map.of(), Map.of()));
        }
        long start = System.nanoTime();
        assertThat(decisions.transactions()).hasSize(20);
        long read = System.nanoTime();
        assertThat(verify().ok()).isTrue();
        long verified = System.nanoTime();
        assertThat(DecisionJournal.open(folder, new FileSteps()).last().id()).isEqualTo("D000020");
        long end = System.nanoTime();
        System.out.printf(
                "journal of %,d records, %d MB: read %d ms, verified %d ms, end found %d µs%n",
                count,
                Files.size(file) >> 20,
                (read - start) / 1_000_000,
                (verified - read) / 1_000_000,
                (end - verified) / 1000);
        assertThat(read - start).isLessThan(10_000_000_000L);
    }
}
