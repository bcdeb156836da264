package dev.segmentation.packaged;

import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, started as a process of its own from the project folder. */
final class Program {
    private static final Path JAR = Path.of("target/segmenter.jar");
    private static final int PATIENCE = 120;

    private final Path logs;
    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    private Program(Path logs, List<String> start, Object... args) {
        this.logs = logs;
        command.addAll(start);
        Arrays.stream(args).map(Object::toString).forEach(command::add);
    }

    /** The jar with these arguments; what it prints goes to files in that folder. */
    static Program jar(Path logs, Object... args) {
        String java = ProcessHandle.current().info().command().orElse("java");
        return new Program(logs, List.of(java, "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()), args);
    }

    /** The launcher. */
    static Program launcher(Path logs, Object... args) {
        return new Program(logs, List.of("./segmenter"), args);
    }

    /** With more variables. */
    Program with(Map<String, String> more) {
        environment.putAll(more);
        return this;
    }

    /** How a process ended. */
    record Ended(int code, String out, String err) {}

    Process start() {
        try {
            Files.createDirectories(logs);
            ProcessBuilder process = new ProcessBuilder(command)
                    .redirectOutput(logs.resolve("out.txt").toFile())
                    .redirectError(logs.resolve("err.txt").toFile());
            process.environment().putAll(environment);
            return process.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ended run() {
        Process process = start();
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                throw new AssertionError(command + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), text("out.txt"), text("err.txt"));
    }

    /** What the process printed so far. */
    String text(String file) {
        return String.join("\n", Folders.lines(logs.resolve(file)));
    }
}
