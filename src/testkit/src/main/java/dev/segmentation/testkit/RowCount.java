package dev.segmentation.testkit;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Counts the data rows of a CSV file by the words of its format, with the whole file at hand and no thought of speed: rows
 * below the header that are neither blank nor comments. A quoted cell may hold line breaks where the row then has as many
 * cells as the header; else the line counts by itself.
 */
public final class RowCount {
    private static final int MOST_LINES = 101;
    private static final int LONGEST = 1 << 20;

    private final List<String> lines;
    private char separator;
    private int width;

    private RowCount(List<String> lines) {
        this.lines = lines;
    }

    /** How many rows a reader must account for that knows these columns. */
    public static int of(byte[] bytes, List<String> columns) {
        String text = decoded(bytes);
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\r\n|\r|\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return new RowCount(lines).count(columns);
    }

    private static String decoded(byte[] bytes) {
        int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
        Charset charset = first == 0xFFFE
                ? StandardCharsets.UTF_16LE
                : first == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private int count(List<String> columns) {
        int at = 0;
        while (lines.get(at).isBlank()
                || lines.get(at).startsWith("#")
                || lines.get(at).matches("(?is)sep=.")) {
            at++;
        }
        header(lines.get(at), columns);
        int rows = 0;
        at += Math.max(1, taken(at));
        while (at < lines.size()) {
            int taken = taken(at);
            List<String> cells =
                    taken == 0 ? List.of(lines.get(at)) : cells(String.join("\n", lines.subList(at, at + taken)));
            boolean blank = cells.stream().allMatch(String::isBlank);
            boolean comment = cells.get(0).stripLeading().startsWith("#");
            rows += blank || comment ? 0 : 1;
            at += Math.max(1, taken);
        }
        return rows;
    }

    /** The separator that gives most of the columns. */
    private void header(String line, List<String> columns) {
        int best = -1;
        for (char candidate : new char[] {',', ';', '\t'}) {
            List<String> names = parsed(line, candidate);
            Set<String> known = new HashSet<>();
            names.forEach(name -> known.add(folded(name)));
            int found = (int) columns.stream()
                    .filter(name -> known.contains(folded(name)))
                    .count();
            if (found > best) {
                best = found;
                separator = candidate;
                width = names.size();
            }
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "");
    }

    /** How many lines a row takes that begins here, 0 if its quotation marks make no sense. */
    private int taken(int at) {
        String row = lines.get(at);
        if (row.length() > LONGEST) {
            return 0;
        }
        if (row.stripLeading().startsWith("#") || !open(row)) {
            return 1;
        }
        for (int more = 1; more < MOST_LINES && at + more < lines.size(); more++) {
            String next = lines.get(at + more);
            if (row.length() >= LONGEST || next.length() > LONGEST) {
                return 0;
            }
            row = row + "\n" + next;
            if (!open(row)) {
                return sound(row) && cells(row).size() == width ? more + 1 : 0;
            }
        }
        return 0;
    }

    private boolean open(String row) {
        return scan(row)[0];
    }

    private boolean sound(String row) {
        return scan(row)[1];
    }

    /** Whether a quotation mark stays open, and whether nothing stands behind a closed one. */
    private boolean[] scan(String row) {
        boolean open = false;
        boolean closed = false;
        boolean sound = true;
        boolean beginning = true;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (open) {
                boolean pair = c == '"' && i + 1 < row.length() && row.charAt(i + 1) == '"';
                i += pair ? 1 : 0;
                closed = c == '"' && !pair;
                open = !closed;
            } else if (c == separator) {
                beginning = true;
                closed = false;
            } else if (c == '"' && beginning) {
                open = true;
                beginning = false;
            } else if (!Character.isWhitespace(c)) {
                beginning = false;
                sound &= !closed;
            }
        }
        return new boolean[] {open, sound};
    }

    private List<String> cells(String row) {
        return parsed(row, separator);
    }

    private static List<String> parsed(String row, char separator) {
        if (row.indexOf('"') < 0) {
            return Arrays.asList(row.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1));
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        try (CSVParser parser = CSVParser.parse(row, format)) {
            return parser.getRecords().stream().findFirst().map(r -> r.toList()).orElse(List.of(""));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
