package dev.segmentation.table;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Says of a text file what is read all the same, but was hardly meant. */
public final class LineRemarks {
    /** What a blank row costs. */
    public static final String BLANK_ADVICE = "The rows below it are read; delete it.";

    private final String name;
    private final Consumer<RowError> remarks;
    private long blankLine;

    LineRemarks(String name, Consumer<RowError> remarks) {
        this.name = name;
        this.remarks = remarks;
    }

    void encoding(TextSource text) {
        if (text.marked()) {
            String advice = "It is read all the same; save it as plain UTF-8.";
            remark(1, "bom", "the file begins with a byte-order mark", advice);
        } else if (!text.encoding().equals(StandardCharsets.UTF_8.name())) {
            remark(1, "encoding", "the file is written in " + text.encoding(), "Save it as UTF-8.");
        }
    }

    /** A blank line, which is only odd if a row comes below it. */
    void blank(long line) {
        blankLine = blankLine > 0 ? blankLine : line;
    }

    void row(LogicalLines.Logical line, int cells, int width) {
        if (blankLine > 0) {
            remark(blankLine, "blank-row", "a blank row stands inside the table", BLANK_ADVICE);
            blankLine = 0;
        }
        if (line.problem() == null && cells < width) {
            String problem = cells + " cells where the header has " + width;
            String advice = "The last ones count as blank; maybe a separator is missing.";
            remark(line.line(), "too-few-cells", problem, advice);
        }
    }

    private void remark(long line, String check, String problem, String advice) {
        remarks.accept(new RowError(name, line, "", "", problem, advice, check));
    }
}
