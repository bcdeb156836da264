package dev.segmentation.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws lines over two axes that begin at 0. Colours are left to the style sheet of the page; lines differ in dash and
 * marker too, so that colour is never the only sign.
 */
public final class SvgPlot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 92;
    private static final int RIGHT = 616;
    private static final int TOP = 56;
    private static final int BOTTOM = 344;
    private static final int TICKS = 5;
    private static final int LEGEND_STEP = 150;
    private static final double MARKER = 4;

    private final String id;
    private final String title;
    private final String description;
    private final Axis x;
    private final Axis y;
    private final StringBuilder body = new StringBuilder();
    private int lines;

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
    }

    /**
     * A point.
     *
     * @param x its place
     * @param y its place
     * @param says what is shown when a pointer rests on it
     */
    public record Point(double x, double y, String says) {}

    public SvgPlot(String id, String title, String description, Axis x, Axis y) {
        this.id = id;
        this.title = title;
        this.description = description;
        this.x = x;
        this.y = y;
        axes();
    }

    /** Adds a line through points, with its entry in the legend. */
    public SvgPlot line(String name, List<Point> points) {
        lines++;
        String path = points.stream()
                .map(p -> number(left(p.x())) + "," + number(top(p.y())))
                .collect(Collectors.joining(" "));
        add("<g class=\"s s%d\"><polyline points=\"%s\"/>", lines, path);
        points.forEach(p -> add("%s<title>%s</title></path>", marker(left(p.x()), top(p.y())), Html.escape(p.says())));
        double place = LEFT + (lines - 1) * LEGEND_STEP;
        add("<polyline points=\"%s,24 %s,24\"/>%s</path>", number(place), number(place + 32), marker(place + 16, 24));
        add("<text x=\"%s\" y=\"28\">%s</text></g>\n", number(place + 40), Html.escape(name));
        return this;
    }

    /** Marks a place of the x axis. */
    public SvgPlot mark(double place, String label) {
        double at = left(place);
        boolean late = at > (LEFT + RIGHT) / 2.0;
        add("<line class=\"mark\" x1=\"%1$s\" y1=\"%2$d\" x2=\"%1$s\" y2=\"%3$d\"/>", number(at), TOP - 10, BOTTOM);
        add(
                "<text x=\"%s\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
                number(late ? at - 6 : at + 6), TOP - 4, late ? "end" : "start", Html.escape(label));
        return this;
    }

    /** Marks a point by a ring. */
    public SvgPlot ring(double atX, double atY, String label) {
        double left = left(atX);
        double top = top(atY);
        boolean late = left > (LEFT + RIGHT) / 2.0;
        add("<circle class=\"mark\" cx=\"%s\" cy=\"%s\" r=\"9\"/>", number(left), number(top));
        add(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n",
                number(late ? left - 14 : left + 14), number(top + 22), late ? "end" : "start", Html.escape(label));
        return this;
    }

    /** The drawing. */
    public String svg() {
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">\n<title id=\"%s-t\">%s</title>\n"
                        + "<desc id=\"%s-d\">%s</desc>\n%s</svg>\n",
                WIDTH,
                HEIGHT,
                id,
                id,
                id,
                Html.escape(title),
                id,
                Html.escape(description),
                body);
    }

    private void axes() {
        for (int i = 0; i <= TICKS; i++) {
            double atX = x.max() * i / TICKS;
            double atY = y.max() * i / TICKS;
            add("<line class=\"grid\" x1=\"%d\" y1=\"%2$s\" x2=\"%3$d\" y2=\"%2$s\"/>", LEFT, number(top(atY)), RIGHT);
            add(
                    "<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>",
                    LEFT - 8, number(top(atY) + 4), String.format(Locale.ROOT, y.pattern(), atY));
            add(
                    "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
                    number(left(atX)), BOTTOM + 20, String.format(Locale.ROOT, x.pattern(), atX));
        }
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (LEFT + RIGHT) / 2, BOTTOM + 44, Html.escape(x.label()));
        int middle = (TOP + BOTTOM) / 2;
        add(
                "<text x=\"16\" y=\"%1$d\" text-anchor=\"middle\" transform=\"rotate(-90 16 %1$d)\">%2$s</text>\n",
                middle, Html.escape(y.label()));
    }

    /** Circle, square or diamond, by the number of the line; the element stays open for its title. */
    private String marker(double atX, double atY) {
        String shape = lines == 1
                ? "m-%1$s 0a%1$s %1$s 0 1 0 %2$s 0a%1$s %1$s 0 1 0 -%2$s 0z"
                : lines == 2 ? "m-%1$s -%1$sh%2$sv%2$sh-%2$sz" : "m0 -%1$sl%1$s %1$sl-%1$s %1$sl-%1$s -%1$sz";
        return "<path d=\"M" + number(atX) + " " + number(atY)
                + String.format(Locale.ROOT, shape, number(MARKER), number(2 * MARKER)) + "\">";
    }

    private double left(double value) {
        return LEFT + (RIGHT - LEFT) * value / x.max();
    }

    private double top(double value) {
        return BOTTOM - (BOTTOM - TOP) * value / y.max();
    }

    private void add(String format, Object... values) {
        body.append(String.format(Locale.ROOT, format, values));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
