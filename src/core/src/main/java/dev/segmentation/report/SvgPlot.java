package dev.segmentation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A drawing of lines over two axes that begin at 0. Colours are left to the style sheet of the page; lines differ in dash and
 * marker too, so that colour is never the only sign.
 */
public record SvgPlot(
        String id,
        String title,
        String description,
        Axis x,
        Axis y,
        List<Line> lines,
        List<Mark> marks,
        List<Mark> rings) {
    private static final int LEFT = 92;
    private static final int RIGHT = 616;
    private static final int TOP = 56;
    private static final int BOTTOM = 344;
    private static final int TICKS = 5;
    private static final int LEGEND_STEP = 150;
    /** Circle, square and diamond. */
    private static final List<String> MARKERS = List.of(
            "m-4.0 0a4.0 4.0 0 1 0 8.0 0a4.0 4.0 0 1 0 -8.0 0z",
            "m-4.0 -4.0h8.0v8.0h-8.0z",
            "m0 -4.0l4.0 4.0l-4.0 4.0l-4.0 -4.0z");

    /**
     * An axis from 0.
     *
     * @param label what it shows
     * @param max where it ends
     * @param pattern how numbers are written on it
     */
    public record Axis(String label, double max, String pattern) {
        /** An axis for shares. */
        public static Axis share(String label) {
            return new Axis(label, 1, "%.1f");
        }

        /** An axis for counts; it ends at a round number. */
        public static Axis count(String label, double largest) {
            double power = Math.pow(10, Math.floor(Math.log10(Math.max(TICKS, largest))));
            double max = 10 * power;
            for (double factor : new double[] {5, 2, 1}) {
                max = factor * power >= largest ? factor * power : max;
            }
            return new Axis(label, Math.max(TICKS, max), "%,.0f");
        }

        private double tick(int number) {
            return max * number / TICKS;
        }
    }

    /**
     * A point.
     *
     * @param x its place
     * @param y its place
     * @param says what is shown when a pointer rests on it
     */
    public record Point(double x, double y, String says) {}

    /** A line in its place, with its entry in the legend from {@code key} to {@code keyText}. */
    public record Line(
            String name,
            List<Point> points,
            String marker,
            double key,
            double keyMiddle,
            double keyEnd,
            double keyText) {}

    /** A place that is marked by a line or a ring, and its label. */
    public record Mark(double x, double y, double textX, double textY, String anchor, String label) {}

    /** A line of the grid for each axis, and the numbers at its end. */
    public record Tick(double x, double y, double labelY, String xText, String yText) {}

    public SvgPlot(String id, String title, String description, Axis x, Axis y) {
        this(id, title, description, x, y, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Adds a line through points, with its entry in the legend. */
    public SvgPlot line(String name, List<Point> points) {
        double key = LEFT + lines.size() * LEGEND_STEP;
        List<Point> placed = points.stream()
                .map(p -> new Point(left(p.x()), top(p.y()), p.says()))
                .toList();
        lines.add(new Line(name, placed, MARKERS.get(Math.min(lines.size(), 2)), key, key + 16, key + 32, key + 40));
        return this;
    }

    /** Marks a place of the x axis by a line. */
    public SvgPlot mark(double place, String label) {
        marks.add(mark(left(place), 0, 6, label));
        return this;
    }

    /** Marks a point by a ring. */
    public SvgPlot ring(double atX, double atY, String label) {
        rings.add(mark(left(atX), top(atY), 14, label));
        return this;
    }

    /** The label stands on the side with more room. */
    private static Mark mark(double left, double top, int gap, String label) {
        boolean late = left > (LEFT + RIGHT) / 2.0;
        return new Mark(left, top, late ? left - gap : left + gap, top + 22, late ? "end" : "start", label);
    }

    public List<Tick> ticks() {
        return IntStream.rangeClosed(0, TICKS)
                .mapToObj(i -> {
                    double top = top(y.tick(i));
                    String atX = String.format(Locale.ROOT, x.pattern(), x.tick(i));
                    String atY = String.format(Locale.ROOT, y.pattern(), y.tick(i));
                    return new Tick(left(x.tick(i)), top, top + 4, atX, atY);
                })
                .toList();
    }

    private double left(double value) {
        return LEFT + (RIGHT - LEFT) * value / x.max();
    }

    private double top(double value) {
        return BOTTOM - (BOTTOM - TOP) * value / y.max();
    }
}
