package dev.segmentation.cli;

import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.explain.OutputStatus;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Shows how the last runs in the output folder went.")
final class StatusCommand extends FolderTask {
    private static final int SHOWN = 10;
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final Object[] COLUMNS = {
        "Time", "Customers", "Masters", "Unknown", "Queued", "Conflicts", "Rejected", "Seconds"
    };

    @Override
    protected int work() {
        OutputStatus.Result status = OutputStatus.of(options.output());
        status.notes().forEach(console::note);
        if (!console.asJson(status)) {
            text(status);
        }
        return DONE;
    }

    private void text(OutputStatus.Result status) {
        if (status.unfinished()) {
            console.say("A run was cut off while its files were put in place; the next run completes it.");
        }
        List<Map<String, String>> runs = status.runs();
        if (runs.isEmpty()) {
            console.say("No run yet in " + options.output() + ". Start with: segmenter run");
            return;
        }
        TextTable table = console.table("%-22s%11s%11s%11s%11s%11s%11s%11s", COLUMNS);
        for (Map<String, String> run : runs.subList(Math.max(0, runs.size() - SHOWN), runs.size())) {
            Object[] cells = new Object[COLUMNS.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = run.get(COLUMNS[i]);
            }
            table.row(cells);
        }
        if (status.trend().size() > 1) {
            trend(status.trend());
        }
    }

    /** One line for each measure, the oldest run on the left. */
    private void trend(List<OutputStatus.Point> trend) {
        console.say("");
        console.say("Trend of the last " + trend.size() + " runs");
        line("Masters", trend, OutputStatus.Point::masters);
        line("Unknown %", trend, OutputStatus.Point::unknownPercent);
        line("Queued", trend, OutputStatus.Point::queued);
        line("Conflicts", trend, OutputStatus.Point::conflicts);
        line("Worklist", trend, OutputStatus.Point::worklist);
        console.say("What changed last, in detail: segmenter diff");
    }

    private void line(String label, List<OutputStatus.Point> trend, Function<OutputStatus.Point, Number> measure) {
        List<Number> numbers = new ArrayList<>();
        trend.forEach(point -> numbers.add(measure.apply(point)));
        console.line(
                "%-12s %-12s  %s -> %s",
                label,
                sparkline(numbers),
                Objects.requireNonNullElse(numbers.get(0), "?"),
                Objects.requireNonNullElse(numbers.get(numbers.size() - 1), "?"));
    }

    /** A row of numbers as a row of bars, the least the lowest; a gap where a number is not known. */
    static String sparkline(List<? extends Number> numbers) {
        DoubleSummaryStatistics known = numbers.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .summaryStatistics();
        StringBuilder line = new StringBuilder();
        for (Number number : numbers) {
            if (number == null) {
                line.append(' ');
            } else {
                double span = known.getMax() - known.getMin();
                double share = span == 0 ? 0 : (number.doubleValue() - known.getMin()) / span;
                line.append(BARS.charAt((int) Math.round(share * (BARS.length() - 1))));
            }
        }
        return line.toString();
    }
}
