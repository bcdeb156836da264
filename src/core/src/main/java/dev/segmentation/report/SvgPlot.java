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
        List<Point> marks,
        List<Point> rings) {
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

    /** An axis from 0, and how numbers are written on it. */
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

        /** The number at a tick. */
        public String text(int tick) {
            return String.format(Locale.ROOT, pattern, tick(tick));
        }
    }

    /** A point, and what is shown beside it or when a pointer rests on it. */
    public record Point(double x, double y, String says) {}

    /** A line in its place. */
    public record Line(String name, List<Point> points, String marker) {}

    public SvgPlot(String id, String title, String description, Axis x, Axis y) {
        this(id, title, description, x, y, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Adds a line through points, with its entry in the legend. */
    public SvgPlot line(String name, List<Point> points) {
        List<Point> placed =
                points.stream().map(p -> placed(p.x(), p.y(), p.says())).toList();
        lines.add(new Line(name, placed, MARKERS.get(Math.min(lines.size(), 2))));
        return this;
    }

    /** Marks a place of the x axis by a line. */
    public SvgPlot mark(double place, String label) {
        marks.add(placed(place, 0, label));
        return this;
    }

    /** Marks a point by a ring. */
    public SvgPlot ring(double atX, double atY, String label) {
        rings.add(placed(atX, atY, label));
        return this;
    }

    private Point placed(double atX, double atY, String says) {
        return new Point(left(atX), top(atY), says);
    }

    private double left(double value) {
        return LEFT + (RIGHT - LEFT) * value / x.max();
    }

    private double top(double value) {
        return BOTTOM - (BOTTOM - TOP) * value / y.max();
    }

    /** The numbers of the ticks of both axes. */
    public List<Integer> ticks() {
        return IntStream.rangeClosed(0, TICKS).boxed().toList();
    }

    public double tickX(int tick) {
        return left(x.tick(tick));
    }

    public double tickY(int tick, int below) {
        return top(y.tick(tick)) + below;
    }

    /** Where the entry of a line in the legend begins, or so far right of that. */
    public double key(int line, int right) {
        return LEFT + line * LEGEND_STEP + right;
    }

    private static boolean late(Point mark) {
        return mark.x() > (LEFT + RIGHT) / 2.0;
    }

    /** Where the label of a mark stands: on the side with more room. */
    public double beside(Point mark, int gap) {
        return late(mark) ? mark.x() - gap : mark.x() + gap;
    }

    public double below(Point ring) {
        return ring.y() + 22;
    }

    public String anchor(Point mark) {
        return late(mark) ? "end" : "start";
    }
}
