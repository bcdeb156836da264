package dev.segmentation.decision.journal;

import com.fasterxml.jackson.core.JsonFactory;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.files.OutputException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.Validate;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** A process of its own that takes down one decision after the other; tests start it, two at a time, and kill it. */
public final class ChangeLoop {
    private ChangeLoop() {}

    /** Folder, beginning of the names, how many decisions. Begins at a sign on standard input; prints each one that is taken down, or refused. */
    public static void main(String[] args) throws IOException {
        GovernanceStore store = new GovernanceStore(Path.of(args[0]), StandardCharsets.UTF_8, Clock.systemUTC());
        Origin origin = new Origin(args[1], "decide", "");
        store.preview(Decisions.add(args[1], "Utilities"));
        if (System.in.read() < 0) {
            return;
        }
        for (int i = 1; i <= Integer.parseInt(args[2]); i++) {
            String name = args[1] + " " + i;
            try {
                Consumer<GovernanceTables> edit = Decisions.both(
                        Decisions.add(name, "Utilities"), Decisions.website(name, "example" + i + ".com"));
                System.out.println(store.change(origin, edit).transaction() + " " + name);
            } catch (OutputException e) {
                System.out.println("refused " + name);
            }
        }
    }

    static Process start(Path folder, String names, int count, Path out) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        ChangeLoop.class.getName(),
                        folder.toString(),
                        names,
                        Integer.toString(count))
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** What it needs and no more: Java looks through all jars before the one that has a class. */
    private static String classPath() {
        return Stream.of(
                        ChangeLoop.class,
                        GovernanceStore.class,
                        JsonFactory.class,
                        CSVFormat.class,
                        LevenshteinDistance.class,
                        IOUtils.class,
                        Hex.class,
                        Validate.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> new File(place.getPath()).getPath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    static void begin(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }
}
