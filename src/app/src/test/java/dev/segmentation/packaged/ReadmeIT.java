package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.testkit.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the README shows do what it says: each ends with 0, in the order shown. */
class ReadmeIT {
    private static final Path README = Path.of("README.md");
    private static final String FENCE = "```";

    @TempDir
    private Path temp;

    @Test
    void commandsOfTheReadmeWork() throws IOException, InterruptedException {
        Path input = temp.resolve("input");
        Folders.copy(Path.of("input"), input);
        List<String> commands = commands();
        assertThat(commands).anyMatch(command -> command.startsWith("./segmenter run"));
        for (String command : commands) {
            Path log = temp.resolve("log.txt");
            ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            shell.environment().put("SEGMENTER_OUTPUT", temp.resolve("output").toString());
            shell.environment().put("SEGMENTER_INPUT", input.toString());
            Process process = shell.start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
            assertThat(process.exitValue())
                    .as("%s: %s", command, String.join("\n", Folders.lines(log)))
                    .isZero();
        }
    }

    /** The lines of code blocks that start the program; {@code serve} does not end by itself. */
    private static List<String> commands() {
        List<String> commands = new ArrayList<>();
        boolean code = false;
        for (String line : Folders.lines(README)) {
            if (line.startsWith(FENCE)) {
                code = !code;
            } else if (code && line.startsWith("./segmenter ") && !line.startsWith("./segmenter serve")) {
                commands.add(line);
            }
        }
        return commands;
    }
}
