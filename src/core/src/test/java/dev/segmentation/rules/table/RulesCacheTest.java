package dev.segmentation.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCacheTest {
    private static final byte[] BYTES = "compiled".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void givesBackWhatItKeeps() {
        RulesCache cache = cache();
        assertThat(cache.read("a.kjar")).isNull();

        cache.write("a.kjar", BYTES);

        assertThat(cache.read("a.kjar")).isEqualTo(BYTES);
        cache.discard("a.kjar");
        assertThat(cache.read("a.kjar")).isNull();
    }

    @Test
    void damagedFileIsNotUsed() throws IOException {
        RulesCache cache = cache();
        cache.write("a.kjar", BYTES);
        Path file = folder.resolve("cache/a.kjar");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(cache.read("a.kjar")).as("cut to %d bytes", length).isNull();
        }
        for (int i = 0; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 1;
            Files.write(file, flipped);
            assertThat(cache.read("a.kjar")).as("byte %d changed", i).isNull();
        }
    }

    @Test
    void folderAndFilesBelongToTheirOwnerAlone() throws IOException {
        posixOnly();
        cache().write("a.kjar", BYTES);

        assertThat(permissions(folder.resolve("cache"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("cache/a.kjar"))).isEqualTo("rw-------");
    }

    @Test
    void fileThatOthersCouldHaveWrittenIsNotUsed() throws IOException {
        posixOnly();
        RulesCache cache = cache();
        cache.write("a.kjar", BYTES);
        for (String unsafe : List.of("rw-rw----", "rw----rw-")) {
            Files.setPosixFilePermissions(folder.resolve("cache/a.kjar"), PosixFilePermissions.fromString(unsafe));
            assertThat(cache.read("a.kjar")).as(unsafe).isNull();
        }
    }

    @Test
    void folderThatOthersCouldWriteIsNotUsed() throws IOException {
        posixOnly();
        RulesCache cache = cache();
        cache.write("a.kjar", BYTES);
        Files.setPosixFilePermissions(folder.resolve("cache"), PosixFilePermissions.fromString("rwxrwx---"));

        assertThat(cache.read("a.kjar")).isNull();
    }

    @Test
    void cacheThatCannotBeWrittenOnlyCostsTime() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        RulesCache cache = new RulesCache(file.resolve("cache"), "test");

        cache.write("a.kjar", BYTES);

        assertThat(cache.read("a.kjar")).isNull();
    }

    @Test
    void secondLoadComesFromTheCacheAndADamagedOneIsBuiltAgain() throws IOException {
        Path rules = new RuleFolder(folder.resolve("rules")).path();

        assertThat(decides(rules, false)).isEqualTo("PUB-001");
        assertThat(decides(rules, true)).isEqualTo("PUB-001");
        for (Path file : cacheFiles()) {
            Files.write(file, new byte[] {1, 2, 3});
        }
        assertThat(decides(rules, false)).isEqualTo("PUB-001");
        assertThat(decides(rules, true)).isEqualTo("PUB-001");
        assertThat(cacheFiles()).hasSize(2).noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    private String decides(Path rules, boolean fromCache) {
        RuleCatalog catalog = RuleCatalog.load(rules, cache());
        assertThat(catalog.fromCache()).isEqualTo(fromCache);
        try (Classifier classifier = catalog.newClassifier()) {
            assertThat(classifier
                            .classify(List.of(catalog.parser().evidence("OMEGA")), List.of())
                            .ruleId())
                    .isEqualTo("ENT-001");
            return classifier
                    .classify(List.of(catalog.parser().evidence("MAPLE SCHOOL")), List.of())
                    .ruleId();
        }
    }

    private List<Path> cacheFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.toList();
        }
    }

    private RulesCache cache() {
        return new RulesCache(folder.resolve("cache"), "test");
    }

    private static void posixOnly() {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
