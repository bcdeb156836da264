package dev.segmentation.report;

import java.util.List;
import java.util.function.Function;

/** Pieces of an HTML page. Texts are escaped here and nowhere else; names come from strangers. */
public final class Html {
    private static final int LONGEST = 300;

    private Html() {}

    /**
     * A column of a table.
     *
     * @param title its heading, plain text
     * @param number whether its cells are aligned to the right
     * @param cell the cell of a row, HTML
     */
    public record Column<T>(String title, boolean number, Function<T, String> cell) {
        public static <T> Column<T> text(String title, Function<T, String> cell) {
            return new Column<>(title, false, row -> escape(cell.apply(row)));
        }

        public static <T> Column<T> number(String title, Function<T, String> cell) {
            return new Column<>(title, true, row -> escape(cell.apply(row)));
        }

        public static <T> Column<T> html(String title, Function<T, String> cell) {
            return new Column<>(title, false, cell);
        }
    }

    /** The text as it may stand in an element or a quoted attribute; what is no character at all is replaced. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.append(' ');
                default -> out.appendCodePoint(displayable(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean displayable(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE && (c & 0xFFFE) != 0xFFFE;
    }

    /** A text that others wrote: cut to a readable length, and unable to turn the direction of what stands around it. */
    public static String foreign(String text) {
        int cut = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return "<bdi>" + escape(text.substring(0, cut)) + (cut < text.length() ? "…" : "") + "</bdi>";
    }

    /** A table that scrolls by itself where it is too wide. */
    public static <T> String table(
            String caption, List<Column<T>> columns, List<T> rows, Function<T, String> rowClass) {
        StringBuilder out = new StringBuilder();
        out.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(escape(caption))
                .append("\"><table><caption>")
                .append(escape(caption))
                .append("</caption>\n<thead><tr>");
        columns.forEach(column -> out.append("<th scope=\"col\"")
                .append(number(column))
                .append('>')
                .append(escape(column.title()))
                .append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (T row : rows) {
            String kind = rowClass.apply(row);
            out.append(kind.isEmpty() ? "<tr>" : "<tr class=\"" + kind + "\">");
            columns.forEach(column -> out.append("<td")
                    .append(number(column))
                    .append('>')
                    .append(column.cell().apply(row))
                    .append("</td>"));
            out.append("</tr>\n");
        }
        return out.append("</tbody></table></div>\n").toString();
    }

    private static String number(Column<?> column) {
        return column.number() ? " class=\"n\"" : "";
    }
}
