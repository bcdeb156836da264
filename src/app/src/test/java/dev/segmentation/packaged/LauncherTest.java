package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher builds again what is older than its sources, and nothing else; Java and Maven are stand-ins. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Instant BUILT = Instant.parse("2026-12-01T10:00:00Z");
    private static final List<String> SOURCES = List.of(
            "pom.xml",
            "src/core/pom.xml",
            "src/core/src/main/java/Core.java",
            "src/app/pom.xml",
            "src/app/src/main/resources/page.html",
            "src/app/src/test/java/AppTest.java",
            "src/testkit/notes.md");

    @TempDir
    private Path home;

    @BeforeEach
    void aProjectThatIsBuilt() throws IOException {
        Files.copy(Path.of("segmenter"), home.resolve("segmenter"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String source : SOURCES) {
            file(source, BUILT.minusSeconds(60));
        }
        file("target/segmenter.jar", BUILT);
        program("java", "echo started");
        program("mvn", "echo built; touch target/segmenter.jar");
    }

    private void file(String name, Instant changed) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.createDirectories(home.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What the stand-ins said; the launcher sends what Maven says to standard error. */
    private List<String> launch() throws IOException, InterruptedException {
        ProcessBuilder launcher =
                new ProcessBuilder("sh", home.resolve("segmenter").toString(), "status").redirectErrorStream(true);
        launcher.environment().put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
        launcher.environment().put("SEGMENTER_CDS", "off");
        Process process = launcher.start();
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor()).isZero();
        return said;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "src/core/pom.xml",
                "src/core/src/main/java/Core.java",
                "src/app/pom.xml",
                "src/app/src/main/resources/page.html"
            })
    void aSourceThatIsNewerIsBuilt(String source) throws IOException, InterruptedException {
        file(source, BUILT.plusSeconds(60));

        assertThat(launch()).containsSubsequence("built", "started");
        assertThat(launch()).containsExactly("started");
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/app/src/test/java/AppTest.java", "src/testkit/notes.md"})
    void whatIsNoPartOfTheProgramIsNotBuilt(String source) throws IOException, InterruptedException {
        file(source, BUILT.plusSeconds(60));

        assertThat(launch()).containsExactly("started");
    }

    @Test
    void withoutAJarItIsBuilt() throws IOException, InterruptedException {
        Files.delete(home.resolve("target/segmenter.jar"));

        assertThat(launch()).containsSubsequence("built", "started");
    }

    /** Windows has no launcher that a test could run here; it asks for the same sources. */
    @Test
    void theLauncherForWindowsLooksAtTheSameSources() throws IOException {
        assertThat(Files.readString(Path.of("segmenter.cmd"))).contains("pom.xml,src\\*\\pom.xml,src\\*\\src\\main");
    }
}
