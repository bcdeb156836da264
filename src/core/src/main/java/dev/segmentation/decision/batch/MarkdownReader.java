package dev.segmentation.decision.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Takes a markdown text apart, and tells a reading what may matter to a batch of decisions. What CommonMark and its tables say
 * counts; beyond that a line with cells is never lost because the table around it is not quite one.
 */
final class MarkdownReader extends AbstractVisitor {
    /** Level of a line in bold, which people use as a heading. */
    static final int CAPTION = 7;

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    /** A heading without the space behind its signs. */
    private static final Pattern GLUED = Pattern.compile("\\s{0,3}(#{1,6})([^#\\s|][^|]*?)#*\\s*");

    private final Parser parser = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private final List<String> lines;
    private final MarkdownReading reading;
    private int depth;

    private MarkdownReader(List<String> lines, MarkdownReading reading) {
        this.lines = lines;
        this.reading = reading;
    }

    /**
     * A cell.
     *
     * @param text what it says, without marks such as those for bold; lines are divided by line feeds
     * @param link the address that it links to, blank if none
     */
    record Cell(String text, String link) {}

    static void read(List<String> lines, MarkdownReading reading) {
        MarkdownReader reader = new MarkdownReader(lines, reading);
        reader.parser.parse(String.join("\n", lines)).accept(reader);
    }

    @Override
    public void visit(Heading heading) {
        reading.heading(
                line(heading), heading.getLevel(), MarkdownText.of(heading).text(), true);
    }

    @Override
    public void visit(Paragraph paragraph) {
        List<SourceSpan> spans = paragraph.getSourceSpans();
        boolean strong = paragraph.getFirstChild() instanceof StrongEmphasis
                && paragraph.getFirstChild() == paragraph.getLastChild();
        String first = lines.get(line(paragraph) - 1);
        if (spans.size() == 1 && (strong || first.stripTrailing().endsWith(":")) && !first.contains("|")) {
            reading.heading(line(paragraph), CAPTION, MarkdownText.of(paragraph).text(), false);
            return;
        }
        Matcher glued = GLUED.matcher(first);
        if (glued.matches()) {
            reading.heading(line(paragraph), glued.group(1).length(), glued.group(2), false);
        }
        spans.forEach(span -> loose(span.getLineIndex()));
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code.getSourceSpans().forEach(span -> loose(span.getLineIndex()));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        if (code.getLiteral().contains("|")) {
            boolean open = code.getClosingFenceLength() == null;
            String why = "a block of code holds no decisions" + (open ? ", and it does not end" : "");
            reading.skipped(line(code), why, open);
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        String text = html.getLiteral();
        if (!(text.startsWith("<!--") && text.contains("-->")) && (text.contains("|") || text.contains("<td"))) {
            boolean open = text.contains("\n\n");
            String why = "HTML is not read" + (open ? ", and it does not end at a blank line" : "");
            reading.skipped(line(html), why, open);
        }
    }

    @Override
    public void visit(ListItem item) {
        Node content = item.getFirstChild();
        depth++;
        if (content instanceof Paragraph paragraph) {
            boolean cells = paragraph.getSourceSpans().stream()
                    .allMatch(span ->
                            lines.get(span.getLineIndex()).stripLeading().startsWith("|"));
            if (!cells) {
                reading.item(line(item), depth, MarkdownText.of(paragraph).text());
                content = content.getNext();
            }
        }
        for (; content != null; content = content.getNext()) {
            content.accept(this);
        }
        depth--;
    }

    @Override
    public void visit(CustomBlock block) {
        if (!(block instanceof TableBlock)) {
            super.visit(block);
            return;
        }
        boolean head = true;
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                String text = lines.get(line(row) - 1);
                if (head) {
                    reading.head(line(row), cells(row));
                    head = false;
                } else if (MarkdownText.isRow(text)) {
                    reading.row(line(row), whole(cells(row), text));
                } else {
                    reading.skipped(line(row), "the line follows a table and has no cells", false);
                }
            }
        }
    }

    /** CommonMark fills up and cuts off a row so that it has as many cells as the heading; this has what was written. */
    private List<Cell> whole(List<Cell> cells, String text) {
        List<Cell> written = MarkdownText.cells(text, this::cell);
        return written.size() == cells.size() ? cells : written;
    }

    private static List<Cell> cells(Node row) {
        List<Cell> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(MarkdownText.of(cell));
        }
        return cells;
    }

    private void loose(int index) {
        String text = lines.get(index);
        if (MarkdownText.isRow(text) && !MarkdownText.isDashes(text)) {
            reading.loose(
                    index + 1,
                    MarkdownText.cells(text, this::cell),
                    text.stripLeading().startsWith("|"));
        }
    }

    private Cell cell(String text) {
        Node paragraph = parser.parse(text.strip()).getFirstChild();
        return paragraph instanceof Paragraph ? MarkdownText.of(paragraph) : new Cell(text.strip(), "");
    }

    private static int line(Node node) {
        return node.getSourceSpans().get(0).getLineIndex() + 1;
    }
}
