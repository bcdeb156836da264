package dev.segmentation.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one program needed. Processor time and memory come from GNU time; where it is missing they are not a number.
 *
 * @param seconds from start to end
 * @param processor seconds of all threads, in user and system mode
 * @param memory the peak of the resident set, in MiB
 * @param output what it printed to its standard output
 */
record Measured(double seconds, double processor, double memory, String output) {
    private static final Path GNU_TIME = Path.of("/usr/bin/time");

    /** Runs a program to its end. What it says to people goes to the given file. */
    static Measured run(Path log, String... command) throws IOException, InterruptedException {
        Path usage = Files.createTempFile("usage", ".txt");
        Path printed = Files.createTempFile("printed", ".txt");
        boolean timed =
                Files.isExecutable(GNU_TIME) && System.getProperty("os.name").startsWith("Linux");
        List<String> whole = new ArrayList<>();
        if (timed) {
            whole.addAll(List.of(GNU_TIME.toString(), "-q", "-o", usage.toString(), "-f", "%U %S %M"));
        }
        whole.addAll(List.of(command));
        try {
            long from = System.nanoTime();
            int code = new ProcessBuilder(whole)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectOutput(printed.toFile())
                    .start()
                    .waitFor();
            double seconds = (System.nanoTime() - from) / 1e9;
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code + "; see " + log);
            }
            String[] used = timed ? Files.readString(usage).strip().split(" ") : new String[] {"NaN", "0", "NaN"};
            return new Measured(
                    seconds,
                    Double.parseDouble(used[0]) + Double.parseDouble(used[1]),
                    Double.parseDouble(used[2]) / 1024,
                    Files.readString(printed, StandardCharsets.UTF_8));
        } finally {
            Files.delete(usage);
            Files.delete(printed);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%8.2f s %8.2f s cpu %7.0f MiB", seconds, processor, memory);
    }
}
