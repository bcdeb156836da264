package dev.segmentation.decision.batch;

import dev.segmentation.decision.batch.MarkdownReader.Cell;
import java.util.List;

/** Hears of the pieces of a text in their order, each with the line on which it begins, from 1. */
interface MarkdownListener {
    /**
     * @param level 1 to 6, or {@link MarkdownReader#CAPTION}
     * @param sure whether it is one by the rules of markdown; if not, it counts only where its words are known
     */
    void heading(int line, int level, String text, boolean sure);

    /** The heading row of a table. */
    void head(int line, List<Cell> cells);

    /** A row under the heading row of a table, with as many cells as somebody wrote. */
    void row(int line, List<Cell> cells);

    /**
     * A line with cells that belongs to no table; maybe its line of dashes is missing.
     *
     * @param edged whether it begins with a bar
     */
    void loose(int line, List<Cell> cells, boolean edged);

    /** An item of a list; its depth is 1 if the list lies in no other. */
    void item(int line, int depth, String text);

    /**
     * Lines that are not read, and why.
     *
     * @param rest whether they are all that is left of the text, headings among them
     */
    void skipped(int line, String why, boolean rest);
}
