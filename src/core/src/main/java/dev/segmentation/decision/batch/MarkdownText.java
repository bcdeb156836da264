package dev.segmentation.decision.batch;

import dev.segmentation.decision.batch.MarkdownReader.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * What a piece of markdown says, without its marks, and markdown that says a text. Walks without recursion, since marks may be
 * nested as deep as one likes.
 */
public final class MarkdownText {
    private MarkdownText() {}

    /** The text within a node and the first address that it links to. */
    static Cell of(Node root) {
        StringBuilder text = new StringBuilder();
        String link = "";
        Node node = root.getFirstChild();
        while (node != null) {
            if (node instanceof Text plain) {
                text.append(plain.getLiteral());
            } else if (node instanceof Code code) {
                text.append(code.getLiteral());
            } else if (node instanceof SoftLineBreak) {
                text.append(' ');
            } else if (node instanceof HardLineBreak || node instanceof HtmlInline html && isBreak(html)) {
                text.append('\n');
            } else if (node instanceof Link target && link.isEmpty()) {
                link = target.getDestination();
            }
            node = node instanceof Image ? behind(node, root) : next(node, root);
        }
        return new Cell(tidy(text.toString()), link);
    }

    private static Node next(Node node, Node root) {
        return node.getFirstChild() != null ? node.getFirstChild() : behind(node, root);
    }

    private static Node behind(Node node, Node root) {
        Node at = node;
        while (at != root && at.getNext() == null) {
            at = at.getParent();
        }
        return at == root ? null : at.getNext();
    }

    private static boolean isBreak(HtmlInline html) {
        return html.getLiteral().toLowerCase(Locale.ROOT).matches("<br\\s*/?>");
    }

    /** Spaces of all kinds become plain ones, what cannot be seen goes. */
    private static String tidy(String text) {
        return text.replaceAll("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]", "")
                .replaceAll("[\\p{Z}\\t]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .strip();
    }

    /** Whether a line of text is a row of a table: a bar that no backslash precedes divides it. */
    static boolean isRow(String line) {
        return bar(line, 0) >= 0;
    }

    /** Whether it is the line of dashes under the heading row. */
    static boolean isDashes(String line) {
        return line.contains("-") && line.matches("[\\s|:>-]+");
    }

    /** The cells of a row, without the bars at both ends. */
    static List<Cell> cells(String line, Function<String, Cell> cell) {
        String text = line.strip().replaceFirst("^(?:>\\s*)+", "");
        int from = text.startsWith("|") ? 1 : 0;
        List<Cell> cells = new ArrayList<>();
        for (int bar = bar(text, from); bar >= 0; bar = bar(text, from)) {
            cells.add(cell.apply(text.substring(from, bar).replace("\\|", "|")));
            from = bar + 1;
        }
        if (!text.substring(from).isBlank()) {
            cells.add(cell.apply(text.substring(from).replace("\\|", "|")));
        }
        return cells;
    }

    private static int bar(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '|') {
                return i;
            }
        }
        return -1;
    }

    /** A table; cells say what they say, whatever characters they hold. */
    public static String table(List<String> columns, List<List<String>> rows) {
        String line = columns.stream().map(column -> "---").collect(Collectors.joining("|", "|", "|\n"));
        return row(columns) + line + rows.stream().map(MarkdownText::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> " " + escaped(cell) + (cell.isEmpty() ? "" : " "))
                .collect(Collectors.joining("|", "|", "|\n"));
    }

    /** What markdown shows as that text. */
    public static String escaped(String cell) {
        return cell.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip().replaceAll("[\\\\`*_\\[\\]<>|~#!&]", "\\\\$0");
    }
}
