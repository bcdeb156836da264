package dev.segmentation.report;

import java.util.List;
import java.util.Locale;

/**
 * Draws two bars for each group, one above the other: two numbers to compare, such as what it holds now and what it would hold. The numbers stand beside the
 * bars, and the upper bar is hollow, so that colour is never the only sign.
 */
public final class GroupBars {
    private static final int LABELS = 210;
    private static final int WIDTH = 760;
    private static final int ROW = 34;
    private static final int TOP = 28;
    private static final int NUMBERS = 110;

    /** A group and its two numbers. */
    public record Bar(String label, int before, int after) {}

    private GroupBars() {}

    public static String svg(String title, String legend, List<Bar> bars) {
        int most = bars.stream()
                .mapToInt(bar -> Math.max(bar.before(), bar.after()))
                .max()
                .orElse(0);
        StringBuilder out = new StringBuilder();
        int height = TOP + bars.size() * ROW;
        out.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n<title>%s</title>\n",
                WIDTH,
                height,
                Html.escape(title),
                Html.escape(title)));
        out.append("<text x=\"210\" y=\"16\">").append(Html.escape(legend)).append("</text>\n");
        for (int i = 0; i < bars.size(); i++) {
            row(out, bars.get(i), TOP + i * ROW, Math.max(1, most));
        }
        return out.append("</svg>\n").toString();
    }

    private static void row(StringBuilder out, Bar bar, int top, int most) {
        double scale = (double) (WIDTH - LABELS - NUMBERS) / most;
        int change = bar.after() - bar.before();
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                        + "<rect class=\"now\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"10\"/>"
                        + "<rect class=\"then\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"10\"/>"
                        + "<text x=\"%.1f\" y=\"%d\">%,d%s</text>\n",
                LABELS - 8,
                top + 16,
                Html.escape(bar.label()),
                LABELS,
                top + 1,
                bar.before() * scale,
                LABELS,
                top + 13,
                bar.after() * scale,
                LABELS + Math.max(bar.before(), bar.after()) * scale + 8,
                top + 16,
                bar.after(),
                change == 0 ? "" : String.format(Locale.ROOT, " (%+,d)", change)));
    }
}
