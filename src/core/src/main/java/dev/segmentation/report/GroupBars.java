package dev.segmentation.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A drawing of two bars for each group, one above the other: two numbers to compare, such as what it holds now and what it would
 * hold.
 */
public record GroupBars(String title, String legend, List<Bar> bars) {
    private static final int LEFT = 210;
    private static final int LONGEST = 440;
    private static final int ROW = 34;
    private static final int TOP = 28;

    /** A group and its two numbers. */
    public record Bar(String label, int before, int after) {}

    /** A pair of bars in its place: its top, the lengths of the two, where the longer one ends, and the number beside them. */
    public record Drawn(String label, int top, double before, double after, double end, String number) {}

    public int height() {
        return TOP + bars.size() * ROW;
    }

    public List<Drawn> drawn() {
        int most = bars.stream()
                .mapToInt(bar -> Math.max(bar.before(), bar.after()))
                .max()
                .orElse(0);
        double scale = (double) LONGEST / Math.max(1, most);
        return IntStream.range(0, bars.size())
                .mapToObj(i -> drawn(bars.get(i), TOP + i * ROW, scale))
                .toList();
    }

    private static Drawn drawn(Bar bar, int top, double scale) {
        int change = bar.after() - bar.before();
        String count = String.format(Locale.ROOT, "%,d", bar.after());
        return new Drawn(
                bar.label(),
                top,
                bar.before() * scale,
                bar.after() * scale,
                LEFT + Math.max(bar.before(), bar.after()) * scale + 8,
                change == 0 ? count : count + String.format(Locale.ROOT, " (%+,d)", change));
    }
}
