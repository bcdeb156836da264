package dev.segmentation.decision.batch;

import java.util.List;

/** A piece of a markdown text that may matter to a batch of decisions. */
sealed interface MarkdownBlock {
    /** The line on which it begins, from 1. */
    int line();

    /**
     * A heading.
     *
     * @param level 1 to 6; {@link #CAPTION} for a line in bold, which people use as one
     * @param sure whether it is one by the rules of markdown; if not, it counts only where its words are known
     */
    record Heading(int line, int level, String text, boolean sure) implements MarkdownBlock {
        /** Level of a line in bold. */
        static final int CAPTION = 7;
    }

    /** The heading row of a table. */
    record TableHead(int line, List<Cell> cells) implements MarkdownBlock {}

    /** A row under the heading row of a table, with as many cells as somebody wrote. */
    record TableRow(int line, List<Cell> cells) implements MarkdownBlock {}

    /**
     * A line with cells that belongs to no table; maybe its line of dashes is missing.
     *
     * @param edged whether it begins with a bar
     */
    record LooseRow(int line, List<Cell> cells, boolean edged) implements MarkdownBlock {}

    /**
     * An item of a list.
     *
     * @param depth 1 for an item of a list that lies in no other
     */
    record Item(int line, int depth, String text) implements MarkdownBlock {}

    /**
     * Lines that are not read, and why.
     *
     * @param rest whether they are all that is left of the text, headings among them
     */
    record Skipped(int line, String text, String why, boolean rest) implements MarkdownBlock {}

    /**
     * A cell.
     *
     * @param text what it says, without marks such as those for bold; lines are divided by line feeds
     * @param link the address that it links to, blank if none
     */
    record Cell(String text, String link) {}
}
