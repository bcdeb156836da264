package dev.segmentation.cli;

import dev.segmentation.explain.Status;
import dev.segmentation.explain.Trend;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code segmenter status}. */
@Command(
        name = "status",
        description = "Shows how the last runs in the output folder went.",
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class StatusCommand implements Callable<Integer> {
    private static final int SHOWN = 10;
    private static final List<String> COLUMNS =
            List.of("Time", "Customers", "Masters", "Unknown", "Queued", "Conflicts", "Rejected", "Seconds");

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        PrintWriter out = spec.commandLine().getOut();
        Status.Result status = new Status(options.output()).read();
        status.notes().forEach(note -> console.note(spec.commandLine().getErr(), "Note: " + note));
        if (console.json()) {
            out.println(Json.of(status));
            return ExitCode.DONE;
        }
        if (status.unfinished()) {
            out.println("A run was cut off while its files were put in place; the next run completes it.");
        }
        if (status.runs().isEmpty()) {
            out.println("No run yet in " + options.output() + ". Start with: segmenter run");
            return ExitCode.DONE;
        }
        print(out, status.runs());
        trend(out, status.trend());
        return ExitCode.DONE;
    }

    private static void print(PrintWriter out, List<Map<String, String>> runs) {
        COLUMNS.forEach(column -> out.print(pad(column, column)));
        out.println();
        for (Map<String, String> run : runs.subList(Math.max(0, runs.size() - SHOWN), runs.size())) {
            COLUMNS.forEach(column -> out.print(pad(column, run.get(column))));
            out.println();
        }
    }

    /** From two runs on: one line for each measure, the oldest run on the left. */
    private static void trend(PrintWriter out, List<Trend.Point> trend) {
        if (trend.size() < 2) {
            return;
        }
        out.println();
        out.println("Trend of the last " + trend.size() + " runs");
        line(out, "Masters", trend, Trend.Point::masters);
        line(out, "Unknown %", trend, Trend.Point::unknownPercent);
        line(out, "Queued", trend, Trend.Point::queued);
        line(out, "Conflicts", trend, Trend.Point::conflicts);
        line(out, "Worklist", trend, Trend.Point::worklist);
        out.println("What changed last, in detail: segmenter diff");
    }

    private static void line(
            PrintWriter out, String label, List<Trend.Point> trend, Function<Trend.Point, ? extends Number> measure) {
        List<Number> numbers = new ArrayList<>();
        trend.forEach(point -> numbers.add(measure.apply(point)));
        out.println(String.format(
                Locale.ROOT,
                "%-12s %-12s  %s -> %s",
                label,
                Sparkline.of(numbers),
                text(numbers.get(0)),
                text(numbers.get(numbers.size() - 1))));
    }

    private static String text(Number number) {
        return number == null ? "?" : number.toString();
    }

    private static String pad(String column, String text) {
        return column.equals("Time") ? String.format("%-22s", text) : String.format("%11s", text);
    }
}
