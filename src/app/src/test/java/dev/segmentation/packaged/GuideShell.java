package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.testkit.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs scripts of the API guide in bash, with a {@code curl} that writes down what it called. */
final class GuideShell {
    private static final int PATIENCE_MINUTES = 5;
    private static final Optional<Path> CURL = onPath("curl");
    /** Signs on with a token, but where the guide shows a session; curl's own words tell what was called. */
    private static final List<String> RECORDER = List.of(
            "#!/bin/bash",
            "case \" $* \" in *\" cookies \"*) ;; *) set -- -H \"Authorization: Bearer $GUIDE_TOKEN\" \"$@\" ;; esac",
            "said=$(mktemp \"$GUIDE_FOLDER/said.XXXXXX\")",
            "\"$GUIDE_CURL\" -sv --max-time 120 \"$@\" 2> \"$said\"",
            "code=$?",
            "call=$(sed -n 's/^> \\([A-Z]*\\) \\([^ ]*\\) HTTP.*/\\1 \\2/p' \"$said\" | head -n 1)",
            "status=$(sed -n 's/^< HTTP[^ ]* \\([0-9]*\\).*/\\1/p' \"$said\" | tail -n 1)",
            "[ $code = 0 ] || status=0",
            "echo \"$GUIDE_LINE $call $status\" >> \"$GUIDE_FOLDER/calls\"",
            "exit $code");

    private final Path folder;
    private final String token;

    /** Works in this folder and signs on with this token. */
    GuideShell(Path folder, String token) {
        this.folder = folder;
        this.token = token;
    }

    /** Whether this machine has what it takes. */
    static boolean isThere() {
        return onPath("bash").isPresent() && CURL.isPresent();
    }

    /** Runs a script to its end and tells the calls that it made. */
    List<GuideCall> run(Path page, String script) throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve(page.getFileName().toString()));
        Path recorder =
                Folders.write(Files.createDirectories(own.resolve("bin")).resolve("curl"), RECORDER);
        assertThat(recorder.toFile().setExecutable(true)).isTrue();
        Path log = own.resolve("log.txt");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script)
                .directory(own.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        bash.environment()
                .putAll(Map.of(
                        "PATH",
                        recorder.getParent() + File.pathSeparator + System.getenv("PATH"),
                        "GUIDE_CURL",
                        CURL.orElseThrow().toString(),
                        "GUIDE_FOLDER",
                        own.toString(),
                        "GUIDE_TOKEN",
                        token));
        Process process = bash.start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("%s ends", page)
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Folders.lines(own.resolve("calls")).stream().map(GuideCall::of).toList();
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
