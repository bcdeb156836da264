package dev.segmentation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.output.RunReport;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every folder {@code src/testkit/src/main/resources/golden/CASE/input} and compares all that comes out with {@code expected},
 * byte for byte. {@code mvn test -Dtest=GoldenTest -Dgolden.update=true} writes the expected files anew: read the
 * difference before you commit it.
 *
 * <p>Four values cannot be fixed and are masked: how long the run took and the version of the product in
 * {@code RunHistory.csv}; in {@code manifest.json} the version, the hash of the rules, which changes with every comment
 * in them, and the hash of {@code RunHistory.csv}, which holds the time taken; the same in {@code RunSummary.csv}. The notes, which go to the terminal,
 * stand in {@code notes.txt}.
 */
class GoldenTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Pattern LAST_TWO_CELLS = Pattern.compile("(?m)^(\\d{8}T.*),[^,\n]*,[^,\n]*$");
    private static final Pattern UNSTABLE = Pattern.compile("(\"(?:version|rules|RunHistory\\.csv)\" : )\"([^\"]*)\"");

    @TempDir
    private Path output;

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Golden.FOLDER)) {
            return folders.filter(f -> Files.isDirectory(f.resolve("input")))
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesExactlyTheExpectedFiles(String name) throws IOException {
        Path folder = Golden.FOLDER.resolve(name);
        RunReport report = new TestRun(folder.resolve("input"), output).execute(RunScope.ALL);
        Map<String, String> actual = masked(withoutCopies(Folders.files(output)));
        actual.put("notes.txt", latin(String.join("\n", report.notes()) + "\n"));
        Path expected = folder.resolve("expected");
        if (UPDATE) {
            write(expected, actual);
        }
        Map<String, String> wanted = Folders.files(expected);
        assertThat(actual.keySet()).isEqualTo(wanted.keySet());
        wanted.forEach((file, text) ->
                assertThat(actual.get(file)).as("%s of case %s", file, name).isEqualTo(text));
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The snapshot of the run holds copies, which need not stand in the expected files a second time. */
    private static Map<String, String> withoutCopies(Map<String, String> files) {
        Map<String, String> single = new TreeMap<>(files);
        single.entrySet()
                .removeIf(file -> file.getKey().startsWith("runs/")
                        && file.getValue()
                                .equals(files.get(
                                        file.getKey().substring(file.getKey().lastIndexOf('/') + 1))));
        return single;
    }

    private static Map<String, String> masked(Map<String, String> files) {
        files.computeIfPresent("RunHistory.csv", (f, text) -> LAST_TWO_CELLS
                .matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(m.group(1) + ",*,*")));
        files.computeIfPresent(
                "manifest.json", (f, text) -> UNSTABLE.matcher(text).replaceAll("$1\"*\""));
        files.computeIfPresent(
                "runs/20260203T040506Z/RunSummary.csv",
                (f, text) -> text.replaceAll("(?m)^(Version|Seconds),.*$", "$1,*"));
        return files;
    }

    private static void write(Path expected, Map<String, String> texts) throws IOException {
        for (String old : Folders.files(expected).keySet()) {
            Files.delete(expected.resolve(old));
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = expected.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, text.getValue().getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
