package dev.segmentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.cli.console.Task;
import dev.segmentation.files.FolderLock;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {
    @TempDir
    private Path temp;

    private Path here;
    private Path archive;
    private Path there;

    @BeforeEach
    void oneRun() {
        here = temp.resolve("here");
        archive = temp.resolve("backup.zip");
        there = temp.resolve("there");
        Folders.copy(Golden.FOLDER.resolve("people/input"), here.resolve("input"));
        Folders.copy(Golden.RULES, here.resolve("rules"));
        assertThat(on(here, "run", "--quiet").code()).isZero();
    }

    private static Call on(Path folder, Object... words) {
        Object[] all = new Object[words.length + 6];
        System.arraycopy(words, 0, all, 0, words.length);
        int at = words.length;
        for (String name : new String[] {"input", "output", "rules"}) {
            all[at++] = "--" + name;
            all[at++] = folder.resolve(name);
        }
        return Call.of(all);
    }

    private Call restore() {
        return Call.of("restore", archive, "--into", there);
    }

    @Test
    void whatIsRestoredIsWhatWasKept() {
        assertThat(Folders.write(here.resolve("state/RulesJournal.jsonl"), List.of("published")))
                .exists();
        assertThat(on(here, "backup", archive, "--with-runs", "--state", here.resolve("state"))
                        .code())
                .isZero();
        assertThat(restore().code()).isZero();

        Map<String, String> kept = new HashMap<>(Folders.files(here));
        kept.keySet().removeIf(name -> name.endsWith(".lock"));
        assertThat(Folders.files(there)).isEqualTo(kept);
    }

    @Test
    void theNextRunGoesOnFromTheRestoredOne() {
        assertThat(on(here, "undo", "D999999").code()).isNotZero();
        on(here, "backup", archive);
        restore();

        assertThat(on(there, "history", "--verify").code()).isZero();
        assertThat(on(there, "run", "--quiet").code()).isZero();
        assertThat(there.resolve("output/MasterCustomerSegmentation.csv"))
                .hasSameTextualContentAs(here.resolve("output/MasterCustomerSegmentation.csv"));
        assertThat(there.resolve("output/runs")).isDirectoryContaining("glob:**");
        assertThat(on(there, "status", "--json").out()).contains("\"Customers\" : \"19\"");
    }

    @Test
    void runsStayAtHomeUnlessAskedFor() {
        on(here, "backup", archive);
        restore();

        assertThat(here.resolve("output/runs")).isNotEmptyDirectory();
        assertThat(there.resolve("output/runs")).doesNotExist();
    }

    @Test
    void theArchiveIsForItsOwnerAlone() throws IOException {
        on(here, "backup", archive);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-------");
    }

    @Test
    void anArchiveIsNeverOverwritten() throws IOException {
        Files.writeString(archive, "precious");

        Call call = on(here, "backup", archive);

        assertThat(call.code()).isEqualTo(Task.OUTPUT);
        assertThat(call.err()).contains("exists already");
        assertThat(archive).hasContent("precious");
    }

    @Test
    void aFolderWithFilesIsNotRestoredInto() throws IOException {
        on(here, "backup", archive);
        Files.createDirectories(there);
        Files.writeString(there.resolve("mine.txt"), "precious");

        assertThat(restore().code()).isEqualTo(Task.OUTPUT);
        assertThat(Folders.files(there)).containsOnlyKeys("mine.txt");
    }

    @Test
    void whoeverWritesKeepsTheBackupWaiting() throws InterruptedException {
        FolderLock lock = FolderLock.take(here.resolve("input"), Instant.EPOCH);
        Thread backup = new Thread(() -> on(here, "backup", archive));
        backup.start();
        backup.join(200);
        assertThat(archive).doesNotExist();
        try {
            assertThat(backup.isAlive()).isTrue();
        } finally {
            close(lock);
        }
        backup.join();
        assertThat(archive).exists();
    }

    private static void close(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aFlippedByteIsNoticedAndNothingIsLeft() throws Exception {
        on(here, "backup", archive);
        rewrite(content -> content.put(
                "input/MasterRegistry.csv",
                (new String(content.get("input/MasterRegistry.csv"), StandardCharsets.UTF_8) + " ")
                        .getBytes(StandardCharsets.UTF_8)));

        Call call = restore();

        assertThat(call.code()).isEqualTo(Task.INPUT);
        assertThat(call.err()).contains("input/MasterRegistry.csv is not as its sum says");
        assertThat(there).doesNotExist();
        try (var left = Files.list(temp)) {
            assertThat(left.map(path -> path.getFileName().toString())).doesNotContain(".restore");
        }
    }

    @Test
    void aMissingFileIsNoticed() throws Exception {
        on(here, "backup", archive);
        rewrite(content -> content.remove("input/MasterRegistry.csv"));

        assertThat(restore().err()).contains("input/MasterRegistry.csv is missing");
        assertThat(there).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"input/../../evil.txt", "/evil.txt", "evil.txt", "output/../../../evil.txt"})
    void noFileLeavesTheFolder(String name) throws Exception {
        byte[] evil = "evil".getBytes(StandardCharsets.UTF_8);
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(evil));
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put(name, evil);
        content.put("SHA256SUMS", (sum + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
        write(content);

        assertThat(restore().code()).isEqualTo(Task.INPUT);
        assertThat(there).doesNotExist();
        assertThat(temp.resolve("evil.txt")).doesNotExist();
        assertThat(temp.getParent().resolve("evil.txt")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no archive at all"})
    void whatIsNoArchiveIsRefused(String text) throws IOException {
        Files.writeString(archive, text);

        assertThat(restore().code()).isEqualTo(Task.INPUT);
        assertThat(there).doesNotExist();
    }

    private interface Edit {
        void on(Map<String, byte[]> content);
    }

    private void rewrite(Edit edit) throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                content.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        edit.on(content);
        Files.delete(archive);
        write(content);
    }

    private void write(Map<String, byte[]> content) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }
}
