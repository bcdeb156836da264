package dev.segmentation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures {@code segmenter dedupe} from outside, on generated lists, against the {@link Floor} of the same files. */
public final class WholeCommand {
    private static final Path WORK = Path.of("target/bench");
    private static final String SEED = "1";

    private WholeCommand() {}

    /** Arguments: {@code dedupe ROWS [ROUNDS]}, {@code growth ROWS [ROUNDS]} or {@code small [ROUNDS]}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        switch (args[0]) {
            case "dedupe" -> dedupe(number(args, 1, 100_000), number(args, 2, 3));
            case "growth" -> growth(number(args, 1, 100_000), number(args, 2, 3));
            case "small" -> small(number(args, 1, 7));
            default -> throw new IllegalArgumentException("Unknown measurement " + args[0]);
        }
    }

    private static int number(String[] args, int index, int absent) {
        return args.length > index ? Integer.parseInt(args[index].replace("_", "")) : absent;
    }

    /** Command and floor in turn, so that both meet the same load of the machine. */
    private static double dedupe(int rows, int rounds) throws IOException, InterruptedException {
        Path list = list(rows);
        warmUp();
        List<Measured> commands = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Measured command = deduped(list);
            double floor = floor(list);
            commands.add(command);
            floors.add(floor);
            ratios.add(command.seconds() / floor);
            print(
                    "%,d rows, round %d: dedupe %s, floor %8.2f s, ratio %.2f",
                    rows, round, command, floor, last(ratios));
        }
        double seconds = median(commands.stream().map(Measured::seconds).toList());
        print(
                "%,d rows, median: dedupe %.2f s, floor %.2f s, ratio %.2f, largest peak %.0f MiB",
                rows,
                seconds,
                median(floors),
                median(ratios),
                commands.stream().mapToDouble(Measured::memory).max().orElseThrow());
        return seconds;
    }

    private static void growth(int rows, int rounds) throws IOException, InterruptedException {
        double once = dedupe(rows, rounds);
        double twice = dedupe(2 * rows, rounds);
        print("twice the rows take %.2f times as long", twice / once);
    }

    private static void small(int rounds) throws IOException, InterruptedException {
        Path one = list(1);
        Path many = list(5_000);
        warmUp();
        List<Double> version = new ArrayList<>();
        List<Double> single = new ArrayList<>();
        List<Double> full = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            version.add(segmenter("--version").seconds());
            single.add(deduped(one).seconds());
            full.add(deduped(many).seconds());
        }
        print(
                "medians: --version %.2f s, dedupe of 1 row %.2f s, of 5,000 rows %.2f s",
                median(version), median(single), median(full));
        print(
                "5,000 rows take %.2f s beyond --version and %.2f s beyond 1 row",
                median(full) - median(version), median(full) - median(single));
    }

    /** Builds the program if it is not built, and fills its caches: compiled rules, archive of classes. */
    private static void warmUp() throws IOException, InterruptedException {
        Path one = list(1);
        segmenter("run", "--customers", customers(one), "--input", fresh(one, "in"), "--output", fresh(one, "run"));
    }

    /** The folder of a generated list, made if it is not there. */
    private static Path list(int rows) throws IOException, InterruptedException {
        Path folder = WORK.resolve(Integer.toString(rows));
        Path whole = folder.resolve(GeneratedList.TRUTH);
        if (!Files.exists(whole)) {
            print("generating %,d rows", rows);
            Path draft = WORK.resolve("draft");
            java(CustomerListGenerator.class, Integer.toString(rows), SEED, draft.toString());
            Files.createDirectories(folder);
            for (String file : List.of(GeneratedList.CUSTOMERS, GeneratedList.TRUTH)) {
                Files.move(draft.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return folder;
    }

    /** Every run starts as the first one: no outputs, no registry of masters. */
    private static Measured deduped(Path list) throws IOException, InterruptedException {
        String input = fresh(list, "in");
        String output = fresh(list, "run");
        return segmenter("dedupe", "--quiet", "--customers", customers(list), "--input", input, "--output", output);
    }

    private static double floor(Path list) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(customers(list), fresh(list, "floor")));
        for (String folder : List.of("in", "run")) {
            try (Stream<Path> files = Files.list(list.resolve(folder))) {
                files.map(Path::toString)
                        .filter(file -> file.endsWith(".csv"))
                        .sorted()
                        .forEach(arguments::add);
            }
        }
        Measured floor = java(Floor.class, arguments.toArray(String[]::new));
        return Double.parseDouble(floor.output().strip());
    }

    private static Measured segmenter(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "./segmenter";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Measured.run(WORK.resolve("log"), command);
    }

    /** The serial collector, since the floor is to have one thread. */
    private static Measured java(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx3g",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        return Measured.run(WORK.resolve("log"), command.toArray(String[]::new));
    }

    private static String customers(Path list) {
        return list.resolve(GeneratedList.CUSTOMERS).toString();
    }

    private static String fresh(Path list, String name) throws IOException {
        Path folder = list.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder).toString();
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
