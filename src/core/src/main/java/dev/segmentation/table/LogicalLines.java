package dev.segmentation.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Splits a text into records: physical lines, joined where a quoted cell holds a line break.
 *
 * <p>A quotation mark that is never closed would swallow the rest of the file. Here it costs one line: a record over
 * several lines is accepted only if its quotes close within a bound, right before a separator or the end of a line, and
 * it then has as many cells as the header; else its first line is taken alone, marked as broken, and reading goes on with
 * the next. A comment never spans lines, so that it cannot hide the rows below it.
 */
public final class LogicalLines {
    /** Longest physical line, in characters. */
    static final int MAX_LINE = 1 << 20;

    private static final int MAX_JOINED = 100;

    /**
     * One record.
     *
     * @param text its text, line breaks as {@code \n}
     * @param quoted whether it holds a quotation mark at all
     */
    public record Logical(long line, String text, boolean quoted, String problem, String advice) {}

    private final Reader in;
    private final int maxLine;
    private final int maxJoined;
    private final char[] buffer = new char[1 << 16];
    private final Deque<Logical> ahead = new ArrayDeque<>();
    private int position;
    private int limit;
    private boolean skipLineFeed;
    private long lineNumber;
    private char delimiter = ',';
    private int width = -1;

    public LogicalLines(Reader in) {
        this(in, MAX_LINE, MAX_JOINED);
    }

    private LogicalLines(Reader in, int maxLine, int maxJoined) {
        this.in = in;
        this.maxLine = maxLine;
        this.maxJoined = maxJoined;
    }

    /** For files that this program wrote: their quotation marks are sound, and a row may repeat a long name. */
    static LogicalLines unbounded(Reader in) {
        return new LogicalLines(in, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Says how cells are separated and how many a full record has. */
    void shape(char newDelimiter, int newWidth) {
        delimiter = newDelimiter;
        width = newWidth;
    }

    /** The next physical line, without consuming it; {@code null} at the end. */
    String peek() throws IOException {
        Logical next = take();
        if (next == null) {
            return null;
        }
        ahead.addFirst(next);
        return next.text();
    }

    /** The next record, {@code null} at the end. */
    public Logical next() throws IOException {
        Logical first = take();
        if (first == null) {
            return null;
        }
        boolean plain = first.problem() != null || first.text().indexOf('"') < 0;
        if (plain || first.text().stripLeading().startsWith("#")) {
            return first;
        }
        Quotes quotes = new Quotes(delimiter);
        quotes.scan(first.text());
        return quotes.open() ? join(first, quotes) : new Logical(first.line(), first.text(), true, null, null);
    }

    private Logical join(Logical first, Quotes quotes) throws IOException {
        List<Logical> taken = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        while (quotes.open() && taken.size() < maxJoined && text.length() < maxLine) {
            Logical next = take();
            if (next == null) {
                break;
            }
            taken.add(next);
            if (next.problem() != null) {
                break;
            }
            text.append('\n').append(next.text());
            quotes.scan(next.text());
        }
        if (!quotes.open() && quotes.clean() && (width < 0 || quotes.cells() == width)) {
            return new Logical(first.line(), text.toString(), true, null, null);
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            ahead.addFirst(taken.get(i));
        }
        String problem = "a quotation mark is opened and not closed";
        return new Logical(first.line(), first.text(), true, problem, "Mend the quotation marks of this line.");
    }

    private Logical take() throws IOException {
        return ahead.isEmpty() ? readLine() : ahead.removeFirst();
    }

    private Logical readLine() throws IOException {
        StringBuilder text = null;
        boolean tooLong = false;
        while (true) {
            if (position == limit && !fill()) {
                return text == null ? null : line(text, tooLong);
            }
            if (skipLineFeed) {
                skipLineFeed = false;
                if (buffer[position] == '\n') {
                    position++;
                    continue;
                }
            }
            int end = position;
            while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            if (text == null) {
                text = new StringBuilder(end - position);
            }
            int room = Math.max(0, maxLine - text.length());
            text.append(buffer, position, Math.min(end - position, room));
            tooLong |= end - position > room;
            boolean ended = end < limit;
            skipLineFeed = ended && buffer[end] == '\r';
            position = ended ? end + 1 : end;
            if (ended) {
                return line(text, tooLong);
            }
        }
    }

    private Logical line(StringBuilder text, boolean tooLong) {
        String problem = tooLong ? "line is longer than " + MAX_LINE + " characters" : null;
        String advice = tooLong ? "Shorten the line, or mend the line breaks of the file." : null;
        return new Logical(++lineNumber, text.toString(), false, problem, advice);
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }
}
